import { defineConfig } from 'vitest/config';

/** Every pattern of the house, by recheck and by trying it on hostile strings: `npm run patterns`, minutes. */
export default defineConfig({
  test: {
    include: ['test/patterns/*.test.ts'],
    pool: 'forks',
    env: { RECHECK_SYNC_BACKEND: 'pure' }, // its Java and native halves are optional and need not be there
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
