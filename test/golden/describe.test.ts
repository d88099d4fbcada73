import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeText } from '../unit/describe-text.js';

const folder = new URL('./describe/', import.meta.url);

// A folder a case: source.txt as published, given.json where the user said something, expected.json as we describe it.
// `npx vitest run test/golden/describe.test.ts -u` rewrites expected.json; read its diff before you commit it.
describe('describing whole texts', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const given = new URL(`${name}/given.json`, folder);
    const text = readFileSync(new URL(`${name}/source.txt`, folder), 'utf8');
    const { warnings, ...fields } = describeText(text, existsSync(given) ? JSON.parse(readFileSync(given, 'utf8')) : {});
    const described = JSON.stringify({ ...fields, warnings: warnings.map(({ code }) => code) }, null, 2);
    await expect(`${described}\n`).toMatchFileSnapshot(`./describe/${name}/expected.json`);
  });
});
