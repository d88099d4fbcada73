import { expect, it } from 'vitest';
import { openThreadPool } from '../../core/thread-pool.js';

it('a thread imports what it runs: one that is ended while it requires a module aborts the whole process', async () => {
  const pool = openThreadPool<null, boolean>(new URL('./threads/imported.mjs', import.meta.url), {
    threads: 1,
  });
  await expect(pool.run(null)).resolves.toBe(false);
  await pool.close();
});
