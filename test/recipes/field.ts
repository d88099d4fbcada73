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

const NAME = 'keywords';

const fields = (house: House): readonly string[] =>
  quoted(between(house.read('core/model.ts'), 'export const DESCRIBED_FIELDS = [', ']'));
/** What is read and never given has no step for what a user may say of it. */
const concluded = (house: House): readonly string[] =>
  quoted(between(house.read('core/model.ts'), 'const CONCLUDED_FIELDS = [', ']'));
const given = (house: House): readonly string[] =>
  keys(between(house.read('core/model.ts'), 'export const GivenMetadata = z.object({', '\n}')).filter(
    (name) => !['id', 'textEn', 'history', 'name', 'url'].includes(name),
  );

export const FIELD: Recipe = {
  heading: 'Add a field of the description',
  names: (house) =>
    distinct(
      fields(house),
      given(house),
      messageKeys(house, 'zh-hans', 'fields').filter((name) => !concluded(house).includes(name)),
    ),
  planted: NAME,
  steps: [
    {
      name: 'Its name in `DESCRIBED_FIELDS`',
      isDone: (house, name) => fields(house).includes(name),
      edits: [{ path: 'core/model.ts', behind: 'export const DESCRIBED_FIELDS = [', text: `\n  '${NAME}',` }],
    },
    {
      name: 'Its place in `PolicyDocument`',
      isDone: (house, name) =>
        hasWord(between(house.read('core/model.ts'), 'export interface PolicyDocument {', '\n}'), name),
      edits: [
        {
          path: 'core/model.ts',
          behind: 'export interface PolicyDocument {',
          text: `\n  readonly ${NAME}: readonly string[];`,
        },
      ],
    },
    {
      name: 'What a user may say of it, in `GivenMetadata`',
      isDone: (house, name) => given(house).includes(name),
      edits: [
        {
          path: 'core/model.ts',
          behind: 'export const GivenMetadata = z.object({',
          text: `\n  ${NAME}: list.nullish(),`,
        },
      ],
    },
    {
      name: 'Its value in `describe`',
      isDone: (house, name) =>
        ['indexer/describe/describe.ts', 'indexer/parse-document.ts'].some((path) =>
          [...house.read(path).matchAll(/\n {2}return \{\n[^}]+/g)].some(([made]) => hasWord(made, name)),
        ),
      edits: [
        {
          path: 'indexer/describe/describe.ts',
          behind: '\n    titleSpan: title.span,',
          text: `\n    ${NAME}: [],`,
        },
      ],
    },
    {
      name: 'Its place in the answer',
      isDone: (house, name) =>
        ['DocumentSummary\n', 'DocumentAnswer {'].some((type) =>
          hasWord(between(house.read('server/api.ts'), `export interface ${type}`, '\n}'), name),
        ),
      edits: [
        { path: 'server/api.ts', behind: 'export interface DocumentSummary\n', text: `    | '${NAME}'` },
      ],
    },
    {
      name: 'Its name in three languages',
      isDone: (house, name) => isNamedInThreeLanguages(house, 'fields', name),
      edits: inThreeLanguages('fields', NAME),
    },
    {
      name: 'A case that has it',
      isDone: (house, name) =>
        house
          .files('test/golden/describe')
          .filter((path) => path.endsWith('expected.json'))
          .some((path) => ![undefined, null].includes(JSON.parse(house.read(path))[name])) ||
        hasWord(
          house.read('test/unit/describe-fields.test.ts') + house.read('test/unit/parse-document.test.ts'),
          name,
        ),
      edits: [{ path: 'test/golden/describe/planted/expected.json', text: `{"${NAME}": ["算力"]}` }],
    },
    {
      name: 'Its name in the README',
      isDone: (house, name) =>
        hasWord(between(house.read('README.md'), '## Your own texts', 'A date is read'), name),
      edits: [{ path: 'README.md', behind: '## Your own texts', text: ` ${NAME} ` }],
    },
  ],
};
