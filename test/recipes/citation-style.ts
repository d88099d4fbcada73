import type { House, Recipe } from './recipe.js';
import {
  between,
  distinct,
  hasWord,
  inThreeLanguages,
  isNamedInThreeLanguages,
  messageKeys,
  quoted,
} from './source.js';

const NAME = 'harvard';
const CASES = 'test/golden/cite';

const styles = (house: House): readonly string[] =>
  quoted(between(house.read('server/cite/cite.ts'), 'export const CITATION_STYLES = [', ']'));
/** The row of a style; empty where there is none. */
const rowOf = (house: House, name: string): string => {
  const table = between(house.read('server/cite/cite.ts'), 'const STYLES:', '\n};');
  return new RegExp(`\\n {2}'?${name}'?: (\\{[^\\n]*)`).exec(table)?.[1] ?? '';
};
const rows = (house: House): readonly string[] =>
  [
    ...between(house.read('server/cite/cite.ts'), 'const STYLES:', '\n};').matchAll(
      /\n {2}'?([\w-]+)'?: \{/g,
    ),
  ].map(([, name = '']) => name);
/** Where the function of its row comes from; where there is no row yet, the file that is called as the style. */
const fileOf = (house: House, name: string): string => {
  const write = /write: (\w+)/.exec(rowOf(house, name))?.[1];
  const from = house
    .read('server/cite/cite.ts')
    .split('\n')
    .find((line) => line.startsWith('import') && write !== undefined && hasWord(line, write));
  return `server/cite/${/from '\.\/([\w-]+)\.js'/.exec(from ?? '')?.[1] ?? name}.ts`;
};
/** Files of styles that `cite` does not know. */
const strangers = (house: House): readonly string[] =>
  house
    .files('server/cite')
    .filter((path) => path.endsWith('.ts'))
    .filter((path) => house.read(path).includes('export const MEDIA_TYPE'))
    .map((path) => path.slice('server/cite/'.length, -'.ts'.length))
    .filter((file) => !house.read('server/cite/cite.ts').includes(`from './${file}.js'`));
const formatted = (house: House): readonly string[] =>
  quoted(between(house.read('web/citation/copying.ts'), 'const FORMATTED', '];'));
const cases = (house: House): readonly string[] =>
  house.files(CASES).filter((path) => path.endsWith('.json'));

export const CITATION_STYLE: Recipe = {
  heading: 'Add a citation style',
  names: (house) =>
    distinct(styles(house), rows(house), strangers(house), messageKeys(house, 'zh-hans', 'styles')),
  planted: NAME,
  steps: [
    {
      name: 'A file that writes it',
      isDone: (house, name) => house.read(fileOf(house, name)).includes('export const MEDIA_TYPE'),
      edits: [{ path: `server/cite/${NAME}.ts`, text: "export const MEDIA_TYPE = 'text/plain';" }],
    },
    {
      name: 'Its name in `CITATION_STYLES`',
      isDone: (house, name) => styles(house).includes(name),
      edits: [{ path: 'server/cite/cite.ts', behind: 'CITATION_STYLES = [', text: `'${NAME}', ` }],
    },
    {
      name: 'Its row in `STYLES`',
      isDone: (house, name) => rowOf(house, name) !== '',
      edits: [
        {
          path: 'server/cite/cite.ts',
          behind: 'Record<CitationStyle, Style>> = {',
          text: `\n  ${NAME}: { write: ${NAME}, mediaType: TEXT, parts: ${NAME}Parts },`,
        },
        { path: 'server/cite/cite.ts', text: `import { ${NAME} } from './${NAME}.js';\n` },
      ],
    },
    {
      name: 'Where it has `parts`, its name in `FORMATTED`',
      isDone: (house, name) => !rowOf(house, name).includes('parts:') || formatted(house).includes(name),
      edits: [
        {
          path: 'web/citation/copying.ts',
          behind: 'const FORMATTED: readonly Style[] = [',
          text: `'${NAME}', `,
        },
      ],
    },
    {
      name: 'Its text in every case',
      isDone: (house, name) =>
        cases(house).every((path) => Object.hasOwn(JSON.parse(house.read(path)), name)),
      // A case begins with its first style.
      edits: [
        'a-document-as-a-whole',
        'a-hostile-title',
        'a-notice-with-all-its-parts',
        'a-repealed-regulation',
        'a-report',
        'a-title-with-titles-in-it-and-no-date',
        'an-item-of-a-Taiwan-article',
        'an-item-of-an-article',
        'four-bodies',
        'news-without-a-link',
      ].map((name) => ({ path: `${CASES}/${name}.json`, behind: '{', text: `"${NAME}": "…",` })),
    },
    {
      name: 'Its media type in a row',
      isDone: (house, name) =>
        new RegExp(`\\['${name}', {1,20}'[a-z]+/`).test(house.read('test/unit/cite-styles.test.ts')),
      edits: [
        {
          path: 'test/unit/cite-styles.test.ts',
          behind: "describe('media types', () => {",
          text: `\n    ['${NAME}', 'text/plain'],`,
        },
      ],
    },
    {
      name: 'Its name in three languages',
      isDone: (house, name) => isNamedInThreeLanguages(house, 'styles', name),
      edits: inThreeLanguages('styles', NAME),
    },
    {
      name: 'Its name in the README',
      isDone: (house, name) => between(house.read('README.md'), 'styles:', '|').includes(`\`${name}\``),
      edits: [{ path: 'README.md', behind: 'styles:', text: ` \`${NAME}\`,` }],
    },
  ],
};
