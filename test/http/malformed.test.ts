/** Requests that are none, byte by byte over a socket: every answer is a problem that says what to do. */
import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../server/api.js';
import { type Served, serve } from './serve-seeds.js';

const TIMEOUT = 400; // ms that a request may take
const LATE = 3000; // ms after which a connection that is not closed is a failure

interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

const HOST = 'Host: localhost\r\n';
const LONG = 'a'.repeat(40_000);

describe('what is no request', () => {
  let served: Served;
  beforeAll(async () => {
    const http = { headersTimeout: TIMEOUT, requestTimeout: TIMEOUT, connectionsCheckingInterval: 50 };
    served = await serve(mkdtempSync(join(tmpdir(), 'zhengsou-raw-')), { http });
  });
  afterAll(() => served.close());

  /** All that comes back until the server hangs up. */
  const send = (bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(served.port, '127.0.0.1');
      const late = setTimeout(() => socket.destroy(new Error('not closed')), LATE);
      let received = '';
      socket.on('data', (chunk) => {
        received += String(chunk);
      });
      socket.on('error', reject);
      socket.on('close', () => {
        clearTimeout(late);
        resolve(received);
      });
      socket.write(Buffer.from(bytes, 'latin1'));
    });

  const answers = (received: string): Answer[] =>
    received
      .split(/(?=HTTP\/1\.1 \d{3} )/)
      .filter((answer) => answer !== '')
      .map((answer) => {
        const [headers = '', body = ''] = answer.split('\r\n\r\n');
        return { status: Number(headers.slice(9, 12)), headers, body };
      });

  it.each([
    // what is sent                                                                    status  what is wrong
    ['no HTTP at all', 'hello\r\n\r\n', 400, 'request_unreadable'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400, 'request_unreadable'],
    ['a space in the address', `GET /api/search?q=a b HTTP/1.1\r\n${HOST}\r\n`, 400, 'request_unreadable'],
    [
      'an address that is not ASCII',
      `GET /api/search?q=\xe7\xae HTTP/1.1\r\n${HOST}\r\n`,
      400,
      'request_unreadable',
    ],
    ['no address', `GET  HTTP/1.1\r\n${HOST}\r\n`, 400, 'request_unreadable'],
    ['a header without a colon', `GET / HTTP/1.1\r\n${HOST}X y\r\n\r\n`, 400, 'request_unreadable'],
    ['a NUL in a header', `GET / HTTP/1.1\r\n${HOST}X: a\0b\r\n\r\n`, 400, 'request_unreadable'],
    [
      'two lengths',
      `GET / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`,
      400,
      'request_unreadable',
    ],
    [
      'a length and chunks',
      `GET / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
      400,
      'request_unreadable',
    ],
    ['no host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'request_unreadable'],
    ['a long header', `GET / HTTP/1.1\r\n${HOST}X: ${LONG}\r\n\r\n`, 431, 'request_too_long'],
    [
      'many headers',
      `GET / HTTP/1.1\r\n${HOST}${'Cookie: a=b; c=d\r\n'.repeat(2000)}\r\n`,
      431,
      'request_too_long',
    ],
    ['a long address', `GET /api/search?q=${LONG} HTTP/1.1\r\n${HOST}\r\n`, 431, 'request_too_long'],
    ['half a request', `GET / HTTP/1.1\r\n${HOST}X-Slow:`, 408, 'request_timeout'],
    ['nothing', '', 408, 'request_timeout'],
    ['a method that is none', `BREW /pot HTTP/1.1\r\n${HOST}\r\n`, 501, 'method_unknown'],
    ['a method in small letters', `get / HTTP/1.1\r\n${HOST}\r\n`, 501, 'method_unknown'],
    ['CONNECT', `CONNECT a:443 HTTP/1.1\r\n${HOST}\r\n`, 405, 'method_not_allowed'],
    [
      'a method of others',
      `PROPFIND / HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`,
      405,
      'method_not_allowed',
    ],
    ['another version', `GET / HTTP/9.9\r\n${HOST}\r\n`, 505, 'version_unsupported'],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 505, 'version_unsupported'],
    ['an expectation', `GET / HTTP/1.1\r\n${HOST}Expect: wonders\r\n\r\n`, 417, 'expectation_failed'],
    [
      'escapes that are not UTF-8',
      `GET /api/documents/%E0%A4%A HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`,
      400,
      null,
    ],
    [
      'escapes of a file',
      `GET /assets/%E0%A4%A HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`,
      404,
      'path_not_found',
    ],
  ])('%s', async (_, bytes, status, code) => {
    const [answer, ...more] = answers(await send(bytes));
    expect(more).toEqual([]);
    expect(answer?.status).toBe(status);
    expect(answer?.headers).toMatch(/^content-type: application\/problem\+json/im);
    expect(answer?.headers).toMatch(/^connection: close/im);
    const problem = JSON.parse(answer?.body ?? '') as Problem;
    expect(problem).toMatchObject({
      status,
      type: code === null ? 'about:blank' : `urn:zhengsou:problem:${code}`,
    });
    for (const text of [problem.title, problem.detail, problem.remedy]) expect(text).not.toBe('');
    if (status === 405) expect(answer?.headers).toMatch(/^allow: GET, HEAD/im);
  });

  it.each([
    ['/healthz', 200],
    ['/readyz', 503], // takes a while: the fault is there before the answer
  ])('answers first what came first on the connection: %s', async (path, status) => {
    const received = await send(`GET ${path} HTTP/1.1\r\n${HOST}\r\nhello\r\n\r\n`);
    expect(answers(received).map((answer) => answer.status)).toEqual([status, 400]);
  });

  it.each([
    ['chunks that are none', `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\nZZ\r\n`],
    ['extensions of chunks', `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n1;${LONG}\r\n`],
    ['less than was announced', `POST / HTTP/1.1\r\n${HOST}Content-Length: 50\r\n\r\nabc`],
  ])('answers a request once, whatever its body is: %s', async (_, bytes) => {
    expect(answers(await send(bytes)).map(({ status }) => status)).toEqual([405]);
  });

  it('goes on answering others', async () => {
    await Promise.all(Array.from({ length: 50 }, () => send(`hello ${LONG}`)));
    expect((await served.get('/healthz')).status).toBe(200);
  });
});
