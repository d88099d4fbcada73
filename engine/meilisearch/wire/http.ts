/**
 * HTTP on connections that are kept, for the client of Meilisearch in place of `fetch`: on answers of some milliseconds
 * that one costs a fifth.
 */
import { setMaxListeners } from 'node:events';
import { Agent, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps, Agent as SecureAgent } from 'node:https';

const MOST_CONNECTIONS = 64; // to a server
const KEPT = { keepAlive: true, maxSockets: MOST_CONNECTIONS, noDelay: true } as const;

const plain = new Agent(KEPT);
const secure = new SecureAgent(KEPT);

export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly text: string;
}

/** @throws what the system says where nothing is answered (`ECONNREFUSED`), and the signal's reason. */
export function sendHttp(
  url: URL,
  options: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
    readonly signal: AbortSignal | null;
  },
): Promise<HttpAnswer> {
  const { method, headers, body, signal } = options;
  if (signal !== null) setMaxListeners(0, signal); // one deadline for all that a question asks
  return new Promise((resolve, reject) => {
    const isSecure = url.protocol === 'https:';
    const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const asked = (isSecure ? requestHttps : requestHttp)(
      url,
      {
        method,
        agent: isSecure ? secure : plain,
        headers: { ...headers, ...length },
        ...(signal === null ? {} : { signal }),
      },
      (answer) => read(answer).then(resolve, reject),
    );
    asked.on('error', reject);
    asked.end(body ?? undefined);
  });
}

function read(answer: IncomingMessage): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('error', reject); // an answer that breaks off, too
    answer.on('end', () =>
      resolve({
        status: answer.statusCode ?? 0,
        statusText: answer.statusMessage ?? '',
        text: Buffer.concat(chunks).toString('utf8'),
      }),
    );
  });
}
