import { defineConfig } from 'vitest/config';
import { quickTests } from './test/quick-tests.js';

/** For between two edits: `npm run test:quick`, half a minute, with nothing built before it. */
export default defineConfig({
  test: {
    include: [...quickTests()],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
