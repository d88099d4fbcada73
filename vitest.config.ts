import { configDefaults, defineConfig } from 'vitest/config';

/** A browser and a server a file: two such files are as much as two cores bear. Times are taken on the page's own clock. */
const BROWSERS = ['test/web/page*.test.ts'];
/** What measures a server's times and memory has the machine to itself, and comes last. */
const ALONE = ['test/http/server.test.ts', 'test/http/memory.test.ts'];

export default defineConfig({
  test: {
    exclude: [
      ...configDefaults.exclude,
      'test/meilisearch/**', // real servers: npm run test:meilisearch
      'test/patterns/**', // a minute: npm run patterns
    ],
    // Natural pools: nodejieba and better-sqlite3 are native, a process a file keeps them apart.
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...BROWSERS, ...ALONE],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'browsers', include: BROWSERS, maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: { name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
