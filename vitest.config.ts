import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      ...configDefaults.exclude,
      'test/meilisearch/**', // real servers: npm run test:meilisearch
      'test/patterns/**', // a minute: npm run patterns
    ],
    // Natural pools: nodejieba and better-sqlite3 are native, a process a file keeps them apart.
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
