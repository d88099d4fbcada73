/**
 * A query → its answer: compiled, counted, proposed.
 */
import { FACETS, type FacetName } from '../../model.js';
import type { Phrase } from '../../text/analyze.js';
import type { EngineAnswer, EngineQuery, EngineWord, FacetCount } from '../engine.js';
import { orderFacet } from '../facet-order.js';
import { rarity } from '../step-one.js';
import { ask, countEach, type Section } from './ask.js';
import type { Asking, Collection } from './collection.js';
import { type Branch, compile, namedExclusions, unproven } from './compile.js';
import { facetValue } from './facet-value.js';
import { all, among, any, held, inOwn, notAmong, selection } from './filter.js';
import { judge } from './judge.js';
import { isExact, SIDES, type Side } from './phrase-query.js';
import { head, type ProposalContext, READ_ALL } from './propose.js';
import { CLAUSE_FIELDS, type Found } from './read-answer.js';
import { readAll, readHolders, readWrong } from './read-phrase.js';
import type { Serving } from './serving.js';
import { type Scored, toProposal, weighClause } from './weigh-clause.js';

export interface Search {
  answer(query: EngineQuery): Promise<EngineAnswer>;
  frequencies(phrases: readonly Phrase[]): Promise<readonly number[]>;
}

export function openSearch(collection: Collection, asking: Asking, serving: Serving): Search {
  // What was read while a part was away is not kept: it is not true of the whole.
  const isWhole = (): boolean => asking.away.size === 0;
  const wrongOf = (phrase: Phrase, side: Side): Promise<readonly number[]> =>
    isExact(phrase)
      ? Promise.resolve([])
      : serving.readings.get(
          `wrong ${side} ${phrase.folded}`,
          () => readWrong(collection, asking, phrase, side),
          isWhole,
        );
  const holdersOf = (phrase: Phrase, side: Side): Promise<readonly number[]> =>
    serving.readings.get(
      `holders ${side} ${phrase.folded}`,
      async () => readHolders(collection, asking, phrase, side, await wrongOf(phrase, side)),
      isWhole,
    );

  const branchesOf = async (
    query: Pick<EngineQuery, 'words' | 'excluded' | 'match'>,
  ): Promise<readonly Branch[]> => {
    const wrong = await readings(unproven(query), wrongOf);
    const named = namedExclusions(query, { wrong }).flatMap((phrase) =>
      SIDES.map((side) => [phrase, side] as const),
    );
    const holders = await readings(named, holdersOf);
    return compile(query, { wrong, holders }) ?? [await readBranch(query)];
  };

  /** Too many combinations: whatever may be a hit is read, and the hits are named. */
  const readBranch = async (query: Pick<EngineQuery, 'words' | 'excluded' | 'match'>): Promise<Branch> => {
    const { words } = query;
    const hits: number[] = [];
    const filter = all(...words.map(held), any(words.map(inOwn)));
    for await (const clauses of readAll(collection, asking, { q: '', filter }, CLAUSE_FIELDS)) {
      for (const clause of clauses) {
        if (judge(clause, { ...query, prefer: [] }).isHit) hits.push(clause.order);
      }
    }
    return { q: '', filter: among(hits) };
  };

  const frequencyOf = async (words: readonly EngineWord[]): Promise<readonly number[]> => {
    const keys = words.map((word) =>
      JSON.stringify([word.alternatives.map(({ folded }) => folded), word.documentNumber]),
    );
    const unknown = words.filter((_, i) => serving.frequencies.peek(keys[i] ?? '') === undefined);
    const counted = Promise.all(
      unknown.map((word) => branchesOf({ words: [word], excluded: [], match: 'any' })),
    ).then((all) =>
      countEach(
        collection,
        asking,
        all.map((branches) => ({ branches, select: null })),
      ),
    );
    counted.catch(() => undefined); // nobody may wait for it, where others count the same words now
    return Promise.all(
      words.map((word, i) =>
        serving.frequencies.get(
          keys[i] ?? '',
          async () => (await counted)[unknown.indexOf(word)] ?? 0,
          isWhole,
        ),
      ),
    );
  };

  return {
    async answer(query) {
      const branches = await branchesOf(query);
      const isPaged =
        query.sort !== 'relevance' ||
        query.words.length === 0 ||
        (query.words.length === 1 && query.prefer.length === 0);
      const sections = sectionsOf(query, branches, isPaged);
      const [found, ...others] = await ask(collection, asking, sections);
      if (found === undefined) throw new TypeError('No search was asked.');
      const { total } = found;
      const documents =
        branches.length > 1
          ? Object.keys(found.facets.documentKey ?? {}).length
          : (others.shift()?.total ?? 0);
      const proposed = isPaged ? paged(query, found) : await best(query, branches, total);
      return {
        total,
        documents,
        proposals: proposed.map((scored) => toProposal(scored, query.withText)),
        facets: facetsOf(query, found, others, serving.longValues),
        ...(asking.away.size === 0 ? {} : { missing: [...asking.away].sort() }),
      };
    },

    frequencies: (phrases) => frequencyOf(phrases.map((phrase) => ({ alternatives: [phrase] }))),
  };

  /** Ordered by the engine. A single word's rarity is the same for every hit. */
  function paged(query: EngineQuery, { clauses }: Found): readonly Scored[] {
    const { from, to } = pageOf(query);
    const ones = query.words.map(() => 1);
    return clauses.slice(from, to).map((clause) => {
      const scored = weighClause(clause, query, ones);
      if (scored === null) throw new TypeError(`${clause.id} was found, and is no hit.`);
      return scored;
    });
  }

  async function best(
    query: EngineQuery,
    branches: readonly Branch[],
    total: number,
  ): Promise<readonly Scored[]> {
    if (query.take === 0 || total === 0) return [];
    const { status } = serving;
    const rarities =
      query.words.length < 2
        ? query.words.map(() => 1)
        : (await frequencyOf(query.words)).map((frequency) => rarity(frequency, status.clauses));
    const context: ProposalContext = {
      ...{ collection, asking, query, branches, rarities },
      select: selection(query),
      weigh: (clause) => weighClause(clause, query, rarities),
    };
    const first = await head(context, total);
    const wanted = first.slice(query.skip, query.skip + query.take);
    if (total <= READ_ALL || query.skip + query.take <= first.length) return wanted;
    // Behind those that were weighed, by weight alone.
    const skip = Math.max(0, query.skip - first.length);
    const size = query.skip + query.take - first.length;
    const [rest] = await ask(collection, asking, [
      {
        branches,
        select: all(selection(query), notAmong(first.map(({ clause }) => clause.order))),
        hits: { sort: ['weight:desc', 'order:asc'], page: 0, size, fields: CLAUSE_FIELDS },
      },
    ]);
    const behind = (rest?.clauses ?? []).slice(skip).flatMap((clause) => context.weigh(clause) ?? []);
    return [...wanted, ...behind];
  }
}

/** Reads each, and gives them back by phrase and side. */
async function readings(
  asked: readonly (readonly [Phrase, Side])[],
  read: (phrase: Phrase, side: Side) => Promise<readonly number[]>,
): Promise<(phrase: Phrase, side: Side) => readonly number[]> {
  const found = new Map<string, readonly number[]>();
  await Promise.all(
    asked.map(async ([phrase, side]) => {
      found.set(`${side} ${phrase.folded}`, await read(phrase, side));
    }),
  );
  return (phrase, side) => {
    const clauses = found.get(`${side} ${phrase.folded}`);
    if (clauses === undefined) throw new TypeError(`${phrase.folded} was not read.`);
    return clauses;
  };
}

function sectionsOf(query: EngineQuery, branches: readonly Branch[], isPaged: boolean): Section[] {
  const { filters, facets } = query;
  const isTicked = (facet: FacetName): boolean => filters[facet].length > 0;
  const select = selection(query);
  const { page, size } = pageOf(query);
  const main: Section = {
    branches,
    select,
    facets: [
      ...facets.filter((facet) => !isTicked(facet)),
      // A union counts documents twice whose clauses are found by different searches.
      ...(branches.length > 1 ? (['documentKey'] as const) : []),
    ],
    ...(isPaged && query.take > 0
      ? { hits: { sort: sortOf(query), page, size, fields: CLAUSE_FIELDS } }
      : {}),
  };
  return [
    main,
    ...(branches.length > 1 ? [] : [{ branches, select, distinct: true }]),
    ...FACETS.filter((facet) => facets.includes(facet) && isTicked(facet)).map((facet) => ({
      branches,
      select: selection(query, facet),
      facets: [facet],
    })),
  ];
}

function sortOf({ sort, words }: EngineQuery): readonly string[] {
  if (sort === 'newest') return ['publishedOn:desc', 'order:asc'];
  if (sort === 'oldest') return ['publishedOn:asc', 'order:asc'];
  return words.length === 0 ? ['order:asc'] : ['weight:desc', 'order:asc'];
}

/** The page of the engine that holds what is wanted, and where in it that is. */
function pageOf({ skip, take }: EngineQuery): {
  readonly page: number;
  readonly size: number;
  readonly from: number;
  readonly to: number;
} {
  if (take > 0 && skip % take === 0) return { page: skip / take, size: take, from: 0, to: take };
  return { page: 0, size: skip + take, from: skip, to: skip + take };
}

function facetsOf(
  { facets, filters }: EngineQuery,
  main: Found,
  ticked: readonly Found[],
  longValues: Serving['longValues'],
): EngineAnswer['facets'] {
  const found = [main, ...ticked];
  return Object.fromEntries(
    facets.map((facet) => {
      const counts = found.find((one) => one.facets[facet] !== undefined)?.facets[facet] ?? {};
      const listed = Object.entries(counts).map(
        ([code, count]): FacetCount => ({ value: facetValue(code, longValues), count }),
      );
      return [facet, orderFacet(facet, listed, filters[facet])];
    }),
  );
}
