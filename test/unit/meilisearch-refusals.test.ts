/** What a real server refused, and what we say of it: every refusal of `exchanges.json`, told again by a server of ours. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClient, type Refusal, RequestRefused } from '../../engine/meilisearch/wire/client.js';
import { type Asker, toPolicyError } from '../../engine/meilisearch/wire/failure.js';
import { taskFailure } from '../../engine/meilisearch/wire/tasks.js';
import { exchanges, isRecorded } from './recorded-exchanges.js';

/** Says again what was recorded: the exchange's name is the path. */
let replay: Server;
let url = '';
const KEY = 'a-key-that-nobody-may-read-0123456789';

beforeAll(async () => {
  replay = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '').slice(1));
    if (name === 'never') return;
    const { status, contentType, body } = exchanges.find((one) => one.name === name)?.response ?? {
      ...{ status: 200, contentType: 'text/html', body: '<!doctype html>' },
    };
    response.writeHead(status, contentType === null ? {} : { 'content-type': contentType });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => replay.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(replay.address() as AddressInfo).port}`;
});
afterAll(() => {
  replay.closeAllConnections();
  replay.close();
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function refused(address: string, path: string, signal?: AbortSignal): Promise<RequestRefused> {
  const request = openClient(address, KEY).get(encodeURIComponent(path), signal ? { signal } : {});
  const error: unknown = await request.then(
    () => null,
    (reason) => reason,
  );
  if (!(error instanceof RequestRefused)) throw new Error(`${path} was not refused: ${inspect(error)}`);
  return error;
}

const KEY_SERVER = ['engine_key_refused', /Set MEILI_KEY to/] as const;
const KEY_INDEXER = ['engine_key_refused', /Set MEILI_MASTER_KEY to/] as const;

describe.skipIf(!isRecorded)('refusals (skipped where ../shared/data is absent)', () => {
  // biome-ignore format: a table; null: a bug of ours, no person's
  const table: [string, Asker, readonly [string, RegExp] | null][] = [
    ['version without key',                           'server',  KEY_SERVER],
    ['version without key',                           'indexer', KEY_INDEXER],
    ['version with a wrong key',                      'server',  KEY_SERVER],
    ['version with a wrong key',                      'indexer', KEY_INDEXER],
    ['write with it',                                 'indexer', KEY_INDEXER],
    ['search another index with it',                  'server',  KEY_SERVER],
    ['list keys with it',                             'indexer', KEY_INDEXER],
    ['read its own rights',                           'server',  KEY_SERVER],
    ['search an index that is not there',             'server',  ['index_missing', /npm run index -- .* --engine meilisearch/]],
    ['stats of an index that is not there',           'server',  ['index_missing', /npm run index/]],
    ['payload too large',                             'indexer', ['index_write_failed', /--http-payload-size-limit/]],
    ['get a clause that is not there',                'server',  null],
    ['no such route',                                 'server',  null],
    ['settings refused',                              'indexer', null],
    ['settings with an unknown field',                'indexer', null],
    ['add documents, malformed',                      'indexer', null],
    ['add documents, unknown content',                'indexer', null],
    ['filter refused: attribute not filterable',      'server',  null],
    ['filter refused: syntax',                        'server',  null],
    ['facet refused',                                 'server',  null],
    ['sort refused',                                  'server',  null],
    ['unknown search parameter',                      'server',  null],
  ];

  it.each(table)('%s (%s)', async (name, asker, expected) => {
    const error = await refused(url, name);
    const { status, body } = exchanges.find((one) => one.name === name)?.response ?? {};
    expect(error.refusal).toMatchObject({ kind: 'answered', status });
    expect(error.refusal.code).toBe((body as { code?: string }).code ?? '');
    const told = toPolicyError(url, error.refusal, asker);
    if (expected === null) expect(told).toBeNull();
    else expect([told?.code, told?.remedy]).toEqual([expected[0], expect.stringMatching(expected[1])]);
    expect(inspect([error, told], { depth: null, showHidden: true })).not.toContain(KEY);
  });

  it('are all in this table', () => {
    const recorded = exchanges.filter(({ response }) => response.status >= 400).map(({ name }) => name);
    expect(recorded.sort()).toEqual([...new Set(table.map(([name]) => name))].sort());
  });

  it('of tasks say that the load failed, and of what', () => {
    const failed = exchanges.flatMap(({ response: { status, body } }) => {
      const task = body as Parameters<typeof taskFailure>[1] | null;
      return status === 200 && task?.error && task.status === 'failed' ? [task] : [];
    });
    expect(failed).toHaveLength(5);
    for (const task of failed) {
      const told = taskFailure(url, task);
      expect(told.code).toBe('index_write_failed');
      expect(told.message).toContain(`${task.type}, ${task.error?.code}`);
    }
  });
});

describe('whoever does not answer, or not as Meilisearch does', () => {
  it('on a closed port is unreachable, late is late, and a page is no answer', async () => {
    const closed = await closedPort();
    const late = AbortSignal.timeout(50);
    const errors = [
      await refused(`http://127.0.0.1:${closed}`, 'health'),
      await refused(url, 'never', late),
      await refused(url, 'a page of a proxy'),
    ];
    expect(errors.map(({ refusal }) => [refusal.kind, refusal.status])).toEqual([
      ['unreachable', 0],
      ['timed out', 0],
      ['unreadable', 0],
    ]);
    expect(errors[0]?.refusal.code).toBe('ECONNREFUSED');
    expect(inspect(errors, { depth: null, showHidden: true })).not.toContain(KEY);
  });

  const answered = { kind: 'answered', status: 500, code: '', message: 'x' } as const;
  const UNAVAILABLE = 'engine_unavailable';
  const FAILED = 'index_write_failed';
  // biome-ignore format: a table
  it.each<[string, Partial<Refusal>, string, RegExp, RegExp]>([
    ['closed port',   { kind: 'unreachable', status: 0, code: 'ECONNREFUSED' }, UNAVAILABLE, /cannot be reached \(ECONNREFUSED\)/, /MEILI_URL/],
    ['no reason',     { kind: 'unreachable', status: 0 },                  UNAVAILABLE, /\(no answer\)/,          /MEILI_URL/],
    ['late',          { kind: 'timed out', status: 0, code: 'timeout' },   UNAVAILABLE, /in time/,                /SEARCH_DEADLINE/],
    ['a page',        { kind: 'unreadable', status: 0 },                   UNAVAILABLE, /is not Meilisearch/,     /MEILI_URL/],
    ['503',           { status: 503, code: 'too_many_search_requests' },   UNAVAILABLE, /too much to do \(503\)/, /MEILI_URL/],
    ['429',           { status: 429 },                                     UNAVAILABLE, /too much to do/,         /Try again/],
    ['408',           { status: 408 },                                     UNAVAILABLE, /too much to do/,         /Try again/],
    ['413, no code',  { status: 413 },                                     FAILED,      /payloads of this size/,  /--http-payload-size-limit/],
    ['disk',          { status: 422, code: 'no_space_left_on_device' },    FAILED,      /disk .* is full/,        /Free some space/],
    ['disk, in words', { message: 'write: No space left on device (os error 28)' }, FAILED, /disk .* is full/,    /Free some space/],
    ['map full',      { message: 'internal: MDB_MAP_FULL: …' },            FAILED,      /disk .* is full/,        /Free some space/],
    ['500',           { code: 'internal', message: 'panicked' },           UNAVAILABLE, /failed \(500, internal\): panicked/, /its log/],
    ['502',           { status: 502 },                                     UNAVAILABLE, /failed \(502\)/,         /its log/],
  ])('%s', (_, rest, code, message, remedy) => {
    const told = toPolicyError('http://m:7700', { ...answered, ...rest }, 'server');
    expect(told?.code).toBe(code);
    expect(told?.message).toMatch(message);
    expect(told?.message).toContain('http://m:7700');
    expect(told?.remedy).toMatch(remedy);
  });
});
