import { defineConfig, type Plugin } from 'vite';

// By preact's `h`, which it needs itself, and not by the `jsx` beside it: 310 bytes of the page's 20 kB (gzipped).
const H = '__h';
const FRAGMENT = '__Fragment';

/** The scripts that the first one imports are fetched beside it, not after it. */
const fetchAhead: Plugin = {
  name: 'fetch-ahead',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { chunk }) =>
      (chunk?.imports ?? []).map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', href: `/${file}` },
        injectTo: 'head' as const,
      })),
  },
};

/** Of Vite's helper around `import()`, which looks for styles and further scripts to load before it: ours has neither. */
const plainImport: Plugin = {
  name: 'plain-import',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null,
};

/** The page: `web/` in, `web/dist/` out. JSX is Preact's, by Vite's own transform. */
export default defineConfig({
  root: 'web',
  plugins: [fetchAhead, plainImport],
  esbuild: false,
  oxc: {
    jsx: { runtime: 'classic', pragma: H, pragmaFrag: FRAGMENT },
    jsxInject: `import { Fragment as ${FRAGMENT}, h as ${H} } from 'preact';`,
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // By `fetchAhead`: Vite's own brings a helper of half a kilobyte for chunks that need nothing fetched ahead.
    modulePreload: false,
    // What the chunks share comes with the first page in one piece: it packs better than in three.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } } },
    assetsInlineLimit: 0, // the server's CSP forbids data: addresses
    // Of every package in the bundle, as their licences ask; the page links to it.
    license: { fileName: 'LICENSES.txt' },
  },
  // `npx vite` for work on the page, beside a server that runs
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
