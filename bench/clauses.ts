/**
 * What the cutting of clauses gets right: the articles of Taiwan's and the mainland's laws in ../shared/data/corpora, and
 * the numbered items of the policy texts in ../shared/data/policies, as parseDocument gives them. Prints a table and
 * lists what is wrong.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PolicyError } from '../core/errors.js';
import type { Clause } from '../core/model.js';
import { articleKey } from '../indexer/clauses/article-key.js';
import { splitClauses } from '../indexer/clauses/split-clauses.js';
import { clean } from '../indexer/clean/clean.js';
import type { SplitClause } from '../indexer/model.js';
import { parseDocument } from '../indexer/parse-document.js';
import { rawDocument } from './raw-document.js';

const DATA = resolve('../shared/data');
/** A numbered text is not cut well where a clause is longer, in characters. */
const LONG = 3_000;

interface Law {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly textEn?: string;
}

export async function runClauses(): Promise<void> {
  if (!existsSync(DATA)) {
    console.log(`No data in ${DATA}: nothing to measure.`);
    return;
  }
  taiwan();
  mainland();
  policies();
}

function taiwan(): void {
  const laws = { withArticles: 0, right: 0, bare: 0, bareRight: 0, english: 0, tied: 0 };
  const wrong: string[] = [];
  const cited = locators();
  const clock = stopwatch();
  for (const law of readLaws('tw-laws')) {
    const lines = law.text.split('\n').map((line) => line.trim());
    const articles = lines.filter((line) => /^第 \d+(?:-\d+)? 條$/.test(line));
    const heads = articles.length > 0 ? articles : lines.filter((line) => /^\d+(?:-\d+)?$/.test(line));
    const clauses = clock.split(law.text, 'zh');
    cited.add(law.id, clauses);
    const bodies = bodiesOf(clauses);
    const right =
      heads.length === bodies.length && heads.every((head, at) => bodies[at]?.text.startsWith(head));
    if (articles.length > 0) laws.withArticles += 1;
    else laws.bare += 1;
    if (right && articles.length > 0) laws.right += 1;
    else if (right) laws.bareRight += 1;
    else wrong.push(`${law.id} ${law.title}: ${heads.length} printed, ${bodies.length} cut`);
    if (law.textEn === undefined) continue;
    const keys = new Set(bodies.map(({ locator }) => articleKey(locator)));
    const english = bodiesOf(clock.split(law.textEn, 'en'));
    laws.english += english.length;
    laws.tied += english.filter(({ locator }) => locator !== '' && keys.has(articleKey(locator))).length;
  }
  report('Taiwan, 第 N 條', laws.right, laws.withArticles, 0.995, wrong);
  report('Taiwan, bare numbers', laws.bareRight, laws.bare, 0.995, []);
  report('English articles tied to the Chinese', laws.tied, laws.english, null, []);
  cited.report('Taiwan');
  clock.print('Taiwan');
}

function mainland(): void {
  const wrong: string[] = [];
  let laws = 0;
  const cited = locators();
  const clock = stopwatch();
  for (const law of readLaws('cn-laws')) {
    const clauses = clock.split(law.text, 'zh');
    cited.add(law.id, clauses);
    const printed = law.text.match(/^[^\S\n]{0,32}第[\s一二三四五六七八九十百千零〇○]{1,20}条/gm) ?? [];
    if (printed.length === 0) continue;
    laws += 1;
    const cut = bodiesOf(clauses).filter(({ locator }) => /^(?:附\S{0,6} )?第.+条/.test(locator));
    const right =
      printed.length === cut.length && printed.every((head, at) => cut[at]?.text.startsWith(head.trim()));
    if (!right) wrong.push(`${law.id} ${law.title}: ${printed.length} printed, ${cut.length} cut`);
  }
  report('Mainland, 第N条', laws - wrong.length, laws, 0.995, wrong);
  cited.report('Mainland');
  clock.print('Mainland');
}

function policies(): void {
  const folder = `${DATA}/policies`;
  const missing: string[] = [];
  const long: string[] = [];
  let numbered = 0;
  let read = 0;
  const cited = locators();
  const files = readdirSync(folder);
  for (const file of files) {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    const clauses = parsePolicy(file, text);
    if (clauses === null) continue;
    read += 1;
    cited.add(file, clauses);
    if (!isNumbered(text)) continue;
    numbered += 1;
    const absent = [...'一二三四五'].filter(
      (n) => !clauses.some(({ locator }) => locator.includes(`${n}、`)),
    );
    if (absent.length > 0) missing.push(`${file}: no clause under ${absent.join('、')}、`);
    const longest = clauses.reduce((a, b) => (b.text.length > a.text.length ? b : a));
    if (longest.text.length > LONG) {
      long.push(
        `${file}: ${longest.text.length} characters, ${longest.locator} ${longest.text.slice(0, 30)}`,
      );
    }
  }
  report('Policies read', read, files.length, 1, []);
  cited.report('Policies');
  report('Policies numbered 一、 to 五、, cut there', numbered - missing.length, numbered, null, missing);
  report(`… none past ${LONG} characters`, numbered - long.length, numbered, 0.97, long);
}

function parsePolicy(file: string, text: string): readonly Clause[] | null {
  const raw = rawDocument(text, { id: file, path: file });
  try {
    return parseDocument({ ...raw, kind: 'text' }, '').clauses;
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    console.log(`  ${file}: ${error.message}`);
    return null;
  }
}

const FIRST_FIVE = [...'一二三四五'].map(
  (numeral) => new RegExp(`(?<![一二三四五六七八九十第])${numeral}、(?![一二三四五六七八九十])`, 'g'),
);

/** 一、 to 五、 one after the other, none of them part of an enumeration (一、二、三产业). */
function isNumbered(text: string): boolean {
  let from = 0;
  for (const label of FIRST_FIVE) {
    label.lastIndex = from;
    const match = label.exec(text);
    if (match === null) return false;
    from = match.index;
  }
  return true;
}

const bodiesOf = (clauses: readonly SplitClause[]): SplitClause[] =>
  clauses.filter(({ kind, part }) => kind === 'body' && (part ?? 1) === 1);

/** What a citation hangs on: locators that say one body each, parts of one counted once, and clauses that say something. */
function locators() {
  let numbered = 0;
  let alone = 0;
  let clauses = 0;
  let readable = 0;
  const wrong: string[] = [];
  return {
    add(id: string, found: readonly Pick<SplitClause, 'kind' | 'locator' | 'part' | 'text'>[]): void {
      const bodies = found.filter(
        ({ kind, locator, part }) => kind === 'body' && locator !== '' && (part ?? 1) === 1,
      );
      const counts = new Map<string, number>();
      for (const { locator } of bodies) counts.set(locator, (counts.get(locator) ?? 0) + 1);
      const own = bodies.filter(({ locator }) => counts.get(locator) === 1).length;
      numbered += bodies.length;
      alone += own;
      clauses += found.length;
      readable += found.filter(({ text }) => /\p{L}/u.test(text)).length;
      if (own < bodies.length) wrong.push(`${id}: ${bodies.length - own} bodies share a locator`);
    },
    report(of: string): void {
      report(`${of}, numbered bodies with a locator of their own`, alone, numbered, 1, wrong);
      report(`${of}, clauses with a word in them`, readable, clauses, 1, []);
    },
  };
}

/** Times the cutting alone. */
function stopwatch() {
  let characters = 0;
  let milliseconds = 0;
  return {
    split(raw: string, language: 'zh' | 'en'): SplitClause[] {
      const { text } = clean(raw, { kind: 'jsonl' });
      const started = performance.now();
      const clauses = splitClauses({ text, titleSpan: null, language });
      milliseconds += performance.now() - started;
      characters += text.length;
      return clauses;
    },
    print(what: string): void {
      const rate = (characters / milliseconds / 1000).toFixed(1);
      console.log(`${what}: ${(characters / 1e6).toFixed(1)} M characters, ${rate} M a second`);
    },
  };
}

function* readLaws(name: string): Generator<Law> {
  const lines = gunzipSync(readFileSync(`${DATA}/corpora/${name}.jsonl.gz`))
    .toString('utf8')
    .split('\n');
  for (const line of lines) if (line !== '') yield JSON.parse(line) as Law;
}

function report(
  what: string,
  right: number,
  of: number,
  asked: number | null,
  wrong: readonly string[],
): void {
  const share = ((100 * right) / Math.max(1, of)).toFixed(2);
  console.log(`${what}: ${right} of ${of}, ${share} %${asked === null ? '' : ` (asked: ${100 * asked} %)`}`);
  for (const one of wrong) console.log(`  ${one}`);
}
