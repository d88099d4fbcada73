/** What the API counts, in words: clauses, or where titles are searched, documents. */
import type { AnySearchAnswer, FacetValue } from '../../server/api.js';
import type { SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { say } from '../shared/say.js';

/** Of which search the count is. */
type Of = Pick<SearchAddress, 'scope'>;

/** Clauses, and the documents that they are of. */
type Tallied = Pick<FacetValue, 'count' | 'documents'>;

/** 12 条; 3 份文件 */
export function counted(n: number, { scope }: Of): string {
  return say(messages.value.counted[scope], { n });
}

/** 12 条，见于 3 份文件; 3 份文件 */
export function tallied({ count: clauses, documents }: Tallied, { scope }: Of): string {
  return say(messages.value.counts[scope], { clauses, documents });
}

/** The same of a whole answer; where nothing was asked for but documents, those first. */
export function countsOf(answer: AnySearchAnswer, of: Of): string {
  const { total, documents } = answer;
  const isList = total > 0 && 'groups' in answer && answer.groups.every(({ hits }) => hits.length === 0);
  return isList && of.scope === 'all'
    ? say(messages.value.countsOfList, { clauses: total, documents })
    : tallied({ count: total, documents }, of);
}
