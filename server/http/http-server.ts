/**
 * The server below the app: what cannot be read as a request never comes to express, and is told as a problem here.
 */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Duplex } from 'node:stream';
import type { PolicyError } from '../../core/errors.js';
import { toFailure } from './problem.js';
import {
  METHODS,
  methodNotAllowed,
  type ParserError,
  requestFault,
  unmetExpectation,
} from './request-faults.js';

/** What a client still sends is read for so long: closed with something unread, a connection loses its last answer. */
const LINGER = 1000; // ms

/** What a client may take of us without asking for anything. In ms, but for the number of connections. */
export interface HttpLimits {
  /** From the first byte of a connection or of its next request to the end of the headers; and to that of all of it. */
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  /** How often both are looked at. */
  readonly connectionsCheckingInterval: number;
  /** That a connection may wait for its next request. */
  readonly keepAliveTimeout: number;
  /** In which nothing comes or goes, while an answer is made or read: longer than any deadline. */
  readonly idleTimeout: number;
  /** Past them, one that comes is closed at once. */
  readonly maxConnections: number;
}

const LIMITS: HttpLimits = {
  headersTimeout: 10_000,
  requestTimeout: 15_000, // requests have no body
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 5000,
  idleTimeout: 90_000,
  maxConnections: 4000, // an empty one takes some 10 kB
};

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export function openHttpServer(app: RequestListener, limits: Partial<HttpLimits> = {}): Server {
  const { idleTimeout, maxConnections, ...options } = { ...LIMITS, ...limits };
  // What has no Host is answered by the app: Node's answer to it is empty.
  const server = createServer({ ...options, requireHostHeader: false }, app);
  server.maxConnections = maxConnections;
  server.setTimeout(idleTimeout);
  const latest = new WeakMap<Duplex, Exchange>();
  server.prependListener('request', (request, response) => {
    latest.set(request.socket, { request, response });
    response.once('finish', () => dropBody(request));
  });

  server.on('clientError', (error: ParserError, socket) => {
    const { request, response } = latest.get(socket) ?? {};
    // What is wrong in the body of a request has no answer of its own: nobody reads the body.
    const finish = () => hangUp(socket, request?.complete === false ? '' : written(requestFault(error)));
    // A request that came before on the same connection is answered first.
    if (!response || response.closed) finish();
    else response.once('close', finish);
  });
  server.on('connect', (_request, socket) => hangUp(socket, written(methodNotAllowed('CONNECT'))));
  server.on('checkExpectation', (_request, response) => {
    const { status, headers, body } = answerOf(unmetExpectation());
    response.writeHead(status, headers).end(body);
  });
  return server;
}

/** Nobody reads the body of a request: what of it is not there a moment after the answer is not waited for. */
function dropBody(request: IncomingMessage): void {
  if (request.complete) return;
  const limit = setTimeout(() => request.complete || request.socket.destroy(), LINGER);
  request.socket.once('close', () => clearTimeout(limit));
}

function hangUp(socket: Duplex, lastWords: string): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const destroy = () => socket.destroy();
  const limit = setTimeout(destroy, LINGER);
  socket
    .on('error', destroy)
    .on('end', destroy)
    .on('close', () => clearTimeout(limit));
  socket.end(lastWords);
  socket.resume();
}

/** As bytes on the wire, for want of a response to write to. */
function written(fault: PolicyError): string {
  const { status, headers, body } = answerOf(fault);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`;
}

function answerOf(fault: PolicyError): {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
} {
  const { problem } = toFailure(fault);
  const body = JSON.stringify(problem);
  return {
    status: problem.status,
    headers: {
      Date: new Date().toUTCString(),
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(body)),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(problem.status === 405 ? { Allow: METHODS } : {}),
      Connection: 'close',
    },
    body,
  };
}
