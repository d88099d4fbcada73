import type { House, Recipe } from './recipe.js';
import { between, distinct, keys, quoted } from './source.js';

const NAME = 'csv';

/** A text has no ending of its own name. */
const endingOf = (name: string): string => (name === 'text' ? '.txt' : `.${name}`);

const formats = (house: House): readonly string[] =>
  quoted(between(house.read('indexer/read/list-files.ts'), '  readonly format: ', ';'));
const rows = (house: House): readonly string[] =>
  keys(between(house.read('indexer/read/read.ts'), 'const FORMATS:', '\n};').replace(/\{ [^\n]*/g, ''));
const files = (house: House): readonly string[] =>
  house.files('indexer/read').flatMap((path) => /\/read-([\w-]+)\.ts$/.exec(path)?.[1] ?? []);
const tests = (house: House): string =>
  house
    .files('test/unit')
    .filter((path) => /\/read-[\w-]+\.test\.ts$/.test(path))
    .map((path) => house.read(path))
    .join('\n');

export const INPUT_FORMAT: Recipe = {
  heading: 'Add an input format',
  names: (house) => distinct(formats(house), rows(house), files(house)),
  planted: NAME,
  steps: [
    {
      name: 'A file that reads it',
      isDone: (house, name) => files(house).includes(name),
      edits: [{ path: `indexer/read/read-${NAME}.ts`, text: 'export async function* readCsv() {}' }],
    },
    {
      name: 'Its name in `InputFile`',
      isDone: (house, name) => formats(house).includes(name),
      edits: [{ path: 'indexer/read/list-files.ts', behind: '  readonly format: ', text: `'${NAME}' | ` }],
    },
    {
      name: 'Its ending in `formatOf`',
      isDone: (house, name) =>
        between(house.read('indexer/read/list-files.ts'), 'function formatOf', '\n}').includes(`'${name}'`),
      edits: [
        {
          path: 'indexer/read/list-files.ts',
          behind: "InputFile['format'] | null {",
          text: `\n  if (/\\.csv$/i.test(path)) return '${NAME}';`,
        },
      ],
    },
    {
      name: 'Its row in `FORMATS`',
      isDone: (house, name) => rows(house).includes(name),
      edits: [
        {
          path: 'indexer/read/read.ts',
          behind: "Record<InputFile['format'], Format>> = {",
          text: `\n  ${NAME}: { kind: 'jsonl', read: readCsv },`,
        },
      ],
    },
    {
      name: 'Cases in `test/unit/`',
      isDone: (house, name) => new RegExp(`\\${endingOf(name)}['"\`]`).test(tests(house)),
      edits: [
        { path: `test/unit/read-${NAME}.test.ts`, text: "it('reads a good one', () => read('a.csv'));" },
      ],
    },
    {
      name: 'Its ending where people read it',
      isDone: (house, name) =>
        [
          between(house.read('README.md'), '## Your own texts', 'A date is read'),
          between(house.read('indexer/command.ts'), '.description(', ')\n'),
          between(house.read('indexer/read/unlisted.ts'), "'unsupported_format'", ');'),
        ].every((text) => new RegExp(`\\${endingOf(name)}(?!\\w)`).test(text)),
      edits: [
        { path: 'README.md', behind: '## Your own texts', text: ` .${NAME}` },
        { path: 'indexer/command.ts', behind: '.description(', text: `'.${NAME} '` },
        { path: 'indexer/read/unlisted.ts', behind: "'unsupported_format'", text: `, '.${NAME}'` },
      ],
    },
  ],
};
