/** In a copy of the repository, and where it is installed. */
const HOW_TO_INDEX = '`npm run index -- <path>…` (installed: `zhengsou index <path>…`)';

/**
 * Every failure that a person can act on.
 *
 * `message` says what happened, `remedy` what to do next, `code` is what programs branch on.
 * Anything that is not a PolicyError is a bug of ours and is logged whole. Constructors for the
 * common ones live here, so that their wording has one place.
 */
export type ErrorCode =
  | 'invalid_request'
  | 'document_not_found'
  | 'clause_not_found'
  | 'file_not_kept'
  | 'page_not_found'
  | 'malformed_document'
  | 'too_many_clauses'
  | 'unreadable_file'
  | 'unsupported_format'
  | 'part_of_page'
  | 'list_without_texts'
  | 'page_without_text'
  | 'password_needed'
  | 'scanned_pages'
  | 'fonts_without_text'
  | 'duplicate_id'
  | 'nothing_to_index'
  | 'internal_error'
  | 'index_missing'
  | 'index_out_of_date'
  | 'index_damaged'
  | 'index_busy'
  | 'index_write_failed'
  | 'report_write_failed'
  | 'engine_unavailable'
  | 'engine_key_refused'
  | 'engine_key_too_strong'
  | 'answer_incomplete'
  | 'path_not_found'
  | 'method_not_allowed'
  | 'method_unknown'
  | 'request_unreadable'
  | 'request_too_long'
  | 'request_timeout'
  | 'expectation_failed'
  | 'version_unsupported'
  | 'address_in_use'
  | 'server_busy'
  | 'client_left'
  | 'too_many_requests';

export interface ParameterError {
  readonly parameter: string;
  readonly message: string;
}

export class PolicyError extends Error {
  override readonly name = 'PolicyError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly remedy: string,
    readonly options: {
      readonly cause?: unknown;
      readonly errors?: readonly ParameterError[];
      /** Of a build that failed: part of what it brought is in the index all the same. */
      readonly indexChanged?: boolean;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
  }

  static documentNotFound(id: string): PolicyError {
    return new PolicyError(
      'document_not_found',
      `There is no document ${JSON.stringify(id)} in this index.`,
      'Search for its title; a document that was removed or renamed has another id.',
    );
  }

  static clauseNotFound(id: string): PolicyError {
    return new PolicyError(
      'clause_not_found',
      `There is no clause ${JSON.stringify(id)} in this index.`,
      'Open its document and take the link of the clause again; the text may have been revised.',
    );
  }

  /** @param last  The last page that there is. */
  static pageNotFound(page: number, last: number): PolicyError {
    return new PolicyError(
      'page_not_found',
      `There is no page ${page}: the last is ${last}.`,
      `Ask for page ${last}, or an earlier one.`,
      { errors: [{ parameter: 'page', message: `The last page is ${last}.` }] },
    );
  }

  /** A fault of ours that costs one document, not the run. @param what  The document, as people know it. */
  static internalError(what: string, cause: unknown): PolicyError {
    const fault = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    return new PolicyError(
      'internal_error',
      `${what} could not be indexed, by a fault of ours (${fault.slice(0, 300)}).`,
      'Please report this with the file; everything else is indexed.',
      { cause },
    );
  }

  static indexMissing(folder: string): PolicyError {
    return new PolicyError(
      'index_missing',
      `There is no index in ${folder}.`,
      `Make one with ${HOW_TO_INDEX}, or name its folder in DATA_DIR.`,
    );
  }

  /** @param where  A file, an engine. @param fault  What is wrong, in half a sentence. */
  static indexDamaged(where: string, fault: string, cause?: unknown): PolicyError {
    return new PolicyError(
      'index_damaged',
      `The index in ${where} is damaged: ${fault}.`,
      `Restore a backup with \`zhengsou restore <folder>\`, or rebuild it from its sources with ${HOW_TO_INDEX}.`,
      { cause },
    );
  }

  static indexOutOfDate(folder: string, found: number, needed: number): PolicyError {
    return new PolicyError(
      'index_out_of_date',
      `The index in ${folder} has format ${found}; this version reads format ${needed}.`,
      `Rebuild it from its sources with ${HOW_TO_INDEX}.`,
    );
  }
}
