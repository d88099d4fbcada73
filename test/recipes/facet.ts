import type { House, Recipe } from './recipe.js';
import {
  between,
  distinct,
  hasWord,
  inThreeLanguages,
  isNamedInThreeLanguages,
  keys,
  messageKeys,
  quoted,
} from './source.js';

const NAME = 'region';

const facets = (house: House): readonly string[] =>
  quoted(between(house.read('core/model.ts'), 'export const FACETS = [', ']'));
const values = (house: House): readonly string[] =>
  keys(between(house.read('engine/entry.ts'), 'const VALUES:', '\n};'));
const onPage = (house: House): readonly string[] =>
  keys(between(house.read('web/shared/address.ts'), 'export const NO_FILTERS: Filters = {', '}'));
const formats = (house: House): string => house.read('test/unit/index-format.test.ts');
const ROW = '// SQLite, Meilisearch, the facets';

export const FACET: Recipe = {
  heading: 'Add a facet',
  names: (house) =>
    distinct(facets(house), values(house), onPage(house), messageKeys(house, 'zh-hans', 'facets')),
  planted: NAME,
  steps: [
    {
      name: 'Its name in `FACETS`',
      isDone: (house, name) => facets(house).includes(name),
      edits: [{ path: 'core/model.ts', behind: 'export const FACETS = [', text: `'${NAME}', ` }],
    },
    {
      name: 'Its values in `VALUES`',
      isDone: (house, name) => values(house).includes(name),
      edits: [
        { path: 'engine/entry.ts', behind: '=> readonly string[]>> = {', text: `\n  ${NAME}: () => [],` },
      ],
    },
    {
      name: 'A format of the index that has it',
      isDone: (house, name) => hasWord(between(formats(house), ROW, '];'), name),
      edits: [{ path: 'test/unit/index-format.test.ts', behind: ROW, text: `\n  [99, 99, '${NAME} city'],` }],
    },
    {
      name: 'Its place on the page',
      isDone: (house, name) => onPage(house).includes(name),
      edits: [
        {
          path: 'web/shared/address.ts',
          behind: 'export const NO_FILTERS: Filters = {',
          text: ` ${NAME}: [],`,
        },
      ],
    },
    {
      name: 'Its name in three languages',
      isDone: (house, name) => ['facets', 'missing'].every((of) => isNamedInThreeLanguages(house, of, name)),
      edits: [...inThreeLanguages('facets', NAME), ...inThreeLanguages('missing', NAME)],
    },
    {
      name: 'Its parameter in the README',
      isDone: (house, name) =>
        [name, `not.${name}`].every((parameter) =>
          between(house.read('README.md'), '| `/api/search` |', '\n').includes(`\`${parameter}\``),
        ),
      edits: [{ path: 'README.md', behind: '| `/api/search` |', text: ` \`${NAME}\`, \`not.${NAME}\`` }],
    },
    {
      name: 'Its values in the plain scan',
      isDone: (house, name) =>
        keys(between(house.read('test/contract/plain-scan.ts'), '    values: {', '\n    },')).includes(name),
      edits: [{ path: 'test/contract/plain-scan.ts', behind: '    values: {', text: `\n      ${NAME}: [],` }],
    },
    {
      name: 'Its values where queries are drawn',
      isDone: (house, name) =>
        ['test/contract/random-corpus.ts', 'test/meilisearch/drawn-queries.ts'].every((path) =>
          keys(house.read(path)).includes(name),
        ),
      edits: [
        {
          path: 'test/contract/random-corpus.ts',
          behind: 'filters: fc.record({',
          text: `\n    ${NAME}: none,`,
        },
        { path: 'test/meilisearch/drawn-queries.ts', behind: '  return {', text: `\n    ${NAME}: [],` },
      ],
    },
    {
      name: 'A filter by it in the contract',
      isDone: (house, name) =>
        [
          ...house
            .read('test/contract/search-contract.ts')
            .matchAll(/filters: \{ \.\.\.NO_FILTERS,[^}]{0,200}\}/g),
        ].some(([filters]) => keys(filters).includes(name)),
      edits: [
        {
          path: 'test/contract/search-contract.ts',
          behind: 'it.each([\n      [',
          text: `'a region', { filters: { ...NO_FILTERS, ${NAME}: ['华北'] } }],\n      [`,
        },
      ],
    },
  ],
};
