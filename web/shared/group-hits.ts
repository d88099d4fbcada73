/** Hits come clause by clause; a reader sees them under the head of their document. Pure. */
import type { DocumentSummary, Hit } from '../../server/api.js';

/** Clauses that stand under a head before «more»: enough to judge a document by, few enough to see the next. */
export const BEST = 3;

export interface FoundDocument {
  readonly document: DocumentSummary;
  readonly clauses: readonly Hit['clause'][];
}

/** In the order in which each document first occurs; inside a document, the order of the hits. */
export function groupHits(hits: readonly Hit[]): FoundDocument[] {
  const found = new Map<string, { document: DocumentSummary; clauses: Hit['clause'][] }>();
  for (const { clause, document } of hits) {
    const group = found.get(document.id);
    if (group) group.clauses.push(clause);
    else found.set(document.id, { document, clauses: [clause] });
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
    if (other) equal.add(other).add(id);
    byHead.set(head, id);
  }
  return equal;
}
