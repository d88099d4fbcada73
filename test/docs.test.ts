import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CITATION_STYLES } from '../server/cite/cite.js';
import { SearchRequest } from '../server/request.js';
import { ROOT } from './source-files.js';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/operations.md',
  'docs/api.md',
  'docs/operations-embedded.md',
  'SECURITY.md',
  'docs/glossary.md',
  'docs/citations.md',
];

const { version } = JSON.parse(read('package.json'));

describe('the documentation', () => {
  it.each(PAGES)('%s names only files that are there', (page) => {
    const text = read(page);
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) =>
      join(dirname(page), path),
    );
    const names = [
      ...text.matchAll(/`((?:core|engine|indexer|server|web|test|bench|docs|seeds)\/[\w./-]*)`/g),
    ].map(([, path = '']) => path);
    const missing = [...links, ...names].filter(
      (path) => !path.includes('*') && !existsSync(join(ROOT, path)),
    );
    expect(missing).toEqual([]);
  });

  it('README tells every variable that the configuration reads, and its default', () => {
    const declared = [...read('core/config.ts').matchAll(/^ {2}([A-Z_]+): z\..*?default\('?([^')]+)'?\)/gm)];
    expect(declared.length).toBeGreaterThan(4);
    for (const [, name, preset] of declared) {
      expect(read('README.md')).toMatch(
        new RegExp(`\\| \`${name}\` \\| \`${preset?.replaceAll('.', '\\.')}\``),
      );
    }
  });

  it('README tells every option of the command', () => {
    const options = [...read('indexer/command.ts').matchAll(/[oO]ption\(\s*'(--[\w-]+)/g)].map(
      ([, name = '']) => name,
    );
    expect(options).toContain('--update');
    expect(options.filter((option) => !read('README.md').includes(option))).toEqual([]);
  });

  it('README tells every command of zhengsou, and its options', () => {
    const commands = [...read('cli/run-command.ts').matchAll(/^ {4}'(\w+)',$|^ {2}\['(\w+)', /gm)].map(
      ([, one, other]) => one ?? other ?? '',
    );
    expect(commands).toEqual(
      expect.arrayContaining(['index', 'serve', 'check', 'list', 'backup', 'restore']),
    );
    expect(commands.filter((name) => !read('README.md').includes(`\`zhengsou ${name}`))).toEqual([]);
    const options = ['check', 'list', 'serve', 'copy'].flatMap((file) =>
      [...read(`cli/${file}.ts`).matchAll(/[oO]ption\(\s*'(--[\w-]+)/g)].map(([, name = '']) => name),
    );
    expect(options).toContain('--derived-title');
    expect(options.filter((option) => !read('README.md').includes(option))).toEqual([]);
  });

  it("the operator's page of the embedded engine names commands, options, variables and metrics that there are", () => {
    const page = read('docs/operations-embedded.md');
    const commands = [...page.matchAll(/\bzhengsou (\w+)(?: [^\n`|]*)?/g)].map(([line, name = '']) => ({
      line,
      name,
    }));
    const used = commands.filter(
      ({ name }) => name !== 'zhengsou' && read('cli/run-command.ts').includes(`'${name}'`),
    );
    expect([...new Set(used.map(({ name }) => name))].sort()).toEqual([
      'backup',
      'check',
      'index',
      'list',
      'restore',
      'serve',
    ]);
    const known = ['cli/check.ts', 'cli/copy.ts', 'cli/list.ts', 'cli/serve.ts', 'indexer/command.ts']
      .map(read)
      .join();
    const options = used.flatMap(({ line }) => line.match(/--[a-z-]+/g) ?? []);
    expect(options).toContain('--derived-title');
    expect(options.filter((option) => !known.includes(`'${option}`))).toEqual([]);
    const variables = [...page.matchAll(/\b([A-Z]+_[A-Z]+)=/g)].map(([, name = '']) => name);
    expect(variables).toContain('RATE_LIMIT');
    const others = ['NODE_ENV', 'NODE_OPTIONS', 'COMPOSE_PROFILES'];
    expect(
      variables.filter((name) => !read('core/config.ts').includes(`  ${name}: `) && !others.includes(name)),
    ).toEqual([]);
    const metrics = [...page.matchAll(/`(zhengsou_\w+)`/g)].map(([, name = '']) => name);
    expect(metrics.length).toBeGreaterThan(2);
    expect(metrics.filter((name) => !read('server/http/metrics.ts').includes(`'${name}'`))).toEqual([]);
  });

  it("the operator's page says of each command which index it is for: without, it would be one in the folder where one stands", () => {
    const page = read('docs/operations-embedded.md');
    const typed = page.split('\n').flatMap((line) => line.match(/`[^`]+`/g) ?? [line]);
    const commands = typed.filter((text) => /\bzhengsou (?:index|check|list|backup|restore) /.test(text));
    expect(commands.length).toBeGreaterThan(6);
    expect(commands.filter((text) => !/--data |DATA_DIR=/.test(text))).toEqual([]);
  });

  it("the operator's page runs and installs the tarball of this version; npx by its absolute path, and not as an option", () => {
    const commands = read('docs/operations-embedded.md').match(/^np[mx] .*$/gm) ?? [];
    expect(commands).toHaveLength(3);
    for (const command of commands) expect(command).toContain(`/zhengsou-${version}.tgz`);
    const byNpx = commands.filter((line) => line.startsWith('npx --yes "file:$PWD/'));
    expect(byNpx).toEqual(commands.filter((line) => line.startsWith('npx')));
  });

  it('CHANGELOG has the version of package.json', () => {
    expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## ${version.replaceAll('.', '\\.')}, \\d`, 'm'));
  });

  it('README tells every parameter of a search and every citation style', () => {
    const { filters, excludedValues, ...rest } = SearchRequest.parse({
      ...{ from: '2023-01-01', to: '2023-12-31', document: 'a' },
    });
    const excluding = Object.keys(excludedValues).map((name) => `not.${name}`);
    const parameters = [...Object.keys(rest), ...Object.keys(filters), ...excluding];
    const told = read('README.md');
    expect(parameters.filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
    expect(CITATION_STYLES.filter((style) => !told.includes(`\`${style}\``))).toEqual([]);
  });

  it('ARCHITECTURE is at most 150 lines', () => {
    expect(read('ARCHITECTURE.md').split('\n').length).toBeLessThanOrEqual(150);
  });

  it('README begins with a picture of the page and the two commands', () => {
    const head = read('README.md').split('\n').slice(0, 8).join('\n');
    expect(head).toMatch(/!\[[^\]]+\]\(docs\/page\.png\)/);
    expect(head).toContain('npm ci && npm start');
    expect(head).toContain('npm ci && npm test');
  });
});
