/**
 * What is asked under load: questions of two words and more as people ask them, drawn from the titles of both corpora, in
 * either script, with what the page asks beside them; and the dearest that the server takes.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { segment } from '../core/text/segment.js';
import { CORPORA, SHARED } from './corpora.js';

/** A path with its parameters. */
export type Draw = () => string;

const pathOf = (path: string, parameters: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams(parameters)}`;

/** @param random  From 0 to 1. */
export function usualQuestions(random: () => number): Draw {
  const titles = CORPORA.flatMap(titlesIn);
  const lay = (
    JSON.parse(readFileSync(`${SHARED}eval/statute-queries.json`, 'utf8')) as { readonly query: string }[]
  ).map(({ query }) => query);
  const of = <Value>(list: readonly Value[]): Value =>
    list[Math.floor(random() * list.length)] as unknown as Value;
  const words = (): readonly string[] => {
    const found = segment(of(titles)).filter((word) => /^\p{Script=Han}{2,6}$/u.test(word));
    return found.length === 0 ? words() : found;
  };
  const size = (): string => String(10 + Math.floor(random() * 20));
  const kinds: readonly (readonly [share: number, draw: Draw])[] = [
    [0.45, () => pathOf('/api/search', { q: `${of(words())} ${of(words())}`, size: size() })],
    [0.15, () => pathOf('/api/search', { q: of(words()) + of(words()), group: 'document' })],
    [0.1, () => pathOf('/api/search', { q: of(lay), size: size() })],
    [0.1, () => pathOf('/api/search', { q: `"${of(words())}" ${of(words())}`, sort: 'newest' })],
    [0.1, () => pathOf('/api/search', { q: of(words()), year: String(1990 + Math.floor(random() * 35)) })],
    [0.1, () => pathOf('/api/suggest', { q: of(words()).slice(0, 2) })],
  ];
  return () => {
    let at = random();
    const found = kinds.find(([share]) => {
      at -= share;
      return at < 0;
    });
    return (found ?? (kinds[0] as (typeof kinds)[0]))[1]();
  };
}

/** Each of them new, so that none is answered from what is kept. */
export function dearQuestions(random: () => number): Draw {
  const characters = [
    ...new Set(
      CORPORA.flatMap(titlesIn)
        .join('')
        .match(/\p{Script=Han}/gu),
    ),
  ];
  const some = (count: number): string[] =>
    Array.from({ length: count }, () => characters[Math.floor(random() * characters.length)] as string);
  const pairs = (count: number): string[] => Array.from({ length: count }, () => some(2).join(''));
  const widened = '工信部 发改委 人工智慧 年假 社保 公积金 网约车 资讯 软体 数位经济'.split(' ');
  const english = 'how can an employee apply for leave when the company refuses to pay the premium of';
  const kinds: readonly Draw[] = [
    () => pathOf('/api/search', { q: some(250).join(' '), match: 'any', explain: 'on' }),
    () => pathOf('/api/search', { q: pairs(80).join('|') }),
    () => pathOf('/api/search', { q: [...widened, ...pairs(2)].join(' '), match: 'any', group: 'document' }),
    () => pathOf('/api/search', { q: `${english} ${Math.floor(random() * 1e6)}` }),
    () => pathOf('/api/facets/issuingBody', { contains: some(1).join(''), q: pairs(3).join('|') }),
    () =>
      pathOf('/api/search', {
        q: `规定 ${some(20)
          .map((one) => `-${one}`)
          .join(' ')}`,
      }),
    () => pathOf('/api/suggest', { q: some(1).join(''), limit: '20' }),
  ];
  let turn = 0;
  return () => (kinds[turn++ % kinds.length] as Draw)();
}

function titlesIn(path: string): string[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly title: string }).title);
}
