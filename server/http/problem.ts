/**
 * What went wrong → RFC 9457: what happened, what to do next. A bug of ours tells the reader nothing but that it is one.
 */
import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { type ErrorCode, type ParameterError, PolicyError } from '../../core/errors.js';
import type { Problem } from '../api.js';

const KINDS: Readonly<Record<ErrorCode, readonly [status: number, title: string]>> = {
  invalid_request: [400, 'Invalid request'],
  file_not_kept: [404, 'File not kept'],
  document_not_found: [404, 'Document not found'],
  clause_not_found: [404, 'Clause not found'],
  page_not_found: [404, 'Page not found'],
  path_not_found: [404, 'Not found'],
  method_not_allowed: [405, 'Method not allowed'],
  method_unknown: [501, 'Method unknown'],
  request_unreadable: [400, 'Request unreadable'],
  request_too_long: [431, 'Request too long'],
  request_timeout: [408, 'Request timeout'],
  expectation_failed: [417, 'Expectation failed'],
  too_many_requests: [429, 'Too many requests'],
  version_unsupported: [505, 'HTTP version not supported'],
  malformed_document: [500, 'Malformed document'],
  too_many_clauses: [500, 'Too many clauses'],
  unreadable_file: [500, 'Unreadable file'],
  unsupported_format: [500, 'Unsupported format'],
  part_of_page: [500, 'Part of a saved page'],
  list_without_texts: [500, 'List without texts'],
  page_without_text: [500, 'Page without a text'],
  password_needed: [500, 'Password needed'],
  scanned_pages: [500, 'Scanned pages'],
  fonts_without_text: [500, 'Fonts without text'],
  duplicate_id: [500, 'Duplicate id'],
  nothing_to_index: [500, 'Nothing to index'],
  internal_error: [500, 'Internal error'],
  index_write_failed: [500, 'Index not written'],
  report_write_failed: [500, 'Report not written'],
  address_in_use: [500, 'Address in use'],
  index_missing: [503, 'No index'],
  index_out_of_date: [503, 'Index out of date'],
  index_damaged: [503, 'Index damaged'],
  index_busy: [503, 'Index busy'],
  engine_unavailable: [503, 'Engine unavailable'],
  engine_key_refused: [503, 'Key refused by the engine'],
  engine_key_too_strong: [503, 'Key too strong'],
  answer_incomplete: [503, 'Answer incomplete'],
  server_busy: [503, 'Server busy'],
  client_left: [499, 'Client left'],
};

export function statusOf(code: ErrorCode): { readonly status: number; readonly title: string } {
  const [status, title] = KINDS[code];
  return { status, title };
}

/** Codes of failures that pass by themselves, with the seconds after which another try makes sense. */
const RETRY_AFTER: Readonly<Partial<Record<ErrorCode, number>>> = {
  server_busy: 1,
  index_busy: 5,
  engine_unavailable: 5,
  answer_incomplete: 5,
};

const UNREADABLE_ADDRESS = {
  detail: 'The address cannot be read.',
  remedy: 'Write it in UTF-8, each special character as a % escape.',
};

/** A range of a file that it does not have, a version of it that is gone. */
const UNMET_HEADERS = {
  detail: 'What the headers of the request ask for cannot be given.',
  remedy: 'Leave out Range, If-Match and their like.',
};

export interface Failure {
  readonly problem: Problem;
  /** Seconds; null where trying again is of no use. */
  readonly retryAfter: number | null;
  /** Nothing a person can act on: log it whole. */
  readonly isBug: boolean;
}

export function toFailure(error: unknown): Failure {
  if (error instanceof z.ZodError) return toFailure(invalidRequest(parameterErrors(error)));
  if (error instanceof PolicyError) {
    const [status, title] = KINDS[error.code];
    const { errors } = error.options;
    return {
      problem: {
        type: `urn:zhengsou:problem:${error.code}`,
        ...{ title, status, detail: error.message, remedy: error.remedy },
        ...(errors === undefined ? {} : { errors }),
      },
      retryAfter: RETRY_AFTER[error.code] ?? null,
      isBug: false,
    };
  }
  const status = clientErrorStatus(error);
  if (status !== null) {
    return {
      problem: {
        type: 'about:blank',
        ...{ title: STATUS_CODES[status] ?? 'Invalid request', status },
        ...(status === 400 ? UNREADABLE_ADDRESS : UNMET_HEADERS),
      },
      retryAfter: null,
      isBug: false,
    };
  }
  return {
    problem: {
      type: 'about:blank',
      ...{ title: 'Internal error', status: 500 },
      detail: 'Something is broken on our side; it has been logged.',
      remedy: 'Try again; if it happens again, report what you asked for and when.',
    },
    retryAfter: null,
    isBug: true,
  };
}

export function invalidRequest(errors: readonly ParameterError[]): PolicyError {
  return new PolicyError(
    'invalid_request',
    errors.map(({ parameter, message }) => `${parameter}: ${message}`).join(' '),
    'Correct or leave out the parameters named in errors; docs/api.md lists them all, and /docs here.',
    { errors },
  );
}

function parameterErrors({ issues }: z.ZodError): ParameterError[] {
  return issues.flatMap((issue) => {
    const parameter = String(issue.path[0] ?? '');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ parameter: key, message: 'There is no such parameter.' }));
    }
    return [{ parameter, message: issue.message }];
  });
}

/** What express and its parsers throw for a request that cannot be read carries its status: 400 to 499. */
function clientErrorStatus(error: unknown): number | null {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
