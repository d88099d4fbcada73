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

/** What the head of a document in a list says of it, but for its source. */
function headOf(document: DocumentSummary): string {
  const { title, issuingBodies, type, status, documentNumber, publishedOn, publishedYear } = document;
  return JSON.stringify([title, issuingBodies, type, status, documentNumber, publishedOn ?? publishedYear]);
}

/** Ids of documents whose heads say the same: 23 reports of one title. Their ids tell them apart. */
export function withEqualHeads(documents: readonly DocumentSummary[]): ReadonlySet<string> {
  const byHead = new Map<string, string[]>();
  for (const document of documents) {
    const head = headOf(document);
    byHead.set(head, [...(byHead.get(head) ?? []), document.id]);
  }
  return new Set([...byHead.values()].filter((ids) => ids.length > 1).flat());
}
