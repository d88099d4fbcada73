import { defineConfig } from 'vitest/config';

// Against real servers (test/meilisearch/real-servers.ts): one file at a time, for each has servers of its own.
export default defineConfig({
  test: {
    include: ['test/meilisearch/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 900_000,
  },
});
