/**
 * One server of Meilisearch, over HTTP. The only file that knows its client.
 *
 * Answers are asked for uncompressed: its compressed ones come in two packets, and the second waits 40 ms for the first to
 * be acknowledged. A request on a connection that the server has closed meanwhile (it was restarted) is sent once more.
 */
import { Meilisearch, MeilisearchApiError, MeilisearchRequestError } from 'meilisearch';

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
        return await requests[how](request);
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

/** A connection that was kept, and was closed at the other end. */
const BROKEN = new Set(['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE']);

function refusalOf(error: unknown, signal: AbortSignal | undefined): Refusal {
  if (error instanceof MeilisearchApiError) {
    const { status, statusText } = error.response;
    return {
      ...{ kind: 'answered', status },
      code: error.cause?.code ?? '',
      message: error.cause?.message ?? `${status} ${statusText}`,
    };
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

/** `fetch` hides what happened two or three causes deep. */
function systemCode(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    if (at instanceof AggregateError && at.errors.length > 0) return systemCode(at.errors[0]);
  }
  return '';
}
