import { defineConfig } from 'vitest/config';

/** recheck over every pattern of the house: `npm run patterns`, a minute. */
export default defineConfig({
  test: {
    include: ['test/patterns/recheck.test.ts'],
    pool: 'forks',
    env: { RECHECK_SYNC_BACKEND: 'pure' }, // its Java and native halves are optional and need not be there
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
