/**
 * What the start page shows beyond one answer: the newest documents, and examples that find something here.
 * An example is asked before it is shown: a corpus without 算力 is not told to look for it.
 */
import { signal } from '@preact/signals';
import type { DocumentSummary, SearchAnswer } from '../../server/api.js';
import { apiPath, START } from '../shared/address.js';
import { request } from '../shared/resource.js';

const NEWEST = 5; // documents
const PAGES = 5; // of a hundred clauses: one long text must not make the page ask for ever
const EXAMPLES = 3;

export interface Example {
  readonly kind: 'excluded' | 'phrase' | 'documentNumber' | 'everyWord';
  readonly q: string;
}

export const newest = signal<readonly DocumentSummary[]>([]);
export const examples = signal<readonly Example[]>([]);

/** @param answer  The newest clauses, from the first page on. */
export async function gather(answer: SearchAnswer): Promise<void> {
  const found = new Map<string, DocumentSummary>();
  for (let page = 1; ; ) {
    for (const { document } of answer.hits) found.set(document.id, document);
    newest.value = [...found.values()].slice(0, NEWEST);
    if (found.size >= Math.min(NEWEST, answer.documents) || page === PAGES) break;
    page += 1;
    answer = await ask({ sort: 'newest', size: 100, page });
  }
  const held = [...found.values()];
  const candidates: Record<Example['kind'], readonly string[]> = {
    excluded: ['算力 -农业', '管理 -农业'],
    phrase: ['“揭榜挂帅”', ...held.map(({ title }) => `“${title}”`)],
    documentNumber: held.flatMap(({ documentNumber }) => documentNumber ?? []),
    everyWord: answer.facets.city.map(({ value }) => `${value} 管理`),
  };
  const good: Example[] = [];
  for (const [kind, queries] of Object.entries(candidates)) {
    for (const q of queries.slice(0, 3)) {
      if ((await ask({ q, match: 'all', size: 1 })).total > 0) {
        good.push({ kind, q } as Example);
        break;
      }
    }
  }
  examples.value = good.slice(0, EXAMPLES);
}

function ask(what: Partial<typeof START>): Promise<SearchAnswer> {
  return request(apiPath({ ...START, ...what }));
}
