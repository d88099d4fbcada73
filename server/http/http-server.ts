/**
 * The server below the app: what cannot be read as a request never comes to express, and is told as a problem here.
 */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
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

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** @param options  Timeouts, mostly: Node's own give a request one minute for its headers and five in all. */
export function openHttpServer(app: RequestListener, options: ServerOptions = {}): Server {
  // What has no Host is answered by the app: Node's answer to it is empty.
  const server = createServer({ ...options, requireHostHeader: false }, app);
  const latest = new WeakMap<Duplex, Exchange>();
  server.prependListener('request', (request, response) => latest.set(request.socket, { request, response }));

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
