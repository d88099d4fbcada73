/**
 * A question → the page of documents that is asked for, each with its best clauses.
 *
 * The best documents of the engine's order are read and put in ours: a document stands where its best clause does, to which
 * the others lend their share (`rank`). Those behind them stay in the engine's order. So the order is that of question and index
 * alone, on whatever page a document comes.
 */
import type { PolicyDocument } from '../../core/model.js';
import type {
  DocumentGroup,
  EngineAnswer,
  EngineQuery,
  Proposal,
  SearchEngine,
  StoredClause,
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
  return grouped(weighed === null ? proposals : rank(proposals, weighed), documentOfProposal);
}

/** In their order. @param keyOf  Of the module: what is made for one question is compiled anew for the next. */
function grouped<One>(all: readonly One[], keyOf: (one: One) => string): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const list = groups.get(keyOf(one));
    if (list === undefined) groups.set(keyOf(one), [one]);
    else list.push(one);
  }
  return groups;
}

function documentOfProposal({ documentId }: Proposal): string {
  return documentId;
}

function documentOfClause({ document }: StoredClause): string {
  return document.id;
}

function withClauses(
  groups: readonly DocumentGroup[],
  clauses: ReadonlyMap<string, readonly Proposal[]>,
): readonly Ordered[] {
  const ordered: Ordered[] = [];
  for (const { documentId, total } of groups) {
    ordered.push({ documentId, total, proposals: clauses.get(documentId) ?? [] });
  }
  return ordered;
}

function inOrderOfBest(
  groups: readonly Ordered[],
  clauses: ReadonlyMap<string, readonly Proposal[]>,
): readonly Ordered[] {
  const byId = new Map<string, Ordered>();
  for (const group of groups) byId.set(group.documentId, group);
  const ordered: Ordered[] = [];
  for (const documentId of clauses.keys()) {
    const group = byId.get(documentId);
    if (group !== undefined) ordered.push(group);
  }
  return ordered;
}

/** What a document shows is the best of all its hits, as `document=` gives them, and not of those it was placed by. */
async function withBest(
  engine: SearchEngine,
  query: EngineQuery,
  page: readonly Ordered[],
  weighed: RankQuestion,
): Promise<readonly Ordered[]> {
  const long = page.filter(hasMore);
  if (long.length === 0) return page;
  const read = withClauses(long, byDocument(await engine.hitsIn(query, long, READ), weighed));
  const byId = new Map(read.map((group) => [group.documentId, group]));
  return page.map((group) => {
    const best = byId.get(group.documentId);
    return best === undefined || best.proposals.length === 0 ? group : best; // of a part that went, what was found stays
  });
}

function hasMore({ total, proposals }: Ordered): boolean {
  return total > proposals.length;
}

async function present(
  engine: SearchEngine,
  ordered: readonly Ordered[],
  question: Question,
  script: SearchRequest['script'],
): Promise<readonly Group[]> {
  const wanted: Proposal[] = [];
  for (const { proposals } of ordered) wanted.push(...proposals.slice(0, SHOWN));
  const [documents, clauses] = await Promise.all([
    engine.documents(ordered.map(({ documentId }) => documentId)),
    wanted.length === 0 ? [] : engine.clauses(wanted.map(({ clauseId }) => clauseId)),
  ]);
  const documentOf = new Map<string, PolicyDocument>();
  for (const document of documents) documentOf.set(document.id, document);
  const clausesOf = grouped(clauses, documentOfClause);
  const phrases = markedPhrases(question);
  const groups: Group[] = [];
  for (const { documentId, total } of ordered) {
    const document = documentOf.get(documentId);
    if (document === undefined) continue;
    const hits = presentHits(clausesOf.get(documentId) ?? [], phrases, script);
    groups.push({ document: presentGroupDocument(document, script), total, hits });
  }
  return groups;
}
