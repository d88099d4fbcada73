import { defineConfig, type Plugin } from 'vite';

// By preact's `h`, which it needs itself, and not by the `jsx` beside it: 310 bytes of the page's 20 kB (gzipped).
const H = '__h';
const FRAGMENT = '__Fragment';

/** Whoever serves it puts the path there that it lies under (server/http/built-page.ts). */
const BASE = '/__base__/';

/** Of Vite's helper around `import()`, which looks for styles and further scripts to load before it: ours has neither. */
const plainImport: Plugin = {
  name: 'plain-import',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null,
};

/** The page: `web/` in, `web/dist/` out. JSX is Preact's, by Vite's own transform. */
export default defineConfig(({ command }) => ({
  root: 'web',
  base: command === 'build' ? BASE : '/',
  plugins: [plainImport],
  oxc: {
    jsx: { runtime: 'classic', pragma: H, pragmaFrag: FRAGMENT },
    jsxInject: `import { Fragment as ${FRAGMENT}, h as ${H} } from 'preact';`,
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Its own brings a helper of half a kilobyte; the first script, which all chunks import from, is all that they need.
    modulePreload: false,
    // What the first page needs, and what the chunks share with it, is one script: in two it is a kilobyte more (gzipped).
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'page', test: /web[\\/]main\.tsx$/ }] } },
    },
    // One sheet, which the page has anyway: else each script that loads another names it once more.
    cssCodeSplit: false,
    assetsInlineLimit: 0, // the server's CSP forbids data: addresses
    // Of every package in the bundle, as their licences ask; the page links to it.
    license: { fileName: 'LICENSES.txt' },
  },
  // `npx vite` for work on the page, beside a server that runs
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
}));
