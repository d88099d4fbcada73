import { defineConfig } from 'vite';

/** The page: `web/` in, `web/dist/` out. JSX is Preact's, by Vite's own transform. */
export default defineConfig({
  root: 'web',
  esbuild: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // the server's CSP forbids data: addresses
  },
  // `npx vite` for work on the page, beside a server that runs
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
