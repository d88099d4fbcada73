import { defineConfig } from 'vitest/config';

/** What happens to programs that run for years, at random and often: `npm run test:faults`, some minutes. */
export default defineConfig({
  test: {
    include: ['test/faults/*.test.ts', 'test/contract/sqlite-damage.test.ts', 'test/cli/faults.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 120_000,
  },
});
