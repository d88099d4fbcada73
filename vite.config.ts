import { defineConfig } from 'vite';

/** The page: `web/` in, `web/dist/` out. JSX is Preact's, by Vite's own transform. */
export default defineConfig({
  root: 'web',
  esbuild: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
});
