import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitClauses } from '../../indexer/clauses/split-clauses.js';

const folder = new URL('../golden/clauses/', import.meta.url);

// One folder per case: source.txt as cleaned, case.json what else is known, expected.json as we cut it.
// `vitest run -u` rewrites expected.json; read its diff before you commit it.
describe('splitClauses, on real documents', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const text = readFileSync(new URL(`${name}/source.txt`, folder), 'utf8');
    const settings = new URL(`${name}/case.json`, folder);
    const { title, language = 'zh' } = existsSync(settings)
      ? (JSON.parse(readFileSync(settings, 'utf8')) as { title?: string; language?: 'zh' | 'en' })
      : {};
    const start = title === undefined ? -1 : text.indexOf(title);
    const titleSpan = start < 0 ? null : { start, end: start + (title ?? '').length };
    const clauses = JSON.stringify(splitClauses({ text, titleSpan, language }), null, 2);
    await expect(`${clauses}\n`).toMatchFileSnapshot(`../golden/clauses/${name}/expected.json`);
  });
});
