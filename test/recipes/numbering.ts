import type { House, Recipe } from './recipe.js';
import { between, distinct, keys, quoted } from './source.js';

const NAME = 'korean';

/** Files that say how labels are found and judged, whatever the tradition. */
const COMMON = new Set(['find-labels', 'prove-labels']);

const files = (house: House): readonly string[] =>
  house
    .files('indexer/clauses')
    .flatMap((path) => /\/([\w-]+-(?:labels|blocks))\.ts$/.exec(path)?.[1] ?? [])
    .filter((file) => !COMMON.has(file));
const listed = (house: House): string =>
  house.read('indexer/clauses/mainland-blocks.ts') + house.read('indexer/clauses/split-clauses.ts');
/** What the two places that know the traditions import. */
const known = (house: House): readonly string[] =>
  [...listed(house).matchAll(/from '\.\/([\w-]+-(?:labels|blocks))\.js'/g)]
    .map(([, file = '']) => file)
    .filter((file) => !COMMON.has(file));
const ranks = (house: House): readonly string[] =>
  keys(between(house.read('indexer/clauses/numbering.ts'), 'export const RANK = {', '\n}'));
/** The levels that its file has. */
const levels = (house: House, name: string): readonly string[] =>
  ['labels', 'blocks'].flatMap((what) =>
    quoted([...house.read(`indexer/clauses/${name}-${what}.ts`).matchAll(/level: '\w+'/g)].join(' ')),
  );

/** Named as its file is, without -labels or -blocks. */
export const NUMBERING: Recipe = {
  heading: 'Add a numbering tradition',
  names: (house) =>
    distinct([...files(house), ...known(house)].map((file) => file.replace(/-(?:labels|blocks)$/, ''))),
  planted: NAME,
  steps: [
    {
      name: 'A file that finds its labels',
      isDone: (house, name) =>
        [`${name}-labels`, `${name}-blocks`].some((file) => files(house).includes(file)),
      edits: [
        {
          path: `indexer/clauses/${NAME}-labels.ts`,
          text: "export const koreanLabels = [{ level: 'gwan' }];",
        },
      ],
    },
    {
      name: 'Its levels in `RANK`',
      isDone: (house, name) => levels(house, name).every((level) => ranks(house).includes(level)),
      edits: [
        { path: 'indexer/clauses/numbering.ts', behind: 'export const RANK = {', text: '\n  gwan: 3.4,' },
      ],
    },
    {
      name: 'Its place in the list',
      isDone: (house, name) =>
        [`${name}-labels`, `${name}-blocks`].some((file) => known(house).includes(file)),
      edits: [
        {
          path: 'indexer/clauses/mainland-blocks.ts',
          text: "import { koreanLabels } from './korean-labels.js';\n",
        },
      ],
    },
    {
      name: 'A folder that is called after it',
      isDone: (house, name) =>
        house
          .files('test/golden/clauses')
          .some(
            (path) => path.endsWith('/expected.json') && new RegExp(`/(?:[\\w-]+-)?${name}s?-?`).test(path),
          ),
      edits: [{ path: `test/golden/clauses/${NAME}-law/expected.json`, text: '[]' }],
    },
  ],
};
