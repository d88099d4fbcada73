/**
 * Questions in English that Chinese clauses answer: first sentences of English articles of Taiwan's laws, each with its Chinese
 * article. Which laws are asked about, and with which of their articles, a hash of their ids says: nothing is drawn.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { CORPORA } from './corpora.js';

export interface EnglishQuestion {
  readonly query: string;
  readonly documentId: string;
  /** Of the article, as both languages number it: 12, 3-1. */
  readonly article: string;
}

export interface EnglishSet {
  /** A law a line, in the product's own JSONL, without anything in English. */
  readonly laws: string;
  /** Those of the first half that have an English text, likewise. */
  readonly ofFirst: string;
  /** Of each half of the laws. */
  readonly halves: readonly [readonly EnglishQuestion[], readonly EnglishQuestion[]];
}

interface Law {
  readonly id: string;
  readonly text: string;
  readonly textEn?: string;
}

/** Of each half; one a law. */
const QUESTIONS = 300;
const CHINESE_ARTICLE = /^第 ?(\d{1,4}(?:-\d{1,2})?) ?條/gmu;
const ENGLISH_ARTICLE = /^Article (\d{1,4}(?:-\d{1,2})?)[ \t]{0,20}$/;
/** Lines that may stand empty between the number of an article and its text, and the one that does not. */
const NEXT_LINES = 3;
const SENTENCE_END = /(?<=[a-z)])[.;:] /;
/** Characters, and words: shorter ones are headings, longer ones lists. */
const LENGTHS = { fewest: 60, most: 300, words: 10 } as const;

export function readEnglishSet(): EnglishSet {
  const lines = gunzipSync(readFileSync(CORPORA[1] as string))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  const halves: [EnglishQuestion[], EnglishQuestion[]] = [[], []];
  const ofFirst: string[] = [];
  const laws = lines.map((line) => {
    const { textEn, titleEn: _, ...law } = JSON.parse(line) as Law & { titleEn?: string };
    const [first] = inOrderOfHash(questionsOf(law, textEn ?? ''));
    if (first) halves[halfOf(law.id)].push(first);
    const chinese = JSON.stringify(law);
    if (textEn && halfOf(law.id) === 0) ofFirst.push(chinese);
    return chinese;
  });
  const chosen = halves.map((half) => inOrderOfHash(half).slice(0, QUESTIONS));
  const [all, own] = [laws, ofFirst].map((list) => `${list.join('\n')}\n`);
  return { laws: all ?? '', ofFirst: own ?? '', halves: [chosen[0] ?? [], chosen[1] ?? []] };
}

/** The first sentence of every English article whose number a Chinese one has. */
function questionsOf({ id, text }: Law, textEn: string): readonly EnglishQuestion[] {
  const printed = new Set([...text.matchAll(CHINESE_ARTICLE)].map(([, number]) => number));
  const lines = textEn.split('\n');
  return lines.flatMap((line, at) => {
    const article = ENGLISH_ARTICLE.exec(line)?.[1];
    const paragraph = lines.slice(at + 1, at + 1 + NEXT_LINES).find((next) => next !== '');
    if (article === undefined || paragraph === undefined) return [];
    const [query = ''] = paragraph.trim().split(SENTENCE_END);
    const isSentence =
      query.length >= LENGTHS.fewest &&
      query.length <= LENGTHS.most &&
      query.split(/\s/).length >= LENGTHS.words;
    return isSentence && printed.has(article) ? [{ query, documentId: id, article }] : [];
  });
}

function halfOf(id: string): 0 | 1 {
  return Number.parseInt(hashOf(id).slice(0, 1), 16) < 8 ? 0 : 1;
}

function inOrderOfHash(questions: readonly EnglishQuestion[]): readonly EnglishQuestion[] {
  const keyed = questions.map((one) => [hashOf(`${one.documentId} ${one.article}`), one] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
