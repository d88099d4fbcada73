/** Who may ask, how much, and what is counted of it. */

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type NetworkConfig, readConfig } from '../../core/config.js';
import type { Problem } from '../../server/api.js';
import { type Served, serve } from './serve-seeds.js';

let served: Served;
afterEach(() => served.close());

/** Without an index: everything is answered all the same, with a 503 where one is needed. */
async function withNetwork(network: Partial<NetworkConfig>): Promise<Served> {
  served = await serve(mkdtempSync(join(tmpdir(), 'zhengsou-network-')), { network });
  return served;
}

describe('the rate limit', () => {
  it('is off unless it is set', async () => {
    const { get } = await withNetwork({});
    const { headers, status } = await get('/api/search');
    expect(status).toBe(503);
    expect(headers.get('ratelimit')).toBeNull();
  });

  it('refuses what is too much, says when it ends, and leaves alone who asks for health', async () => {
    const { get } = await withNetwork({ rateLimit: 2 });
    const answers = [await get('/api/search'), await get('/api/nothing'), await get('/api/search')];
    expect(answers.map(({ status }) => status)).toEqual([503, 404, 429]);
    const [first, , last] = answers as [Response, Response, Response];
    expect(first.headers.get('ratelimit')).toMatch(/r=1; t=\d+/);
    expect(first.headers.get('ratelimit-policy')).toMatch(/q=2; w=60/);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await last.json()).toMatchObject({
      ...{ type: 'urn:zhengsou:problem:too_many_requests', status: 429 },
      remedy: expect.stringContaining('Retry-After'),
    });
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/metrics')).status).toBe(200);
  });

  it.each([
    // trusted    the third client's status   whether it is told that all are one
    [1, 503, false],
    [['loopback'], 503, false],
    [['10.0.0.0/8'], 429, false],
    [false, 429, true],
  ] as const)(
    'goes by the client whom a proxy names, where it is trusted: %j',
    async (trustProxy, status, isTold) => {
      const { get, logged } = await withNetwork({ rateLimit: 2, trustProxy });
      const from = (client: string) => get('/api/search', { headers: { 'X-Forwarded-For': client } });
      await from('192.0.2.1');
      await from('192.0.2.2');
      expect((await from('192.0.2.3')).status).toBe(status);
      expect(JSON.stringify(logged).match(/TRUST_PROXY/g)?.length ?? 0).toBe(isTold ? 1 : 0); // once
    },
  );
});

describe('CORS', () => {
  const ours = 'https://library.example';
  it.each([
    // set            the page's origin    who may read
    [[], ours, null],
    [['*'], ours, '*'],
    [['*'], undefined, '*'],
    [[ours], ours, ours],
    [[ours], 'https://other.example', null],
    [[ours], `${ours}.evil.example`, null],
    [[ours], undefined, null],
  ])('%j: a page of %s may read: %s', async (origins, origin, expected) => {
    const { get } = await withNetwork({ origins });
    const headers: Record<string, string> = origin === undefined ? {} : { Origin: origin };
    const response = await get('/healthz', { headers });
    expect(response.headers.get('access-control-allow-origin')).toBe(expected);
    expect(response.headers.get('vary')?.includes('Origin') ?? false).toBe(origins[0] === ours);
    const asked = await get('/api/search', { method: 'OPTIONS', headers });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-methods')).toBe(expected === null ? null : 'GET, HEAD');
  });
});

it('counts requests by route and status, never by what was asked, and says whether it is ready', async () => {
  const { get } = await withNetwork({});
  await get('/api/search?q=mysecretquestion');
  await get('/api/documents/mysecretdocument');
  await get('/mysecretpath');
  await expect
    .poll(async () => (await get('/metrics')).text())
    .toContain('zhengsou_http_request_duration_seconds_count{route="none",status="404"} 1');
  const text = await (await get('/metrics')).text();
  expect(text).toContain('zhengsou_http_request_duration_seconds_count{route="/api/search",status="503"} 1');
  expect(text).toContain(
    'zhengsou_http_request_duration_seconds_count{route="/api/documents/:id",status="503"} 1',
  );
  expect(text).toMatch(/^zhengsou_ready 0$/m);
  expect(text).toMatch(/^zhengsou_build_info\{version="[^"]+",engine="sqlite"\} 1$/m);
  expect(text).toMatch(/^process_resident_memory_bytes \d/m);
  expect(text).not.toContain('mysecret');
});

describe('the path that everything lies under', () => {
  const page = '<script type="module" src="/__base__/assets/page-abcdefgh.js"></script>';
  const script = 'fetch("/__base__/api/search")';

  it.each([
    // base       where      what the page names
    ['', '', '/'],
    ['/policies', '/policies', '/policies/'],
    ['/a/b.c', '/a/b.c', '/a/b.c/'],
  ])('%j', async (basePath, at, named) => {
    const { get, folder } = await withNetwork({ basePath });
    mkdirSync(join(folder, 'web/assets'), { recursive: true });
    writeFileSync(join(folder, 'web/index.html'), page);
    writeFileSync(join(folder, 'web/assets/page-abcdefgh.js'), script);
    for (const path of ['/', '/documents/x']) {
      expect(await (await get(at + path)).text()).toBe(page.replace('/__base__/', named));
    }
    const asset = await get(`${at}/assets/page-abcdefgh.js`);
    expect(await asset.text()).toBe(script.replace('/__base__/', named));
    expect(asset.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    const again = await get(`${at}/assets/page-abcdefgh.js`, {
      headers: { 'If-None-Match': asset.headers.get('etag') ?? '', 'Cache-Control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
    expect((await get(`${at}/api/search`)).status).toBe(503); // there, but for the index
    expect(await (await get(`${at}/openapi.json`)).json()).toMatchObject({ servers: [{ url: at || '/' }] });
    expect(await (await get(`${at}/docs`)).text()).toContain(`href="${named}docs.css"`);
    for (const path of ['/healthz', `${at}/healthz`, '/metrics']) expect((await get(path)).status).toBe(200);
  });

  it('leads there from its name without the slash, and nowhere else', async () => {
    const { get } = await withNetwork({ basePath: '/policies' });
    const led = await get('/policies?q=a', { redirect: 'manual' });
    expect([led.status, led.headers.get('location')]).toEqual([308, '/policies/?q=a']);
    for (const path of ['/', '/api/search', '/policiesapi/search', '/x/policies/']) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(((await response.json()) as Problem).remedy).toContain('/policies/');
    }
  });
});

describe('the configuration of it', () => {
  it.each([
    // variables                                            what it is read as
    [{}, { rateLimit: 0, trustProxy: false, origins: [] }],
    [
      { RATE_LIMIT: '600', TRUST_PROXY: '2' },
      { rateLimit: 600, trustProxy: 2, origins: [] },
    ],
    [{ TRUST_PROXY: 'loopback, 10.0.0.0/8,::1' }, { trustProxy: ['loopback', '10.0.0.0/8', '::1'] }],
    [{ CORS: '*' }, { origins: ['*'] }],
    [{ BASE_PATH: '/' }, { basePath: '' }],
    [{ BASE_PATH: '/policies/zh' }, { basePath: '/policies/zh' }],
    [
      { CORS: 'https://a.example, http://b.example:8080' },
      { origins: ['https://a.example', 'http://b.example:8080'] },
    ],
  ])('%j: %j', (environment, expected) => {
    expect(readConfig(environment).network).toMatchObject(expected);
  });

  it.each([
    { RATE_LIMIT: '-1' },
    { RATE_LIMIT: 'many' },
    { TRUST_PROXY: 'true' },
    { TRUST_PROXY: '10.0.0.0/33' },
    { TRUST_PROXY: '10.0.0.0/0' },
    { TRUST_PROXY: 'proxy.example' },
    { CORS: 'https://a.example/' },
    { CORS: 'a.example' },
    { BASE_PATH: 'policies' },
    { BASE_PATH: '/policies/' },
    { BASE_PATH: '/a b' },
    { BASE_PATH: '//a' },
  ])('refuses %j', (environment) => {
    expect(() => readConfig(environment)).toThrow(Object.keys(environment)[0]);
  });
});
