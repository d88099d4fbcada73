/**
 * One server of Meilisearch, over HTTP. The only file that knows its client.
 *
 * Answers are asked for uncompressed: its compressed ones come in two packets, and the second waits 40 ms for the first to
 * be acknowledged. A request on a connection that the server has closed meanwhile (it was restarted) is sent once more.
 */
import { Meilisearch, MeilisearchRequestError } from 'meilisearch';
import { z } from 'zod';
import { type HttpAnswer, sendHttp } from './http.js';

export interface Client {
  /** `http://host:port`. */
  readonly url: string;
  get(path: string, options?: RequestOptions): Promise<unknown>;
  post(path: string, body: unknown, options?: RequestOptions): Promise<unknown>;
  patch(path: string, body: unknown, options?: RequestOptions): Promise<unknown>;
  delete(path: string, options?: RequestOptions): Promise<unknown>;
  /** Records, a line each. */
  postLines(path: string, lines: string, options?: RequestOptions): Promise<unknown>;
}

export interface RequestOptions {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly signal?: AbortSignal;
  /** Not sent again on a broken connection: what it asks for must not be done twice. */
  readonly once?: boolean;
}

/** What a server answered instead, or that it did not. Never holds a key. */
export interface Refusal {
  readonly kind: 'answered' | 'unreachable' | 'timed out' | 'unreadable';
  /** HTTP; 0 where nothing was answered. */
  readonly status: number;
  /** Meilisearch's own (`index_not_found`), or of the system (`ECONNREFUSED`). */
  readonly code: string;
  readonly message: string;
}

export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(
    readonly url: string,
    readonly refusal: Refusal,
  ) {
    super(`${url}: ${refusal.message}`);
  }
}

export function openClient(url: string, key: string | null): Client {
  const requests = new Meilisearch({
    host: url,
    ...(key === null ? {} : { apiKey: key }),
    requestInit: { headers: { 'accept-encoding': 'identity' } },
    // Gives the answer whatever its status: what is thrown here comes out as a server that cannot be reached.
    httpClient: (address, init = {}) =>
      sendHttp(new URL(String(address)), {
        method: init.method ?? 'GET',
        headers: Object.fromEntries(new Headers(init.headers)),
        body: typeof init.body === 'string' ? init.body : null,
        signal: init.signal ?? null,
      }),
  }).httpRequest;

  const send = async (
    how: 'get' | 'post' | 'patch' | 'delete',
    path: string,
    body: { readonly body?: string | object; readonly contentType?: string },
    { params, signal, once = false }: RequestOptions = {},
  ): Promise<unknown> => {
    const request = {
      path,
      ...body,
      ...(params === undefined ? {} : { params: { ...params } }),
      ...(signal === undefined ? {} : { extraRequestInit: { signal } }),
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return readAnswer(await requests[how]<HttpAnswer>(request));
      } catch (error) {
        const refusal = refusalOf(error, signal);
        if (attempt === 1 && BROKEN.has(refusal.code) && how !== 'delete' && !once) continue;
        throw new RequestRefused(url, refusal);
      }
    }
  };

  return {
    url,
    get: (path, options) => send('get', path, {}, options),
    post: (path, body, options) => send('post', path, { body: body as object }, options),
    patch: (path, body, options) => send('patch', path, { body: body as object }, options),
    delete: (path, options) => send('delete', path, {}, options),
    postLines: (path, lines, options) =>
      send('post', path, { body: lines, contentType: 'application/x-ndjson' }, options),
  };
}

/** An answer that is a refusal. */
class Answered extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const Problem = z.object({ message: z.string(), code: z.string() });

/** @throws SyntaxError where it is not JSON. */
function readAnswer({ status, statusText, text }: HttpAnswer): unknown {
  const isRefusal = status >= 400;
  if (text === '' && !isRefusal) return undefined;
  const content: unknown = text === '' ? null : JSON.parse(text);
  if (!isRefusal) return content;
  const { code, message } = Problem.safeParse(content).data ?? {
    code: '',
    message: `${status} ${statusText}`,
  };
  throw new Answered(status, code, message);
}

/** A connection that was kept, and was closed at the other end. */
const BROKEN = new Set(['ECONNRESET', 'EPIPE']);

function refusalOf(error: unknown, signal: AbortSignal | undefined): Refusal {
  if (error instanceof Answered) {
    return { kind: 'answered', status: error.status, code: error.code, message: error.message };
  }
  if (signal?.aborted === true) {
    return { kind: 'timed out', status: 0, code: 'timeout', message: 'It did not answer in time.' };
  }
  if (error instanceof MeilisearchRequestError) {
    const code = systemCode(error);
    return {
      kind: 'unreachable',
      status: 0,
      code,
      message: `It cannot be reached (${code || 'no answer'}).`,
    };
  }
  // What answers is no Meilisearch: a proxy's page, half an answer.
  if (error instanceof SyntaxError) {
    return { kind: 'unreadable', status: 0, code: 'unreadable', message: 'Its answer is not JSON.' };
  }
  throw error;
}

/** The client wraps what happened, the system may have tried several addresses. */
function systemCode(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    if (at instanceof AggregateError && at.errors.length > 0) return systemCode(at.errors[0]);
  }
  return '';
}
