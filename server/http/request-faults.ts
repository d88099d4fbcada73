/** What is wrong with a request before express sees it, by what Node's parser says of it. */
import { maxHeaderSize } from 'node:http';
import { PolicyError } from '../../core/errors.js';

export const METHODS = 'GET, HEAD';

/** What `clientError` gives: `code` by llhttp or by Node, the bytes that were being read and how far. */
export interface ParserError extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
  readonly bytesParsed?: number;
}

export function requestFault(error: ParserError): PolicyError {
  const { code, message } = error;
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new PolicyError(
      'request_too_long',
      `The address and the headers have more than ${maxHeaderSize} bytes.`,
      'Shorten the query, or leave out headers (cookies, mostly).',
    );
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new PolicyError(
      'request_timeout',
      'The request did not come to its end in time.',
      'Send it whole, at once, on a new connection.',
    );
  }
  if (code === 'HPE_INVALID_METHOD' && REQUEST_LINE.test(lineOf(error))) {
    return new PolicyError('method_unknown', 'No such method is known here.', `Use ${METHODS}, in capitals.`);
  }
  if (code === 'HPE_INVALID_VERSION' || code === 'HPE_PAUSED_H2_UPGRADE') {
    return new PolicyError(
      'version_unsupported',
      'The request line does not end in HTTP/1.1, carriage return and line feed.',
      'Speak HTTP/1.1; for HTTP/2 put a proxy before this server.',
    );
  }
  if (code === 'HPE_INVALID_URL') {
    return unreadable(
      'The address cannot be read.',
      'Write it in UTF-8, each special character as a % escape; curl does: --get --data-urlencode "q=…".',
    );
  }
  return unreadable(`This is no request of HTTP/1.1 (${message}).`, 'Send one as RFC 9112 has it.');
}

/** HTTP/1.1 asks for one (RFC 9112, 3.2). */
export function withoutHost(): PolicyError {
  return unreadable('The request has no Host header.', 'Send Host with the name of this server.');
}

export function unmetExpectation(): PolicyError {
  return new PolicyError(
    'expectation_failed',
    'What the header Expect asks for is not known here.',
    'Leave out the header; 100-continue is the only value it may have.',
  );
}

export function methodNotAllowed(method: string): PolicyError {
  return new PolicyError(
    'method_not_allowed',
    `${method} is not allowed here; nothing can be changed over HTTP.`,
    `Use ${METHODS}. An index is made with \`npm run index\`.`,
  );
}

function unreadable(message: string, remedy: string): PolicyError {
  return new PolicyError('request_unreadable', message, remedy);
}

/** A method that nobody knows, in a line that is one of a request otherwise: `BREW /pot HTTP/1.1`. */
const REQUEST_LINE = /^[\w!#$%&'*+.^`|~-]{1,40} \S{1,2000} HTTP\/1\.\d\r?\n/;

/** The line in which reading ended, and as much behind it as the pattern looks at. */
function lineOf({ rawPacket = Buffer.alloc(0), bytesParsed = 0 }: ParserError): string {
  const start = rawPacket.lastIndexOf('\n', bytesParsed) + 1;
  return rawPacket.toString('latin1', start, start + 2100);
}
