import { configDefaults, defineConfig } from 'vitest/config';

/** Functions and files alone: they leave nothing behind in a process, so one after the other has it, and loads what it needs once. */
const HERE = ['test/{unit,golden,contract}/**/*.test.ts', 'test/*.test.ts'];
/** A browser and a server a file: two files side by side take as long as one after the other. */
const BROWSERS = ['test/web/page*.test.ts'];
/** What measures a server's times and memory has the machine to itself, and comes last. */
const ALONE = ['test/http/server.test.ts', 'test/http/memory.test.ts'];

export default defineConfig({
  test: {
    exclude: [
      ...configDefaults.exclude,
      'test/meilisearch/**', // real servers: npm run test:meilisearch
      'test/patterns/**', // a minute: npm run patterns
      'test/faults/**', // some minutes: npm run test:faults
    ],
    // Processes, not threads: nodejieba and better-sqlite3 are native.
    pool: 'forks',
    globalSetup: 'test/seeds-index.ts',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'here',
          include: HERE,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: ['test/**/*.test.ts'],
          exclude: [...HERE, ...BROWSERS, ...ALONE],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'browsers', include: BROWSERS, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: { name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
