/** The contract, for programs (openapi.json) and for people (docs/api.md), is what the server does: every path, every example, every question. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SuggestAnswer } from '../../server/api.js';
import { CITATION_STYLES } from '../../server/cite/cite.js';
import { EXAMPLE_PROBLEMS } from '../../server/openapi/example-problems.js';
import { openApiDocument } from '../../server/openapi/openapi.js';
import { OPERATIONS } from '../../server/openapi/operations.js';
import { ROOT, SOURCES } from '../source-files.js';
import { askEverything, type Contract, faultOf, openJudge } from './asked-from-document.js';
import { indexSeeds, isBuilt, NOT_BUILT, type Served, serve } from './serve-seeds.js';

const contract = openApiDocument() as unknown as Contract;

/** Pages and files, which are read by people and browsers. */
const NO_CONTRACT = ['/favicon.ico', '/assets/:name', '/docs', '/openapi.json', '/metrics'];

const apiPage = readFileSync(join(ROOT, 'docs/api.md'), 'utf8');
const questions = [...apiPage.matchAll(/^GET (\/.*?)(?: → (\d{3}))?$/gm)].map(
  ([, address = '', status = '200']) => [address, Number(status)] as const,
);
/** What stands in backticks. */
const told = new Set([...apiPage.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word));

describe('openapi.json', () => {
  it('has every path that a route answers', () => {
    const routes = SOURCES.filter((file) => file.startsWith('server/http/routes/')).flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\.get\(\s*'(\/[^']+)'/g)].map(
        ([, path = '']) => path,
      ),
    );
    const told = routes
      .filter((path) => !NO_CONTRACT.includes(path))
      .map((path) => path.replace(/:(\w+)/g, '{$1}'));
    expect(told.length).toBeGreaterThan(8);
    expect(Object.keys(contract.paths).sort()).toEqual(told.sort());
  });

  it('leads nowhere that is not there', () => {
    const references = [...JSON.stringify(contract).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(20);
    const missing = references.filter(([, name = '']) => contract.components.schemas[name] === undefined);
    expect(missing).toEqual([]);
  });

  it('has parameters with limits: of numbers, of texts, of lists', () => {
    const { parameters } = contract.paths['/api/search']?.get ?? { parameters: [] };
    const schemaOf = (name: string) => parameters.find((one) => one.name === name)?.schema;
    expect(schemaOf('q')).toMatchObject({ type: 'string', maxLength: 500, default: '' });
    expect(schemaOf('size')).toMatchObject({ type: 'integer', minimum: 1, maximum: 100 });
    expect(schemaOf('match')).toMatchObject({ enum: ['auto', 'all', 'any'], default: 'auto' });
    expect(schemaOf('from')).toMatchObject({ format: 'date' });
    expect(schemaOf('not.city')).toMatchObject({ type: 'array', maxItems: 100, items: { type: 'string' } });
  });

  it('is told by the judge where an answer is not as it says', () => {
    const judge = openJudge(contract);
    const health = { $ref: '#/components/schemas/Health' };
    expect(judge(health, { status: 'ok' })).toBeNull();
    expect(judge(health, { status: 'ill' })).not.toBeNull();
    expect(judge(health, { status: 'ok', more: 1 })).not.toBeNull();
    expect(judge(health, {})).not.toBeNull();
  });
});

describe('docs/api.md', () => {
  it('tells every parameter of every path, in words and in a question', () => {
    const names = [...new Set(OPERATIONS.flatMap(({ parameters }) => Object.keys(parameters.shape)))];
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((name) => !told.has(name))).toEqual([]);
    const asked = questions.flatMap(([address]) => [...new URL(address, 'http://x').searchParams.keys()]);
    // Of the many that are alike, one is asked.
    const alike = /^(?:not\.|city$|year$|status$)/;
    expect(names.filter((name) => !alike.test(name) && !asked.includes(name))).toEqual([]);
    expect(asked.filter((name) => name.startsWith('not.'))).not.toEqual([]);
  });

  it('has a question for every path', () => {
    const patterns = OPERATIONS.map(
      ({ path }) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/?]+')}(?:\\?|$)`),
    );
    expect(patterns.filter((pattern) => !questions.some(([address]) => pattern.test(address)))).toEqual([]);
  });

  it('tells every style, and every code of a problem that a question may be answered with', () => {
    expect(CITATION_STYLES.filter((style) => !told.has(style))).toEqual([]);
    const codes = [...new Set(OPERATIONS.flatMap(({ problems }) => problems))];
    expect(codes.filter((code) => !told.has(code))).toEqual([]);
  });
});

describe.skipIf(!isBuilt)(`the server and its contract (${isBuilt ? 'real index' : NOT_BUILT})`, () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(indexSeeds());
    // What can be suggested is read beside all else: until that is done, fewer are answered.
    const suggested = async (): Promise<number> => {
      const { suggestions } = (await (
        await served.get('/api/suggest?q=rgzn&limit=3')
      ).json()) as SuggestAnswer;
      return suggestions.length;
    };
    while ((await suggested()) < 3) await new Promise((resolve) => setTimeout(resolve, 100));
  });
  afterAll(() => served.close());

  it('serves it, and the page made from it', async () => {
    expect(await (await served.get('/openapi.json')).json()).toEqual(contract);
    const response = await served.get('/docs');
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    const page = await response.text();
    for (const { path, parameters } of OPERATIONS) {
      expect(page).toContain(`GET ${path}<`);
      for (const name of Object.keys(parameters.shape)) expect(page).toContain(`<code>${name}</code>`);
    }
    expect(page).not.toMatch(/<script|style=|https?:\/\/(?!news\.cctv\.com)/);
    expect(page.match(/<details>/g)?.length).toBeGreaterThan(10);
  });

  /** What differs from one index to the next. */
  const lasting = (text: string): string =>
    text
      .replace(/"version": "[^"]*"/g, '"version": "…"')
      .replace(/"indexedAt": "[^"]*"/g, '"indexedAt": "2026-01-01T00:00:00.000Z"')
      .replace(/"tookMs": [\d.]+/g, '"tookMs": 1.9');

  // `npx vitest run test/http/openapi.test.ts -u` writes them; read the diff before you commit it.
  it.each(OPERATIONS.filter(({ id }) => id !== 'file'))(
    'answers the example of $id',
    async ({ id, path, inPath, example }) => {
      const filled = inPath.reduce(
        (address, { name, example: value }) => address.replace(`{${name}}`, value),
        path,
      );
      const response = await served.get(encodeURI(`${filled}${example && '?'}${example}`));
      expect(response.status).toBe(200);
      const operation = contract.paths[path]?.get;
      expect(operation && (await faultOf(contract, operation, response.clone() as Response))).toBeNull();
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
      const shown = isJson ? `${lasting(JSON.stringify(JSON.parse(text), null, 2))}\n` : text;
      await expect(shown).toMatchFileSnapshot(`../../docs/examples/${id}.${isJson ? 'json' : 'txt'}`);
    },
  );

  it.each(EXAMPLE_PROBLEMS.filter(({ asked }) => asked !== null))(
    'answers $asked with the problem shown',
    async ({ error, asked }) => {
      const response = await served.get(encodeURI(asked ?? ''));
      expect(await response.json()).toMatchObject({
        ...{ type: `urn:zhengsou:problem:${error.code}`, detail: error.message, remedy: error.remedy },
        ...(error.options.errors && { errors: error.options.errors }),
      });
    },
  );

  it.each(questions)('answers what docs/api.md asks: %s with %i', async (address, status) => {
    const response = await served.get(encodeURI(address));
    const answer = await response.text();
    expect([response.status, answer]).toEqual([status, expect.anything()]);
    expect(answer).not.toBe('');
  });

  it('answers whatever is drawn from it as it says, and never with a fault', async () => {
    const answered = await askEverything(contract, (address) => served.get(address), 60);
    const kinds = [...answered.keys()];
    for (const { id } of OPERATIONS.filter(({ id: one }) => one !== 'file'))
      expect(kinds).toContain(`${id} 200`);
    expect(kinds).toEqual(expect.arrayContaining(['search 400', 'document 404', 'facetValues 404']));
  }, 120_000);
});
