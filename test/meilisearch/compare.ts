/** Asks two engines the same question, as the server would, and says in what their answers differ. */
import { isDeepStrictEqual } from 'node:util';
import { FACETS } from '../../core/model.js';
import type { EngineAnswer, EngineQuery, SearchEngine } from '../../engine/engine.js';
import { MOST_VALUES } from '../../engine/facet-order.js';
import { toEngineQuery } from '../../server/answer/engine-query.js';
import { searchTyped } from '../../server/answer/search.js';
import { hitsOf } from '../../server/api.js';
import { understandQuery } from '../../server/query/understand-query.js';
import { SearchRequest } from '../../server/request.js';
import type { Parameters } from './drawn-queries.js';

const ALL = 1000; // hits up to which every id is compared
const PAGE = 20;
const SHOWN = 12; // differences of one question

export interface Comparison {
  /** Of the first page by relevance. */
  readonly samePage: boolean;
  readonly total: number;
  /** What must be equal and is not; none: the answers are the same. */
  readonly differences: readonly string[];
}

export async function compare(
  left: SearchEngine,
  right: SearchEngine,
  parameters: Parameters,
): Promise<Comparison> {
  const request = SearchRequest.parse({ ...parameters, explain: 'off' });
  const { match, group } = request;
  const asked: EngineQuery = {
    ...toEngineQuery(understandQuery(request.q), request, match === 'auto' ? 'all' : match),
    ...{ group, facets: FACETS, mostValues: MOST_VALUES },
  };
  const byDate = { ...asked, sort: asked.sort === 'relevance' ? ('newest' as const) : asked.sort };
  const relevant = SearchRequest.parse({ ...parameters, sort: 'relevance', size: String(PAGE) });
  const of = async (engine: SearchEngine): Promise<Asked> => {
    const answer = await engine.search({ ...byDate, take: ALL });
    const found = await searchTyped(engine, relevant);
    const { total, documents, facets } = found;
    const page = hitsOf(found).map(({ clause }) => clause.id);
    const isSmall = answer.total <= ALL;
    return {
      compared: {
        ...{ total: answer.total, documents: answer.documents, facets: answer.facets },
        missing: answer.missing, // of three servers, one that was too slow to answer the others
        ids: isSmall ? describeHits(answer) : answer.proposals.slice(0, PAGE).map(({ clauseId }) => clauseId),
        searched: { total, documents, facets, ...(isSmall && total <= ALL ? { page } : {}) },
      },
      page,
      total: answer.total,
    };
  };
  const [one, other] = [await of(left), await of(right)];
  return {
    samePage: one.page.join() === other.page.join(),
    total: one.total,
    differences: differ('', one.compared, other.compared),
  };
}

interface Asked {
  readonly compared: object;
  readonly page: readonly string[];
  readonly total: number;
}

/** Where two values differ, shortly: `.facets.city[3].count: 4 | 5`. */
function differ(path: string, left: unknown, right: unknown): string[] {
  if (isDeepStrictEqual(left, right)) return [];
  if (typeof left === 'object' && typeof right === 'object' && left !== null && right !== null) {
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    const at = (value: object, key: string): unknown => (value as Readonly<Record<string, unknown>>)[key];
    return keys.flatMap((key) => differ(`${path}.${key}`, at(left, key), at(right, key))).slice(0, SHOWN);
  }
  return [`${path}: ${JSON.stringify(left)} | ${JSON.stringify(right)}`];
}

/** In the order of the answer, which by date is the same for every engine. */
function describeHits({ proposals }: EngineAnswer): string[] {
  return proposals.map(({ clauseId, documentId, kind, inContext }) =>
    [clauseId, documentId, kind, inContext.map(Number).join('')].join(' '),
  );
}
