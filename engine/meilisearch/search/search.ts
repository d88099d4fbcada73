/**
 * A query → its answer: compiled, counted, proposed.
 */
import type { Phrase } from '../../../core/text/analyze.js';
import type { EngineAnswer, EngineQuery, EngineTerm, EngineWord } from '../../engine.js';
import { rarity } from '../../step-one.js';
import type { Asking, Collection } from '../wire/collection.js';
import { ask, askEach, countEach, type Section } from './ask.js';
import { openBranches } from './branches.js';
import type { Branch } from './compile.js';
import { all, notAmong, selection } from './filter.js';
import { openLoader } from './keep.js';
import { type ProposalContext, READ_ALL } from './proposal-context.js';
import { bestHits } from './propose.js';
import { CLAUSE_FIELDS, type Found, type FoundClause } from './read-answer.js';
import { documentsOf, facetsOf, isInEngineOrder, otherSections, pageOf, totalSection } from './sections.js';
import type { Serving, ServingReader } from './serving.js';
import { asHit, type Scored, toProposal, weighClause } from './weigh-clause.js';

export interface Search {
  /** @throws FoundNoHit where the index is not the one that serves, any more. */
  answer(query: EngineQuery): Promise<EngineAnswer>;
  frequencies(phrases: readonly Phrase[]): Promise<readonly number[]>;
}

export function openSearch(
  collection: Collection,
  asking: Asking,
  serving: Serving,
  { seen }: Pick<ServingReader, 'seen'>,
): Search {
  const isWhole = (): boolean => asking.away.size === 0;
  const branchesOf = openBranches(collection, asking, serving);

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

  return {
    async answer(query) {
      // A server that goes while it is asked may be in one count and not in another: all is asked again, without it.
      for (;;) {
        const away = asking.away.size;
        const answer = await answerOnce(query);
        if (asking.away.size === away) return answer;
      }
    },

    frequencies: (phrases) => frequencyOf(phrases.map((phrase) => ({ alternatives: [phrase] }))),
  };

  async function answerOnce(query: EngineQuery): Promise<EngineAnswer> {
    const branches = await branchesOf(query);
    // Side by side: an engine has more than one core, and we read its clauses while it counts documents.
    const counting = ask(collection, asking, [totalSection(query, branches)]).then(([found]) => found);
    const [found, others, proposals] = await Promise.all([
      counting,
      askOthers(branches, otherSections(query, branches)),
      propose(query, branches, counting).then((scored) => {
        const proposed = scored.map((one) => toProposal(one, query.withText));
        // Searches that count a union do not say which index they were asked of: nobody is to read on meanwhile.
        if (branches.length === 1) query.onProposals?.(proposed);
        return proposed;
      }),
    ]);
    if (found === undefined) throw new TypeError('No search was asked.');
    return {
      total: found.total,
      documents: documentsOf(branches, found, others),
      proposals,
      facets: facetsOf(query, [found, ...others], serving.longValues),
      ...(isWhole() ? {} : { missing: [...asking.away].sort() }),
    };
  }

  async function askOthers(
    branches: readonly Branch[],
    sections: readonly Section[],
  ): Promise<readonly Found[]> {
    if (sections.length === 0) return [];
    if (branches.length > 1) return ask(collection, asking, sections);
    const askedAt = performance.now();
    const { found, states } = await askEach(collection, asking, sections);
    seen(asking, states, askedAt);
    return found;
  }

  async function propose(
    query: EngineQuery,
    branches: readonly Branch[],
    counting: Promise<Found | undefined>,
  ): Promise<readonly Scored[]> {
    if (query.take === 0) return [];
    if (isInEngineOrder(query)) return page(query, (await counting)?.clauses ?? []);
    const [found, rarities] = await Promise.all([counting, raritiesOf(query.words)]);
    return found === undefined || found.total === 0 ? [] : best(query, branches, found.total, rarities);
  }

  async function best(
    query: EngineQuery,
    branches: readonly Branch[],
    total: number,
    rarities: readonly number[],
  ): Promise<readonly Scored[]> {
    const context: ProposalContext = {
      ...{ collection, asking, query, branches, rarities },
      select: selection(query),
      weigh: (clause) => weighClause(clause, query, rarities),
    };
    const first = await bestHits(context, total);
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
    const behind = (rest?.clauses ?? []).slice(skip).map((clause) => asHit(clause, context.weigh));
    return [...wanted, ...behind];
  }

  async function raritiesOf(words: readonly EngineWord[]): Promise<readonly number[]> {
    if (words.length < 2) return words.map(() => 1);
    const { clauses } = serving.status;
    return (await frequencyOf(words)).map((frequency) => rarity(frequency, clauses));
  }
}

function keyOf({ alternatives, numbers = [], runs = [] }: EngineWord): readonly unknown[] {
  return [alternatives.map(({ folded }) => folded), numbers, runs.map((run) => run.map(termKey))];
}

/** Names count inside a run alone: by themselves they are never own text. */
function termKey({ alternatives, numbers = [], names = [] }: EngineTerm): readonly unknown[] {
  return [alternatives.map(({ folded }) => folded), numbers, names];
}

/** A single word's rarity is the same for every hit. */
function page(query: EngineQuery, clauses: readonly FoundClause[]): readonly Scored[] {
  const { from, to } = pageOf(query);
  const ones = query.words.map(() => 1);
  return clauses.slice(from, to).map((clause) => asHit(clause, (one) => weighClause(one, query, ones)));
}
