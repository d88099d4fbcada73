import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Import, importsOf, ROOT, SOURCES } from './source-files.js';

/** Imports run one way. Left: a folder of ours; right: the folders it may import from, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  engine: ['core'],
  indexer: ['engine', 'core'],
  server: ['engine', 'core'],
  cli: ['core', 'engine', 'indexer', 'server'],
  web: [], // and the types of server/api.ts
  bench: ['core', 'engine', 'indexer', 'server'],
};

/** What does no job of its own but is the language we write in. */
const EVERYWHERE = new Set(['zod', 'express', 'preact', 'better-sqlite3']);

const folderOf = (file: string): string => file.split('/')[0] ?? '';
const isOurs = (name: string): boolean => folderOf(name) in MAY_IMPORT;

function forbidden({ from, to, typeOnly }: Import): boolean {
  if (!isOurs(to) || folderOf(from) === folderOf(to)) return false;
  if (folderOf(from) === 'web') return !(typeOnly && to === 'server/api.js');
  return !(MAY_IMPORT[folderOf(from)] ?? []).includes(folderOf(to));
}

const imports = SOURCES.flatMap((file) => importsOf(file));

describe('the house', () => {
  it('sees a violation when there is one', () => {
    const planted = [
      ...importsOf('core/model.ts', "import { load } from '../indexer/load.js';"),
      ...importsOf('web/shared/address.ts', "import { SearchRequest } from '../../server/request.js';"),
      ...importsOf('web/shared/address.ts', "import type { Hit } from '../../server/answer/search.js';"),
      ...importsOf('indexer/load.ts', "const { app } = await import('../server/http/app.js');"),
      ...importsOf('server/http/app.ts', "export {\n  clean,\n} from '../../indexer/clean/clean.js';"),
      ...importsOf('server/http/app.ts', "new Worker(new URL('../../indexer/cli.js', import.meta.url));"),
      ...importsOf('core/model.ts', "import type { SearchEngine } from '../engine/engine.js';"),
    ];
    expect(planted.filter(forbidden)).toHaveLength(7);
    expect(importsOf('web/a.ts', "import type { Hit } from '../server/api.js';").filter(forbidden)).toEqual(
      [],
    );
  });

  it('imports one way', () => {
    expect(imports.filter(forbidden)).toEqual([]);
  });

  it('names each library in one file', () => {
    const files = new Map<string, Set<string>>();
    for (const { from, to } of imports) {
      if (isOurs(to) || to.startsWith('node:') || to.startsWith('.') || EVERYWHERE.has(to)) continue;
      files.set(to, (files.get(to) ?? new Set()).add(from));
    }
    const shared = [...files]
      .filter(([, where]) => where.size > 1)
      .map(([library, where]) => [library, [...where]]);
    expect(shared).toEqual([]);
  });

  it('knows SQLite behind its door only', () => {
    const where = imports.filter(({ to }) => to === 'better-sqlite3').map(({ from }) => from);
    expect(where.filter((file) => !file.startsWith('engine/sqlite/'))).toEqual([]);
  });

  it('has files of at most 250 lines, tables of data aside', () => {
    const long = SOURCES.filter((file) => !file.includes('/tables/') && !file.includes('themes'))
      .map((file) => ({ file, lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });

  it.each([
    ['puts HTML nowhere', /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/],
    ['reads the environment in core/config.ts', /process\.env/],
    [
      'has no default exports but those a thread pool calls',
      /^export default (?!(?:async )?function (?:answer|parse)\w*\()/m,
    ],
    // `to: 'tw'` writes Taiwan's shapes (為, 群), and no other words: for showing.
    ['rewrites no words when converting', /\bfrom: 'twp?'|\bto: 'twp'/],
    ['never cuts for search', /cutForSearch\(/],
    // `constructor` and `__proto__` are in every object literal: what is looked up by a text from outside is a Map.
    ['keeps its tables in Maps', /^(?:export )?const \w+: (?:Readonly<)?Record<\s*string\b/m],
    ['looks into no table with `in`', /[\w)\]'] in [A-Z][A-Z_]{2,}(?:\)| \?| &&| \|\|)/],
    ['looks a text up in no literal', /\p{Script=Han}['"]?: [^{}\n]{1,20} \}\[/u],
  ])('%s', (rule, pattern) => {
    const files = SOURCES.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(files.filter((file) => !(rule.includes('config.ts') && file === 'core/config.ts'))).toEqual([]);
  });
});
