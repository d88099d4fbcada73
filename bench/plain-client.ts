/**
 * The requests that a question makes of an engine, written down; and sent again by a plain client that keeps its
 * connections: what the same requests cost without us.
 */
import http, {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  request,
} from 'node:http';
import { syncBuiltinESMExports } from 'node:module';

export interface RecordedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Requests, by their place, that had been answered when this one was sent. */
  readonly after: readonly number[];
}

/** Runs `ask` and writes down every request that is made to one of `origins` meanwhile, by whoever makes it. */
export async function recorded(
  origins: readonly string[],
  ask: () => Promise<unknown>,
): Promise<readonly RecordedRequest[]> {
  const requests: RecordedRequest[] = [];
  const answered: number[] = [];
  const real = http.request;
  const watched = (
    url: URL,
    options: RequestOptions,
    then: (answer: IncomingMessage) => void,
  ): ClientRequest => {
    const asked = real(url, options, then);
    if (!(url instanceof URL) || !origins.includes(url.origin)) return asked;
    const place = requests.length;
    const { 'content-length': _, ...headers } = options.headers as Record<string, string>;
    const after = [...answered];
    const end = asked.end.bind(asked);
    asked.end = ((body?: string) => {
      requests[place] = { url: url.href, method: options.method ?? 'GET', headers, body: body ?? '', after };
      return end(body);
    }) as typeof asked.end;
    asked.on('response', (answer) => answer.on('end', () => answered.push(place)));
    return asked;
  };
  http.request = watched as typeof real;
  syncBuiltinESMExports();
  try {
    await ask();
  } finally {
    http.request = real;
    syncBuiltinESMExports();
  }
  return requests;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Sends them again, as many at a time as we did: each when those before it are answered. */
export async function replay(requests: readonly RecordedRequest[]): Promise<void> {
  const sent: Promise<unknown>[] = [];
  for (const one of requests) {
    const before = one.after.map((place) => sent[place]);
    sent.push(Promise.all(before).then(() => send(one)));
  }
  await Promise.all(sent);
}

/** Sends them again one by one, as a client would that has one connection. */
export async function replayInTurn(requests: readonly RecordedRequest[]): Promise<void> {
  for (const one of requests) await send(one);
}

export type PlainRequest = Pick<RecordedRequest, 'url' | 'method' | 'headers'> & {
  readonly body: string | Buffer;
};

/** @returns what was answered. @throws Error where it was refused. */
export function send({ url, method, headers, body }: PlainRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body);
    const options = {
      method,
      agent,
      headers: { ...headers, ...(length > 0 ? { 'content-length': String(length) } : {}) },
    };
    const asked = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const { statusCode = 0 } = response;
        if (statusCode < 300) resolve(text);
        else reject(new Error(`${new URL(url).pathname} was answered with ${statusCode}: ${text}`));
      });
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
