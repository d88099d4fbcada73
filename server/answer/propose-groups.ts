/**
 * A question → the page of documents that is asked for, each with its best clauses.
 *
 * The best documents of the engine's order are read and put in ours: a document stands where its best clause does, to which
 * the others lend their share (`rank`). Those behind them stay in the engine's order. So the order is that of question and index
 * alone, on whatever page a document comes.
 */
import type {
  DocumentGroup,
  EngineAnswer,
  EngineQuery,
  Proposal,
  SearchEngine,
} from '../../engine/engine.js';
import type { Group } from '../api.js';
import type { Question } from '../query/question.js';
import type { SearchRequest } from '../request.js';
import { markedPhrases, presentGroupDocument, presentHits } from './present.js';
import { rank } from './rank.js';
import type { RankQuestion } from './score.js';
import { weigh } from './weigh.js';

/** Documents that are read, up to five clauses each, and put in order. */
const RANKED = 100;
/** Clauses that are read of a document on the page. */
const READ = 50;
/** Clauses shown of a document. */
const SHOWN = 3;

export interface ProposedGroups {
  readonly answer: EngineAnswer;
  readonly groups: readonly Group[];
}

interface Ordered extends DocumentGroup {
  /** Best first. */
  readonly proposals: readonly Proposal[];
}

export async function proposeGroups(
  engine: SearchEngine,
  question: Question,
  query: EngineQuery,
  { page, size, script }: Pick<SearchRequest, 'page' | 'size' | 'script'>,
): Promise<ProposedGroups> {
  const [start, end] = [(page - 1) * size, page * size];
  const hasWords = query.words.length > 0 && query.scope === 'all'; // titles come in the engine's order
  const isRanked = hasWords && query.sort === 'relevance' && start < RANKED;
  const weighing = hasWords ? weigh(engine, question) : null; // nothing of it depends on what is found
  weighing?.catch(() => undefined); // waited for below, where anything is found
  const wanted = isRanked ? { skip: 0, take: RANKED } : { skip: start, take: size };
  const answer = await engine.search({ ...query, ...wanted, withText: hasWords });
  const behind =
    isRanked && end > RANKED && answer.documents > RANKED
      ? await engine.search({
          ...{ ...query, skip: RANKED, take: end - RANKED },
          ...{ withText: true, facets: [], others: [] },
        })
      : null;
  const found = answer.groups.length > 0 ? await weighing : null;
  const clauses = byDocument(answer.proposals, found);
  const first = withClauses(answer.groups, clauses);
  const all = [
    ...(isRanked ? inOrderOfBest(first, clauses) : first),
    ...(behind === null ? [] : withClauses(behind.groups, byDocument(behind.proposals, found))),
  ];
  const onPage = isRanked ? all.slice(start, end) : all;
  const shown = found === null ? onPage : await withBest(engine, query, onPage, found);
  return { answer, groups: await present(engine, shown, question, script) };
}

/** The clauses of each document in our order, and the documents in that of their best. */
function byDocument(
  proposals: readonly Proposal[],
  weighed: RankQuestion | null,
): ReadonlyMap<string, readonly Proposal[]> {
  const clauses = new Map<string, Proposal[]>();
  for (const proposal of weighed === null ? proposals : rank(proposals, weighed)) {
    const list = clauses.get(proposal.documentId);
    if (list === undefined) clauses.set(proposal.documentId, [proposal]);
    else list.push(proposal);
  }
  return clauses;
}

function withClauses(
  groups: readonly DocumentGroup[],
  clauses: ReadonlyMap<string, readonly Proposal[]>,
): readonly Ordered[] {
  return groups.map((group) => ({ ...group, proposals: clauses.get(group.documentId) ?? [] }));
}

function inOrderOfBest(
  groups: readonly Ordered[],
  clauses: ReadonlyMap<string, readonly Proposal[]>,
): readonly Ordered[] {
  const byId = new Map(groups.map((group) => [group.documentId, group]));
  return [...clauses.keys()].flatMap((documentId) => byId.get(documentId) ?? []);
}

/** What a document shows is the best of all its hits, as `document=` gives them, and not of those it was placed by. */
async function withBest(
  engine: SearchEngine,
  query: EngineQuery,
  page: readonly Ordered[],
  weighed: RankQuestion,
): Promise<readonly Ordered[]> {
  const long = page.filter(({ total, proposals }) => total > proposals.length);
  if (long.length === 0) return page;
  const read = withClauses(long, byDocument(await engine.hitsIn(query, long, READ), weighed));
  const byId = new Map(read.map((group) => [group.documentId, group]));
  return page.map((group) => {
    const best = byId.get(group.documentId);
    return best === undefined || best.proposals.length === 0 ? group : best; // of a part that went, what was found stays
  });
}

async function present(
  engine: SearchEngine,
  ordered: readonly Ordered[],
  question: Question,
  script: SearchRequest['script'],
): Promise<readonly Group[]> {
  const wanted = ordered.flatMap(({ proposals }) => proposals.slice(0, SHOWN));
  const [documents, clauses] = await Promise.all([
    engine.documents(ordered.map(({ documentId }) => documentId)),
    wanted.length === 0 ? [] : engine.clauses(wanted.map(({ clauseId }) => clauseId)),
  ]);
  const documentOf = new Map(documents.map((document) => [document.id, document]));
  const phrases = markedPhrases(question);
  return ordered.flatMap(({ documentId, total }) => {
    const document = documentOf.get(documentId);
    if (document === undefined) return [];
    const own = clauses.filter((stored) => stored.document.id === documentId);
    const hits = presentHits(own, phrases, script);
    return [{ document: presentGroupDocument(document, script), total, hits }];
  });
}
