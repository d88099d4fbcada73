/**
 * A run without spaces → the words that must be contained.
 *
 * jieba cuts its Han stretches; neighbouring one-character words stay joined, for the segmenter only falls back to
 * them where it does not know the word. A number takes the measure after it and the 第 before it; letters, digits and
 * the signs inside a name are one word:
 *
 * ```
 * 养犬管理       →  养犬 管理          (jieba: 养|犬|管理)
 * 人工智能AI     →  人工智能 AI
 * 2023年预算     →  2023年 预算
 * 5G网络         →  5G 网络
 * GB/T9704-2012  →  GB/T9704-2012
 * ```
 */
import { analyze, type Phrase, type Term, terms, toPhrase } from '../../core/text/analyze.js';

export interface RunWord {
  /** As typed. */
  readonly text: string;
  readonly phrase: Phrase;
}

/** Signs that join letters and digits into one name or number, one at a time: 2.0, GB/T, co-op, R&D, 10:30. */
const JOINT = /^[-.,/&'’·:+_－．／＆]$/u;
const HAN = /^\p{Script=Han}+$/u;
const ORDINAL = '第';
const DIGITS = /^\p{N}+$/u;

export function cutRun(run: string): RunWord[] {
  const words: RunWord[] = [];
  let group: Term[] = [];
  const close = (): void => {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) return;
    const phrase = toPhrase(joined(run, group));
    if (phrase) words.push({ text: run.slice(first.start, last.end), phrase });
    group = [];
  };
  for (const term of terms(analyze(run))) {
    const before = group.at(-1);
    if (before !== undefined && !staysJoined(before, term, run.slice(before.end, term.start))) close();
    group.push(term);
  }
  close();
  return words;
}

function staysJoined(before: Term, term: Term, typedBetween: string): boolean {
  const between = typedBetween.replace(/[\p{C}\p{M}]/gu, ''); // what folding leaves out joins
  if (!HAN.test(before.text) && !HAN.test(term.text)) return between === '' || JOINT.test(between);
  if (between !== '' || DIGITS.test(term.text)) return between === '' && before.text.endsWith(ORDINAL);
  return (DIGITS.test(before.text) || isSingle(before)) && isSingle(term);
}

function isSingle({ text }: Term): boolean {
  return HAN.test(text) && [...text].length === 1;
}

/** Converted as the whole run was, so that a character that converts otherwise inside a word stays as it is there. */
function joined(run: string, group: readonly Term[]): string {
  return group.map((term, i) => run.slice(group[i - 1]?.end ?? term.start, term.start) + term.text).join('');
}
