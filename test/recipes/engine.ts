import type { House, Recipe } from './recipe.js';
import { between, distinct, keys, quoted } from './source.js';

const NAME = 'lucene';

const engines = (house: House): readonly string[] =>
  quoted(between(house.read('core/config.ts'), 'export const ENGINES = [', ']'));
const opened = (house: House): readonly string[] =>
  [...between(house.read('engine/open.ts'), 'const ENGINES:', '\n};').matchAll(/\n {2}([\w-]+): \(/g)].map(
    ([, name = '']) => name,
  );
const built = (house: House): readonly string[] =>
  [
    ...between(house.read('engine/open-build.ts'), 'const BUILDS:', '\n};').matchAll(
      /\n {2}async ([\w-]+)\(/g,
    ),
  ].map(([, name = '']) => name);
const folders = (house: House): readonly string[] =>
  distinct(house.files('engine').flatMap((path) => /^engine\/([\w-]+)\/.+\.ts$/.exec(path)?.[1] ?? []));

export const ENGINE: Recipe = {
  heading: 'Add an engine',
  names: (house) => distinct(engines(house), opened(house), built(house), folders(house)),
  planted: NAME,
  steps: [
    {
      name: 'A folder with a `SearchEngine` and an `IndexBuild`',
      isDone: (house, name) => {
        const files = house.files('engine').filter((path) => path.startsWith(`engine/${name}/`));
        const has = (end: string, made: string): boolean =>
          files.some((path) => path.endsWith(end) && house.read(path).includes(made));
        return has(`/${name}-engine.ts`, 'SearchEngine') && has('/index-build.ts', 'IndexBuild');
      },
      edits: [
        {
          path: `engine/${NAME}/${NAME}-engine.ts`,
          text: 'export function openLuceneEngine(): SearchEngine {}',
        },
        { path: `engine/${NAME}/index-build.ts`, text: 'export function openLuceneBuild(): IndexBuild {}' },
      ],
    },
    {
      name: 'Its name in `ENGINES`',
      isDone: (house, name) => engines(house).includes(name),
      edits: [{ path: 'core/config.ts', behind: 'export const ENGINES = [', text: `'${NAME}', ` }],
    },
    {
      name: 'Its row in `ENGINES`',
      isDone: (house, name) => opened(house).includes(name) && built(house).includes(name),
      edits: [
        {
          path: 'engine/open.ts',
          behind: 'Record<EngineName, OpenEngine>> = {',
          text: `\n  ${NAME}: (config) => openLuceneEngine(config),`,
        },
        {
          path: 'engine/open-build.ts',
          behind: 'Record<EngineName, OpenBuild>> = {',
          text: `\n  async ${NAME}(config, options) {},`,
        },
      ],
    },
    {
      name: 'How many searches a thread does at a time, in `AT_ONCE`',
      isDone: (house, name) =>
        keys(
          `{${between(house.read('server/http/pool.ts'), 'const AT_ONCE:', '}').split('{')[1] ?? ''}`,
        ).includes(name),
      edits: [
        { path: 'server/http/pool.ts', behind: "Config['engine'], number>> = {", text: ` ${NAME}: 1,` },
      ],
    },
    {
      name: 'The contract, run on it',
      isDone: (house, name) =>
        [...house.files('test/contract'), ...house.files('test/meilisearch')].some((path) =>
          new RegExp(`describeEngine\\(['"\`]${name}\\b`).test(house.read(path)),
        ),
      edits: [{ path: `test/contract/${NAME}.test.ts`, text: `describeEngine('${NAME}', place);` }],
    },
    {
      name: 'Its name in the README',
      isDone: (house, name) =>
        between(house.read('README.md'), '| `SEARCH_ENGINE` |', '\n').includes(`\`${name}\``),
      edits: [{ path: 'README.md', behind: '| `SEARCH_ENGINE` |', text: ` \`${NAME}\`` }],
    },
  ],
};
