/** The further clauses of documents, as far as they are unfolded: of one answer, and gone with it. */
import type { AnySearchAnswer, Problem, SearchAnswer } from '../../server/api.js';
import { apiPath, type SearchAddress } from './address.js';
import { unfolded } from './navigation.js';
import { asProblem, request } from './resource.js';
import { signal } from './signal.js';

const MOST = 100; // clauses a request: what the API gives at once

type Page = SearchAnswer['hits'] | 'asked' | Problem;
let of: AnySearchAnswer | undefined;
const came = signal<ReadonlyMap<string, Page>>(new Map());

export interface Rest {
  readonly hits: SearchAnswer['hits'];
  readonly isWaiting: boolean;
  /** Why a page of it did not come. */
  readonly problem: Problem | undefined;
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
    hits: pages.flatMap((page) => (page === 'asked' || isProblem(page) ? [] : page)),
    isWaiting: pages.includes('asked'),
    problem: pages.find(isProblem),
  };
}

/** What did not come is asked for again. */
export function askRestsAgain(): void {
  came.value = new Map([...came.value].filter(([, page]) => !isProblem(page)));
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
    (error) => note(asProblem(error)),
  );
}

function isProblem(page: Page): page is Problem {
  return typeof page === 'object' && 'status' in page;
}
