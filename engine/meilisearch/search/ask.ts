/**
 * Searches → requests → what was found.
 *
 * One server and one search a question: everything is one request of several searches. A union of several searches, or
 * several servers: federated searches, which count and order over all of them.
 */
import { IndexState } from '../records/records.js';
import { parseState } from '../records/state.js';
import type { Asking, Collection } from '../wire/collection.js';
import type { EngineServer } from '../wire/servers.js';
import type { Branch } from './compile.js';
import { all, equals, type Filter } from './filter.js';
import {
  type Found,
  type FoundClause,
  readFederated,
  readHits,
  readResults,
  readSearch,
  readSearches,
  together,
} from './read-answer.js';
import type { StateOfPart } from './serving.js';

export interface Section {
  readonly branches: readonly Branch[];
  readonly select: Filter;
  /** What to count hits by, or what their documents are called and numbered. */
  readonly facets?: readonly ('place' | 'themeNumber' | 'names' | 'ownNumber' | 'number' | 'issuingBody')[];
  readonly hits?: {
    /** `weight:desc`; what is equal stays in document order. */
    readonly sort: readonly string[];
    /** From 0; with `size` clauses each. */
    readonly page: number;
    readonly size: number;
    readonly fields: readonly string[];
  };
}

const THE_STATE = {
  ...{ q: '', filter: equals('record', 'state'), limit: 1 },
  attributesToRetrieve: Object.keys(IndexState.shape),
} as const;

/** In what none of our searches differ. */
const ALWAYS = { matchingStrategy: 'all', locales: ['eng'] } as const;

/** What each section finds, in order. */
export async function ask(
  collection: Collection,
  asking: Asking,
  sections: readonly Section[],
): Promise<readonly Found[]> {
  const isPlain = (section: Section): boolean =>
    addsUp(section) && (collection.servers.length === 1 || section.hits === undefined);
  const plain = sections.filter(isPlain);
  const joined = sections.filter((section) => !isPlain(section));
  const [ofPlain, ofJoined] = await Promise.all([
    plain.length === 0 ? [] : askEach(collection, asking, plain).then(({ found }) => found),
    Promise.all(joined.map((section) => askFederated(collection, asking, section))),
  ]);
  const found = new Map<Section, Found>();
  for (const [i, section] of plain.entries()) found.set(section, ofPlain[i] as Found);
  for (const [i, section] of joined.entries()) found.set(section, ofJoined[i] as Found);
  return sections.map((section) => found.get(section) as Found);
}

/** Whether its searches can be asked one by one, and what they find be added. */
export function addsUp({ branches, hits }: Section): boolean {
  return branches.length === 1 || (hits === undefined && branches.every(({ isApart }) => isApart));
}

/**
 * The same of sections that add up, every server asked by itself: a document lies on one of them, so what they find adds up
 * too. With the state of each, read after everything else.
 */
export async function askEach(
  collection: Collection,
  asking: Asking,
  sections: readonly Section[],
): Promise<{ readonly found: readonly Found[]; readonly states: readonly StateOfPart[] }> {
  const { index: indexUid } = collection;
  const searches = sections.flatMap((section) =>
    section.branches.map((branch) => plainSearch(indexUid, section, branch)),
  );
  const queries = [...searches, { indexUid, ...THE_STATE }];
  const parts = await collection.each(asking, async (server, signal) => {
    const results = readResults(
      await server.client.post('multi-search', { queries }, { signal }),
      queries.length,
    );
    const [state] = readHits(results.at(-1));
    return {
      found: results.slice(0, -1).map(readSearch),
      state: { server, state: state === undefined ? null : parseState(server.url, state) },
    };
  });
  let place = 0;
  const found = sections.map(({ branches }) => {
    const [from, to] = [place, place + branches.length];
    place = to;
    return together(parts.flatMap(({ found }) => found.slice(from, to)));
  });
  return { found, states: parts.map(({ state }) => state) };
}

/** How many clauses each finds. */
export async function countEach(
  collection: Collection,
  asking: Asking,
  sections: readonly Section[],
): Promise<readonly number[]> {
  return (await ask(collection, asking, sections)).map(({ total }) => total);
}

/** Clauses of every server, the first `most` of each, in no order between servers. */
export async function readEach(
  collection: Collection,
  asking: Asking,
  { q, filter }: Branch,
  options: {
    readonly sort: readonly string[];
    readonly skip?: number;
    readonly most: number;
    readonly fields: readonly string[];
  },
): Promise<Found> {
  const { sort, skip = 0, most, fields } = options;
  const body = {
    ...{ q, filter, sort, offset: skip, limit: most, attributesToRetrieve: fields },
    ...ALWAYS,
  };
  return together(
    await collection.each(asking, async ({ client }, signal) =>
      readSearch(await client.post(`indexes/${collection.index}/search`, body, { signal })),
    ),
  );
}

/** Of each document the first clause in the order asked for, up to `most` of each search; servers as in `readEach`. */
export async function askDistinct(
  collection: Collection,
  asking: Asking,
  branches: readonly Branch[],
  select: Filter,
  options: { readonly sort: readonly string[]; readonly most: number; readonly fields: readonly string[] },
): Promise<readonly FoundClause[]> {
  const { sort, most, fields } = options;
  const queries = branches.map(({ q, filter }) => ({
    ...{ indexUid: collection.index, ...ALWAYS, q, filter: all(filter, select), sort, limit: most },
    distinct: 'documentKey',
    attributesToRetrieve: fields,
  }));
  const parts = await collection.each(asking, async ({ client }, signal) =>
    readSearches(await client.post('multi-search', { queries }, { signal }), queries.length),
  );
  return parts.flat().flatMap(({ clauses }) => clauses);
}

/** The same for several searches, in one request a server. What each finds, in order. */
export async function readSome(
  collection: Collection,
  asking: Asking,
  branches: readonly Branch[],
  options: { readonly sort: readonly string[]; readonly most: number; readonly fields: readonly string[] },
): Promise<readonly (readonly FoundClause[])[]> {
  const { sort, most, fields } = options;
  const queries = branches.map(({ q, filter }) => ({
    ...{ indexUid: collection.index, ...ALWAYS, q, filter, sort, limit: most },
    attributesToRetrieve: fields,
  }));
  const parts = await collection.each(asking, async ({ client }, signal) =>
    readSearches(await client.post('multi-search', { queries }, { signal }), queries.length),
  );
  return branches.map((_, place) => parts.flatMap((part) => part[place]?.clauses ?? []));
}

function plainSearch(
  indexUid: string,
  { select, facets = [], hits }: Section,
  { q, filter }: Branch,
): object {
  return {
    indexUid,
    ...ALWAYS,
    q,
    filter: all(filter, select),
    facets,
    page: (hits?.page ?? 0) + 1,
    hitsPerPage: hits?.size ?? 0,
    ...(hits ? { sort: hits.sort, attributesToRetrieve: hits.fields } : {}),
  };
}

function askFederated(collection: Collection, asking: Asking, section: Section): Promise<Found> {
  const { branches, select, facets = [], hits } = section;
  const federation = {
    page: (hits?.page ?? 0) + 1,
    hitsPerPage: hits?.size ?? 0,
    facetsByIndex: { [collection.index]: facets },
  };
  const queriesOf = (servers: readonly EngineServer[]): object[] =>
    servers.flatMap(({ remote }) =>
      branches.map(({ q, filter }) => ({
        indexUid: collection.index,
        ...ALWAYS,
        q,
        filter: all(filter, select),
        attributesToRetrieve: hits?.fields ?? ['id'],
        ...(hits ? { sort: hits.sort } : {}),
        ...(collection.servers.length > 1 ? { federationOptions: { remote } } : {}),
      })),
    );
  return collection.one(asking, async ({ client }, servers, signal) =>
    readFederated(await client.post('multi-search', { federation, queries: queriesOf(servers) }, { signal })),
  );
}
