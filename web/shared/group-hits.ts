/** What was found as a reader sees it: clauses under the head of their document. Pure. */
import type { AnySearchAnswer, DocumentSummary, Hit } from '../../server/api.js';

/** Clauses that stand under a head before «more»: enough to judge a document by, few enough to see the next. */
export const BEST = 3;

export interface FoundDocument {
  readonly document: DocumentSummary;
  readonly clauses: readonly Hit['clause'][];
  /** All its hits; null in the flat list, which does not know. */
  readonly total: number | null;
}

/** Those of every word, and from where `all+any` goes on (documents, or in the flat list clauses), those of some of them. */
export function foundIn(answer: AnySearchAnswer): Readonly<Record<'every' | 'some', FoundDocument[]>> {
  const { page, size, query } = answer;
  const goesOn = query.match === 'all+any';
  const cut = (of: number | undefined, most: number) =>
    goesOn ? Math.min(most, Math.max(0, (of ?? 0) - (page - 1) * size)) : most;
  if ('groups' in answer) {
    const found = answer.groups.map(({ document, total, hits }) => ({
      document,
      clauses: hits.map(({ clause }) => clause),
      total,
    }));
    const at = cut(query.allDocuments, found.length);
    return { every: found.slice(0, at), some: found.slice(at) };
  }
  const at = cut(query.allTotal, answer.hits.length);
  return { every: groupHits(answer.hits.slice(0, at)), some: groupHits(answer.hits.slice(at)) };
}

/** In the order in which each document first occurs; inside a document, the order of the hits. */
export function groupHits(hits: readonly Hit[]): FoundDocument[] {
  const found = new Map<string, { document: DocumentSummary; clauses: Hit['clause'][]; total: null }>();
  for (const { clause, document } of hits) {
    const group = found.get(document.id);
    if (group) group.clauses.push(clause);
    else found.set(document.id, { document, clauses: [clause], total: null });
  }
  return [...found.values()];
}

/** Ids of documents whose heads in a list say the same: 23 reports of one title. Their ids tell them apart. */
export function withEqualHeads(documents: readonly DocumentSummary[]): ReadonlySet<string> {
  const byHead = new Map<string, string>();
  const equal = new Set<string>();
  for (const { id, title, issuingBodies, type, documentNumber, publishedOn, publishedYear } of documents) {
    const head = JSON.stringify([title, issuingBodies, type, documentNumber, publishedOn ?? publishedYear]);
    const other = byHead.get(head);
    if (other !== undefined && other !== id) equal.add(other).add(id);
    byHead.set(head, id);
  }
  return equal;
}
