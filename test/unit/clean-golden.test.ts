import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clean } from '../../indexer/clean/clean.js';

const folder = new URL('../golden/clean/', import.meta.url);

// A folder is a case: source.txt as it came, expected.json as we read it. `npx vitest run -u` rewrites it; read its
// diff before you commit it.
describe('clean, on texts as they are found', () => {
  it.each(readdirSync(folder))('%s', async (name) => {
    const raw = readFileSync(new URL(`${name}/source.txt`, folder), 'utf8');
    const kind = existsSync(new URL(`${name}/jsonl`, folder)) ? 'jsonl' : 'text';
    const { text, cuts, damage, warnings } = clean(raw, { kind });
    const found = {
      lines: text.split('\n'),
      cuts: cuts.map((cut) => ({ rule: cut.rule, text: cut.text })),
      damage: damage.map(({ start, end, ...rest }) => ({ text: text.slice(start, end), ...rest })),
      warnings: warnings.map(({ code }) => code),
    };
    await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot(
      `../golden/clean/${name}/expected.json`,
    );
  });
});
