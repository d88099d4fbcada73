/**
 * A query → its answer: compiled, counted, proposed.
 */
import type { Phrase } from '../../../core/text/analyze.js';
import type {
  DocumentGroup,
  EngineAnswer,
  EngineQuery,
  EngineTerm,
  EngineWord,
  Proposal,
  SearchEngine,
} from '../../engine.js';
import { searchTitles } from '../../search-titles.js';
import { rarity } from '../../step-one.js';
import type { Asking, Collection } from '../wire/collection.js';
import { addsUp, ask, askEach, countEach, type Section } from './ask.js';
import { openBranches } from './branches.js';
import type { Branch } from './compile.js';
import { type Counted, countFound, countingSections } from './count.js';
import { asAny, openOtherCounts } from './count-others.js';
import { openHoldersOfAll } from './few-hits.js';
import { hitsOfDocument, type ProposedGroups, proposeGroups } from './groups.js';
import { isAskedAtOnce, proposeHits } from './hits.js';
import { openLoader } from './keep.js';
import { type ProposalContext, proposalContext } from './proposal-context.js';
import { isOfMany, lookAhead } from './propose.js';
import type { Found } from './read-answer.js';
import type { IndexColumns } from './read-columns.js';
import type { Serving, ServingReader } from './serving.js';
import { toProposal } from './weigh-clause.js';

export interface Search {
  /** @throws FoundNoHit, UnknownDocument where the index is not the one that serves, any more. */
  answer(query: EngineQuery): Promise<EngineAnswer>;
  /** @throws FoundNoHit, the same. */
  hitsIn: SearchEngine['hitsIn'];
  frequencies(phrases: readonly Phrase[]): Promise<readonly number[]>;
  /** Clauses that hold each word in their own text. */
  countHolders(words: readonly EngineWord[]): Promise<readonly number[]>;
}

export function openSearch(
  collection: Collection,
  asking: Asking,
  serving: Serving,
  { seen }: Pick<ServingReader, 'seen'>,
): Search {
  const isWhole = (): boolean => asking.away.size === 0;
  const branchesOf = openBranches(collection, asking, serving);
  const holdersOfAll = openHoldersOfAll(collection, asking, serving.holders, branchesOf);
  const { totalsOf, countOthers } = openOtherCounts(collection, asking, branchesOf);

  const countWord = openLoader<EngineWord, number>({
    held: serving.frequencies,
    keyOf: (word) => JSON.stringify(keyOf(word)),
    read: async (words) => {
      const searches = await Promise.all(
        words.map((word) => branchesOf({ words: [word], excluded: [], match: 'any' })),
      );
      const sections = searches.map((branches) => ({ branches, select: null }));
      return countEach(collection, asking, sections);
    },
    isTrue: isWhole,
  });
  const frequencyOf = (words: readonly EngineWord[]): Promise<readonly number[]> =>
    Promise.all(words.map((word) => countWord(word)));

  /** A server that goes while it is asked may be in one count and not in another: all is asked again, without it. */
  const ofThoseThere = async <Answer>(once: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      const away = asking.away.size;
      const answer = await once();
      if (asking.away.size === away) return answer;
    }
  };

  return {
    answer: (query) => ofThoseThere(() => answerOnce(query)),
    hitsIn: (query, groups, most) => ofThoseThere(() => hitsOnce(query, groups, most)),

    frequencies: (phrases) => frequencyOf(phrases.map((phrase) => ({ alternatives: [phrase] }))),
    countHolders: frequencyOf,
  };

  async function hitsOnce(
    query: EngineQuery,
    groups: readonly DocumentGroup[],
    most: number,
  ): Promise<readonly Proposal[]> {
    const [branches, rarities, columns] = await Promise.all([
      branchesOf(asAny(query)),
      raritiesOf(query.words),
      serving.columns.read(collection, asking),
    ]);
    const context = contextFor(query, branches, rarities, columns, 'relevance');
    const found = await Promise.all(groups.map((group) => hitsOfDocument(context, group, most)));
    return found.flat().map((one) => toProposal(one, true));
  }

  async function answerOnce(query: EngineQuery): Promise<EngineAnswer> {
    if (query.scope === 'title') return inTitles(query);
    if (query.onlyTotal) {
      const counting = holdersOfAll.count(query);
      // Who asks for so many words asks for their rarities next.
      const [total = 0] = await (counting === null
        ? totalsOf([query])
        : Promise.all([counting, raritiesOf(query.words)]));
      return { ...NOTHING_SHOWN, total, ...(isWhole() ? {} : { missing: [...asking.away].sort() }) };
    }
    const isBoth = query.match === 'all+any';
    const [branches, columns, firstBranches] = await Promise.all([
      branchesOf(asAny(query)),
      serving.columns.read(collection, asking),
      isBoth ? holdersOfAll.branches(query) : null,
    ]);
    // Side by side: an engine has more than one core, and we read its clauses while it counts.
    const counting = countOf(query, branches, columns);
    // Of many words the best hits are looked for in two steps: what nobody waits for comes beside the second.
    const countingOthers = isOfMany(query)
      ? counting.then(() => countOthers(query, counting))
      : countOthers(query, counting);
    const countingFirst =
      firstBranches === null ? null : countOf(withoutFacets(query), firstBranches, columns);
    const proposing = propose(query, { branches, firstBranches, columns, counting, countingFirst }).then(
      (proposed) => {
        const proposals = proposed.scored.map((one) => toProposal(one, query.withText));
        // Searches that count a union do not say which index they were asked of: nobody is to read on meanwhile.
        if (branches.length === 1 && !isBoth) query.onProposals?.(proposals);
        return { ...proposed, proposals };
      },
    );
    const [counted, first, { proposals, groups }, others] = await Promise.all([
      counting,
      countingFirst,
      proposing,
      countingOthers,
    ]);
    return {
      total: counted.count,
      documents: counted.documents,
      first: first === null ? null : { count: first.count, documents: first.documents },
      ...{ proposals, groups, facets: counted.facets, lacking: counted.lacking },
      otherTotals: others.map((brought) => counted.count - brought),
      ...(isWhole() ? {} : { missing: [...asking.away].sort() }),
    };
  }

  async function inTitles(query: EngineQuery): Promise<EngineAnswer> {
    const columns = await serving.columns.read(collection, asking);
    const { names, themes, ids } = columns;
    const only = query.document === null ? null : ids.indexOf(query.document);
    const index = { columns, names, themes, idOf: (document: number) => ids[document] ?? '' };
    return {
      ...searchTitles(query, index, only),
      ...(isWhole() ? {} : { missing: [...asking.away].sort() }),
    };
  }

  async function countOf(
    query: EngineQuery,
    branches: readonly Branch[],
    columns: IndexColumns,
  ): Promise<Counted> {
    const { byDocument, byTheme } = countingSections(query, branches);
    const isOne = byTheme === byDocument;
    const [[found], [ofThemes]] = await Promise.all([
      askStated([byDocument]),
      byTheme === null || isOne ? [] : ask(collection, asking, [byTheme]),
    ]);
    if (found === undefined) throw new TypeError('No search was asked.');
    const themes = isOne ? found : (ofThemes ?? null);
    return countFound(query, columns, found, themes);
  }

  /** With a look at which index it is, where the engine says so. */
  async function askStated(sections: readonly Section[]): Promise<readonly Found[]> {
    if (!sections.every(addsUp)) return ask(collection, asking, sections);
    const askedAt = performance.now();
    const { found, states } = await askEach(collection, asking, sections);
    seen(asking, states, askedAt);
    return found;
  }

  /** @param sort  What clauses are worth is the same in whichever order the documents come that they are the best of. */
  function contextFor(
    query: EngineQuery,
    branches: readonly Branch[],
    rarities: readonly number[],
    columns: IndexColumns,
    sort: EngineQuery['sort'],
  ): ProposalContext {
    return proposalContext({ collection, asking, query, branches, rarities }, columns, sort);
  }

  interface Proposing {
    readonly branches: readonly Branch[];
    /** Of `all+any`: what finds those that hold every word. */
    readonly firstBranches: readonly Branch[] | null;
    readonly columns: IndexColumns;
    readonly counting: Promise<Counted>;
    readonly countingFirst: Promise<Counted> | null;
  }

  async function propose(
    query: EngineQuery,
    { branches, firstBranches, columns, counting, countingFirst }: Proposing,
  ): Promise<ProposedGroups> {
    if (query.take === 0) return { groups: [], scored: [] };
    // A single word's rarity is the same for every hit.
    const rarities = await raritiesOf(query.words);
    const sort = query.group === 'document' ? 'relevance' : query.sort;
    const asked = contextFor(query, branches, rarities, columns, sort);
    if (isAskedAtOnce(query)) {
      return { groups: [], scored: await proposeHits(asked, Number.POSITIVE_INFINITY, null) };
    }
    const context: ProposalContext = { ...asked, ahead: lookAhead(asked) };
    const [{ hits, count }, firstCounted] = await Promise.all([counting, countingFirst]);
    const first =
      firstBranches === null || firstCounted?.count === 0 ? null : { ...context, branches: firstBranches };
    if (query.group === 'none') return { groups: [], scored: await proposeHits(context, count, first) };
    const counts = { columns, hits, firstHits: firstCounted?.hits ?? null, total: count };
    return proposeGroups(context, counts, first);
  }

  async function raritiesOf(words: readonly EngineWord[]): Promise<readonly number[]> {
    if (words.length < 2) return words.map(() => 1);
    const { clauses } = serving.status;
    return (await frequencyOf(words)).map((frequency) => rarity(frequency, clauses));
  }
}

const NOTHING_SHOWN: Omit<EngineAnswer, 'total'> = {
  ...{ documents: 0, proposals: [], first: null, groups: [], facets: {}, lacking: null, otherTotals: [] },
};

/** Those that hold every word are counted, and nothing beside them. */
function withoutFacets(query: EngineQuery): EngineQuery {
  return { ...query, facets: [] };
}

function keyOf({ alternatives, numbers = [], runs = [] }: EngineWord): readonly unknown[] {
  return [alternatives.map(({ folded }) => folded), numbers, runs.map((run) => run.map(termKey))];
}

/** Names count inside a run alone: by themselves they are never own text. */
function termKey({ alternatives, numbers = [], names = [] }: EngineTerm): readonly unknown[] {
  return [alternatives.map(({ folded }) => folded), numbers, names];
}
