import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { understoodFiles } from '../unit/understood-files.js';

const folder = new URL('./files/', import.meta.url);

// A folder a format, with one small file of it; expected.json is what becomes of it: what is known of each document and from where,
// its clauses, what was cut, and what was not read. `npx vitest run test/golden/files.test.ts -u` rewrites it; read its diff.
describe('a file of each format', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const source = readdirSync(new URL(`${name}/`, folder)).find((file) => file.startsWith('source.')) ?? '';
    const understood = await understoodFiles(new URL(`${name}/${source}`, folder));
    await expect(`${JSON.stringify(understood, null, 2)}\n`).toMatchFileSnapshot(
      `./files/${name}/expected.json`,
    );
  });
});
