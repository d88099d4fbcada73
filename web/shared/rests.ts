/** The further clauses of documents, as far as they are unfolded: of one answer, and gone with it. */
import type { AnySearchAnswer, SearchAnswer } from '../../server/api.js';
import { apiPath, type SearchAddress } from './address.js';
import { unfolded } from './navigation.js';
import { request } from './resource.js';
import { signal } from './signal.js';

const MOST = 100; // clauses a request: what the API gives at once

type Page = SearchAnswer['hits'] | 'asked' | 'failed';
let of: AnySearchAnswer | undefined;
const came = signal<ReadonlyMap<string, Page>>(new Map());

export interface Rest {
  readonly hits: SearchAnswer['hits'];
  readonly isWaiting: boolean;
  readonly hasFailed: boolean;
}

/** Asks for every page of it once. Best first, as are those that stand already. */
export function restOf(answer: AnySearchAnswer, here: SearchAddress, document: string): Rest {
  if (of !== answer) {
    of = answer;
    came.value = new Map();
  }
  const pages: Page[] = [];
  for (let page = 1; page <= (unfolded.value.get(document) ?? 0); page += 1) {
    const path = apiPath({ ...here, group: 'none', document, sort: 'relevance', page, size: MOST });
    const there = came.value.get(path);
    if (there === undefined) ask(path, answer);
    pages.push(there ?? 'asked');
  }
  return {
    hits: pages.flatMap((page) => (typeof page === 'string' ? [] : page)),
    isWaiting: pages.includes('asked'),
    hasFailed: pages.includes('failed'),
  };
}

/** What did not come is asked for again. */
export function askRestsAgain(): void {
  came.value = new Map([...came.value].filter(([, page]) => page !== 'failed'));
}

/** Whether rests that are unfolded here are still on their way: the reader is put back when they stand. */
export function isWaiting(answer: AnySearchAnswer, here: SearchAddress): boolean {
  return (
    'groups' in answer && answer.groups.some(({ document: { id } }) => restOf(answer, here, id).isWaiting)
  );
}

function ask(path: string, answer: AnySearchAnswer): void {
  const note = (page: Page) => {
    if (of === answer) came.value = new Map(came.value).set(path, page);
  };
  note('asked');
  request<SearchAnswer>(path).then(
    ({ hits }) => note(hits),
    () => note('failed'),
  );
}
