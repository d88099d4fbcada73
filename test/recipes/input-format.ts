import type { House, Recipe } from './recipe.js';
import { between, distinct, keys, quoted } from './source.js';

const NAME = 'ofd';

/** Endings that are not the format's own name. */
const ENDINGS: ReadonlyMap<string, string> = new Map([['text', 'txt']]);
const endingOf = (name: string): string => `.${ENDINGS.get(name) ?? name}`;
const goldenOf = (name: string): string => {
  const ending = endingOf(name).slice(1);
  return `test/golden/files/${ending}/source.${ending}`;
};

/** Both of them are what a `text` may be. */
const OF_TEXT = new Set(['txt', 'md']);
const formats = (house: House): readonly string[] =>
  [
    ...quoted(between(house.read('core/model.ts'), 'export type FileFormat =', ';')),
    ...quoted(between(house.read('indexer/read/detect-format.ts'), 'export type InputFormat =', ';')),
  ].filter((name) => !OF_TEXT.has(name));
const endings = (house: House): string =>
  between(house.read('indexer/read/detect-format.ts'), 'const ENDINGS:', '\n];');
const readers = (house: House): readonly string[] =>
  keys(between(house.read('indexer/read/read-content.ts'), 'const READERS =', '\n}'));
const rows = (house: House): readonly string[] =>
  keys(between(house.read('indexer/read/read.ts'), 'const FORMATS:', '\n};').replace(/: [^\n]*/g, ':'));
const tests = (house: House): string =>
  house
    .files('test/unit')
    .filter((path) => /\/read-[\w-]+\.test\.ts$/.test(path))
    .map((path) => house.read(path))
    .join('\n');

export const INPUT_FORMAT: Recipe = {
  heading: 'Add an input format',
  names: (house) => distinct(formats(house), rows(house), readers(house)),
  planted: NAME,
  steps: [
    {
      name: 'Its name in `FileFormat` and its ending in `ENDINGS`',
      isDone: (house, name) => formats(house).includes(name) && endings(house).includes(`'${name}'`),
      edits: [
        {
          path: 'core/model.ts',
          behind: 'export type FileFormat =',
          text: `\n  | '${NAME}'`,
        },
        {
          path: 'indexer/read/detect-format.ts',
          behind: 'const ENDINGS: readonly (readonly [ending: RegExp, format: InputFormat])[] = [',
          text: `[/\\.ofd$/iu, '${NAME}'],`,
        },
      ],
    },
    {
      name: 'Its row in `FORMATS`',
      isDone: (house, name) => rows(house).includes(name),
      edits: [
        {
          path: 'indexer/read/read.ts',
          behind: 'const FORMATS: Readonly<Record<InputFormat, Format>> = {',
          text: `\n  ${NAME}: packed('${NAME}'),`,
        },
      ],
    },
    {
      name: 'A folder in `test/golden/files/`',
      isDone: (house, name) => house.files('test/golden/files').includes(goldenOf(name)),
      edits: [{ path: goldenOf(NAME), text: 'bytes' }],
    },
    {
      name: 'Cases in `test/unit/`',
      isDone: (house, name) => new RegExp(`\\${endingOf(name)}['"\`]`).test(tests(house)),
      edits: [
        { path: `test/unit/read-${NAME}.test.ts`, text: "it('reads a good one', () => read('a.ofd'));" },
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
