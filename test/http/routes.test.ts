import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cached } from '../../server/answer/cache.js';
import { type DocumentAnswer, hitsOf, type Problem } from '../../server/api.js';
import { ROOT } from '../source-files.js';
import { indexSeeds, isBuilt, NOT_BUILT, type Served, serve } from './serve-seeds.js';

describe.skipIf(!isBuilt)(`routes over the seeds (${isBuilt ? 'real index' : NOT_BUILT})`, () => {
  let served: Served;
  let documentId: string;
  let clauseId: string;
  beforeAll(async () => {
    served = await serve(indexSeeds());
    const [hit] = (await served.search({ q: '"揭榜挂帅"' })).hits;
    documentId = hit?.document.id ?? '';
    clauseId = hit?.clause.id ?? '';
    mkdirSync(join(served.folder, 'web/assets'), { recursive: true });
    writeFileSync(join(served.folder, 'web/index.html'), '<!doctype html><title>page</title>');
    writeFileSync(join(served.folder, 'web/assets/index-a1B2c3D4.js'), 'export {};');
  });
  afterAll(() => served.close());

  const problem = async (path: string, options?: RequestInit): Promise<Problem> => {
    const response = await served.get(path, options);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const answer = (await response.json()) as Problem;
    expect(answer.status).toBe(response.status);
    expect(answer.remedy).not.toBe('');
    return answer;
  };

  it('gives a document with all its clauses, marked and in the script asked for', async () => {
    const response = await served.get(
      `/api/documents/${documentId}?q=${encodeURIComponent('算力')}&script=hant`,
    );
    const { document, clauses } = (await response.json()) as DocumentAnswer;
    expect(document.id).toBe(documentId);
    expect(document.file.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(document.provenance).toBeDefined();
    expect(clauses.length).toBeGreaterThan(10);
    expect(clauses.some(({ fragments }) => fragments.some(({ match }) => match))).toBe(true);
  });

  it('gives the file as it came', async () => {
    const { document } = (await (await served.get(`/api/documents/${documentId}`)).json()) as DocumentAnswer;
    const response = await served.get(`/api/documents/${documentId}/raw`);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe(readFileSync(document.file.path, 'utf8'));
  });

  it.each([
    ['style=chicago', 'style', /gbt7714-2015/],
    ['lang=de', 'lang', /zh-Hant/],
    ['pinpoint=99', 'pinpoint', /99/],
    ['pinpoint=x', 'pinpoint', /pinpoint/],
    ['format=x', 'format', /no such parameter/],
    ['parts=yes', 'parts', /on/],
    ['accessed=2026-02-30', 'accessed', /2026-08-22/],
    ['accessed=today', 'accessed', /2026-08-22/],
    ['quote=5', 'quote', /stretch/],
    ['quote=9-3', 'quote', /stretch/],
    ['quote=0-9999999', 'quote', /goes from 0 to/],
    ['download=yes', 'download', /download=1/],
  ])('refuses a citation with %s', async (query, parameter, message) => {
    const { status, errors } = await problem(`/api/clauses/${clauseId}/citation?${query}`);
    expect(status).toBe(400);
    expect(errors).toEqual([{ parameter, message: expect.stringMatching(message) }]);
  });

  it.each([
    ['/api/documents/none', 404],
    ['/api/documents/none/raw', 404],
    ['/api/documents/none/citation', 404],
    ['/api/clauses/none/citation', 404],
    ['/api/nothing', 404],
    ['/opensearch.xml', 404],
    ['/assets/none.js', 404],
    ['/../../etc/passwd', 404],
    ['/%2e%2e/%2e%2e/package.json', 404],
    ['/api/documents/%E0%A4%A', 400],
    ['/api/search?q=%E0%A4%A', 400],
    ['/api/search?colour=red', 400],
    ['/api/search?q=a&q=b', 400],
    [`/api/search?q=${'a'.repeat(501)}`, 400],
    [`/api/search?q=${encodeURIComponent('😀'.repeat(501))}`, 400],
    ['/api/documents/x/raw?q=1', 400],
  ])('%s is a problem %i', async (path, status) => {
    expect((await problem(path)).status).toBe(status);
  });

  it.each([
    ['Range', 'bytes=999999-', 416],
    ['If-Match', '"of another day"', 412],
  ])('%s: %s is a problem %i, which says what to leave out', async (name, value, status) => {
    const { remedy, ...said } = await problem('/', { headers: { [name]: value } });
    expect(said.status).toBe(status);
    expect(remedy).toContain(name);
  });

  it('is for reading only', async () => {
    const response = await served.get('/api/search', { method: 'POST', body: '{}' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    const head = await served.get('/api/search?q=a', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
  });

  it('answers 304 to one who has the answer', async () => {
    const first = await served.get('/api/search?q=ai');
    const etag = first.headers.get('etag') ?? '';
    const second = await served.get('/api/search?q=ai', {
      // fetch would add no-cache, which asks for the whole answer
      headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' },
    });
    expect(second.status).toBe(304);
  });

  it('shows the page under its addresses, and keeps its assets for ever', async () => {
    for (const path of ['/', '/?q=x&anything=1', '/documents/abc', '/compare', '/coverage']) {
      const response = await served.get(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
    const asset = await served.get('/assets/index-a1B2c3D4.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
  });

  it('lets nothing in from elsewhere and tells nothing of itself', async () => {
    const { headers } = await served.get('/');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('says that it is well and ready', async () => {
    expect((await served.get('/healthz')).status).toBe(200);
    expect(await (await served.get('/readyz')).json()).toMatchObject({ documents: 5 });
  });

  it("calls each request by a name, a proxy's own where it has one, in its answer and in the log", async () => {
    for (const [given, kept] of [
      [null, /^[0-9a-f-]{36}$/],
      ['proxy-1.a:b', /^proxy-1\.a:b$/],
      ['two words', /^[0-9a-f-]{36}$/],
      ['x'.repeat(101), /^[0-9a-f-]{36}$/],
    ] as const) {
      const headers: Record<string, string> = given === null ? {} : { 'X-Request-Id': given };
      const response = await served.get('/api/documents/none', { headers });
      const id = response.headers.get('x-request-id') ?? '';
      expect(id).toMatch(kept);
      await expect
        .poll(() => served.logged)
        .toContainEqual(
          expect.objectContaining({
            id,
            path: '/api/documents/none',
            route: '/api/documents/:id',
            status: 404,
          }),
        );
    }
  });

  it('says its version in a header and where it is asked whether it is ready', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const response = await served.get('/readyz');
    expect(response.headers.get('zhengsou-version')).toBe(version);
    expect(await response.json()).toMatchObject({ status: 'ready', version });
  });

  it('logs paths, never what was searched for', async () => {
    await served.get('/api/search?q=mysecretquestion');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(JSON.stringify(served.logged)).toContain('/api/search');
    expect(JSON.stringify(served.logged)).not.toContain('mysecretquestion');
  });

  it('keeps answers while their index serves', async () => {
    let version = 'one';
    let asked = 0;
    const answers = cached(
      {
        search: async (request) => {
          asked += 1;
          return { answer: await served.search({ q: request.q }), version };
        },
        document: () => Promise.reject(new Error('not asked')),
        citation: () => Promise.reject(new Error('not asked')),
        facetValues: () => Promise.reject(new Error('not asked')),
        suggest: () => Promise.reject(new Error('not asked')),
        close: async () => {},
      },
      async () => version,
    );
    const { SearchRequest } = await import('../../server/request.js');
    const request = SearchRequest.parse({ q: '算力' });
    const first = await answers.search(request);
    const second = await answers.search(request);
    expect(asked).toBe(1);
    expect(hitsOf(second.answer)).toEqual(hitsOf(first.answer));
    version = 'two';
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await answers.search(request);
    expect(asked).toBe(2);
  });
});

describe('without an index', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(mkdtempSync(join(tmpdir(), 'zhengsou-none-')));
  });
  afterAll(() => served.close());

  it.each(['/readyz', '/api/search', '/api/documents/x', '/api/clauses/x/citation'])(
    '%s says how to make one',
    async (path) => {
      const response = await served.get(path);
      expect(response.status).toBe(503);
      expect(((await response.json()) as Problem).remedy).toContain('npm run index');
    },
  );

  it('is well all the same, and says how to build the page', async () => {
    expect((await served.get('/healthz')).status).toBe(200);
    const page = await served.get('/');
    expect(page.status).toBe(404);
    expect(((await page.json()) as Problem).remedy).toContain('npm run build');
  });
});
