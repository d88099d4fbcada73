/** Every path of the API: what it is asked, what it answers, how it fails, and a question that the seeds answer. */
import type { z } from 'zod';
import type { ErrorCode } from '../../core/errors.js';
import { FACETS } from '../../core/model.js';
import { CITATION_MEDIA_TYPES } from '../cite/cite.js';
import { CitationRequest, ClauseCitationRequest } from '../http/routes/citations.js';
import {
  ContainsRequest,
  DocumentRequest,
  NoParameters,
  SearchParameters,
  SuggestRequest,
} from '../request.js';
import {
  FacetValuesAnswer,
  GroupedAnswer,
  Health,
  Readiness,
  SearchAnswer,
  SuggestAnswer,
} from './answer-schemas.js';
import { CitationAnswer, DocumentAnswer } from './document-schemas.js';

interface PathParameter {
  readonly name: string;
  readonly description: string;
  readonly example: string;
  readonly values?: readonly string[];
}

export interface Operation {
  /** Its name in openapi.json, and of the file with its example in docs/examples/. */
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly inPath: readonly PathParameter[];
  readonly parameters: z.ZodObject;
  /** One of these. */
  readonly json: readonly z.ZodType[];
  readonly mediaTypes: readonly string[];
  readonly problems: readonly ErrorCode[];
  /** What stands behind the `?`, as typed. */
  readonly example: string;
}

const INDEX: readonly ErrorCode[] = [
  'index_missing',
  'index_out_of_date',
  'engine_unavailable',
  'engine_key_refused',
];
const READING: readonly ErrorCode[] = ['invalid_request', 'too_many_requests', ...INDEX, 'answer_incomplete'];
const SEARCHING: readonly ErrorCode[] = [...READING, 'server_busy'];
const document: PathParameter = {
  name: 'id',
  description: 'The id of a document: its `id` wherever it is named.',
  example: '001_481ff7906f0af67b',
};
const clause: PathParameter = {
  name: 'id',
  description: 'The id of a clause.',
  example: '001_481ff7906f0af67b-3-2-6',
};
export const OPERATIONS: readonly Operation[] = [
  {
    ...{ id: 'search', path: '/api/search', summary: 'Find clauses, or documents with their clauses' },
    ...{ inPath: [], parameters: SearchParameters, json: [SearchAnswer, GroupedAnswer], mediaTypes: [] },
    ...{ problems: [...SEARCHING, 'page_not_found'], example: 'q=揭榜挂帅&city=北京&size=1' },
  },
  {
    ...{ id: 'facetValues', path: '/api/facets/{facet}', summary: 'Look for values of a facet' },
    inPath: [{ name: 'facet', description: 'Which facet.', example: 'issuingBody', values: FACETS }],
    parameters: SearchParameters.extend(ContainsRequest.shape),
    ...{ json: [FacetValuesAnswer], mediaTypes: [], problems: [...SEARCHING, 'path_not_found'] },
    example: 'contains=gxb&year=2021',
  },
  {
    ...{ id: 'suggest', path: '/api/suggest', summary: 'What could be asked that begins like this' },
    ...{ inPath: [], parameters: SuggestRequest, json: [SuggestAnswer], mediaTypes: [], problems: SEARCHING },
    example: 'q=rgzn&limit=3',
  },
  {
    ...{ id: 'document', path: '/api/documents/{id}', summary: 'Read a document' },
    ...{
      inPath: [{ ...document, example: '000_8e1ad8dd9d446f54' }],
      parameters: DocumentRequest,
      json: [DocumentAnswer],
    },
    ...{ mediaTypes: [], problems: [...SEARCHING, 'document_not_found'], example: 'q=算力' },
  },
  {
    ...{ id: 'rawText', path: '/api/documents/{id}/raw', summary: 'The text of the file as it came' },
    ...{
      inPath: [{ ...document, example: '000_8e1ad8dd9d446f54' }],
      parameters: NoParameters,
      json: [],
      mediaTypes: ['text/plain'],
    },
    ...{ problems: [...READING, 'document_not_found'], example: '' },
  },
  {
    ...{ id: 'file', path: '/api/documents/{id}/file', summary: 'The file itself, where it is kept' },
    ...{ inPath: [document], parameters: NoParameters, json: [], mediaTypes: ['application/octet-stream'] },
    problems: [...READING, 'document_not_found', 'file_not_kept'],
    example: '',
  },
  {
    ...{ id: 'citeClause', path: '/api/clauses/{id}/citation', summary: 'Cite a clause' },
    ...{
      inPath: [clause],
      parameters: ClauseCitationRequest,
      json: [CitationAnswer],
      mediaTypes: CITATION_MEDIA_TYPES,
    },
    ...{ problems: [...SEARCHING, 'clause_not_found'], example: 'style=gbt7714-2015&accessed=2026-08-22' },
  },
  {
    ...{ id: 'citeDocument', path: '/api/documents/{id}/citation', summary: 'Cite a document' },
    ...{
      inPath: [document],
      parameters: CitationRequest,
      json: [CitationAnswer],
      mediaTypes: CITATION_MEDIA_TYPES,
    },
    ...{ problems: [...SEARCHING, 'document_not_found'], example: 'style=apa&parts=on&accessed=2026-08-22' },
  },
  {
    ...{ id: 'health', path: '/healthz', summary: 'Whether the process lives' },
    ...{ inPath: [], parameters: NoParameters, json: [Health], mediaTypes: [], problems: [], example: '' },
  },
  {
    ...{ id: 'readiness', path: '/readyz', summary: 'Whether it can search' },
    ...{ inPath: [], parameters: NoParameters, json: [Readiness], mediaTypes: [] },
    ...{ problems: [...INDEX, 'answer_incomplete'], example: '' },
  },
];
