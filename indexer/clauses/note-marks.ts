/** How notes are marked: the head of a note, and its mark in the running text. */
import type { Span } from '../../core/model.js';
import { ordinalOfSign } from './single-characters.js';

export interface NoteLine {
  readonly form: string;
  readonly ordinal: number;
  /** 1, ①, *: without brackets. */
  readonly printed: string;
  /** The line itself says that it is a note: 注：① …. */
  readonly isTold: boolean;
}

export interface Mark extends Span {
  /** A mark of punctuation, or the line's end, is behind it. */
  readonly endsPhrase: boolean;
}

/** 注：, 注释, [附注]： alone on a line. */
export const NOTES_HEAD =
  /^[[【（(]?(?:[注註]|[注註][释釋]|[脚腳附尾][注註]|notes?|footnotes?)[\]】）)]?\s?[:：]?$/i;

interface Form {
  /** Whether no item of a list is marked so. */
  readonly isOwn: boolean;
  /** The head of a note; what tells it from the others is the group that took part. */
  readonly head: RegExp;
  ordinal(printed: string): number | null;
  /** Its marks, the likeliest first, with the same group. None stands at the head of a line. */
  readonly marks: readonly RegExp[];
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const CIRCLED = '①-⑳';
const DIGITS = '\\d０-９';
/** What a mark stands behind. */
const BEHIND = '(?<=[\\p{L}\\p{N}%％‰)）》〉」』”’"。，；：！？、.,;:!?])';
const ENDS_PHRASE = /^(?:[。，；：！？、）)》」』”’.,;:!?]|\s{0,3}(?:\n|$))/u;

const plain = (printed: string): number => Number(printed.normalize('NFKC'));
const escaped = (printed: string): string => printed.replace(/[[\]*]/g, '\\$&');
const bracketed = (open: string, close: string): Form => ({
  isOwn: true,
  head: new RegExp(`^${escaped(open)}([${DIGITS}]{1,3})${escaped(close)}`),
  ordinal: plain,
  marks: [new RegExp(`${BEHIND}${escaped(open)}([${DIGITS}]{1,3})${escaped(close)}`, 'gu')],
});
/** The count of the signs is what tells one note from another. */
const starred = (sign: string): Form => ({
  isOwn: false,
  head: new RegExp(`^(${sign}{1,3})(?!${sign})`),
  ordinal: ({ length }) => length,
  marks: [new RegExp(`${BEHIND}(?<!${sign})(${sign}{1,3})(?!${sign})`, 'gu')],
});

const FORMS: ReadonlyMap<string, Form> = new Map([
  ['[]', bracketed('[', ']')],
  ['［］', bracketed('［', '］')],
  ['〔〕', bracketed('〔', '〕')],
  ['【】', bracketed('【', '】')],
  // Markdown's.
  [
    '[^]',
    { isOwn: true, head: /^\[\^(\d{1,3})\]:/, ordinal: plain, marks: [/(?<=[^\n])\[\^(\d{1,3})\](?!:)/gu] },
  ],
  [
    '注',
    {
      isOwn: true,
      head: new RegExp(
        `^(?:[[【（(〔][注註]\\s?([${DIGITS}]{1,2}|[${CIRCLED}])[\\]】）)〕][:：]?|[注註]\\s?([${DIGITS}]{1,2}|[${CIRCLED}])\\s?[:：])`,
      ),
      ordinal: (printed) => ordinalOfSign(printed) ?? plain(printed),
      marks: [
        new RegExp(
          `(?<=[^\\n])[（([【〔]?[注註]\\s?([${DIGITS}]{1,2}|[${CIRCLED}])(?![${DIGITS}])[）)\\]】〕]?`,
          'gu',
        ),
        new RegExp(`(?<=[^\\n])(?:\\[(\\d{1,2})\\]|([${RAISED}]{1,2}|[${CIRCLED}]))`, 'gu'),
        // 十个重建计划2，预计: it was raised where it was printed.
        /(?<=[\p{Script=Han}」）])(\d{1,2})(?=[，。；：、」）\n])/gu,
      ],
    },
  ],
  [
    'raised',
    {
      isOwn: true,
      head: new RegExp(`^([${RAISED}]{1,2})`),
      ordinal: plain,
      marks: [new RegExp(`(?<=[^\\n${RAISED}A-Za-z])([${RAISED}]{1,2})(?![${RAISED}])`, 'gu')],
    },
  ],
  [
    'circled',
    {
      isOwn: false,
      head: new RegExp(`^(?:[注註][:：]\\s?)?([${CIRCLED}])(?!\\s{0,3}[${CIRCLED}])`),
      ordinal: ordinalOfSign,
      marks: [
        new RegExp(`(?<=[^\\n${CIRCLED}])([${CIRCLED}])(?=[。，；：！？）)》」』”’\\n]|$)`, 'gu'),
        new RegExp(`(?<=[。！？”’」』》）)])([${CIRCLED}])(?![${CIRCLED}])`, 'gu'),
        new RegExp(`(?<=[^\\n${CIRCLED}])([${CIRCLED}])(?![${CIRCLED}])`, 'gu'),
      ],
    },
  ],
  ['*', starred('\\*')],
  ['＊', starred('＊')],
  ['※', starred('※')],
]);

/** What the head of a note begins with: nearly no line does. */
export const BEGINS_NOTE: ReadonlySet<string> = new Set(`[［〔【（(注註*＊※${RAISED}①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳`);

/** A line that begins as a note does; null for one that does not. */
export function readNote(line: string): NoteLine | null {
  for (const [form, { head, ordinal: ordinalOf }] of FORMS) {
    const match = head.exec(line);
    const printed = match?.[1] ?? match?.[2];
    if (match === null || printed === undefined) continue;
    const ordinal = ordinalOf(printed);
    if (ordinal === null) continue;
    return { form, ordinal, printed, isTold: form === 'circled' && match[0].length > 1 };
  }
  return null;
}

export function isOwnForm({ form }: NoteLine): boolean {
  return FORMS.get(form)?.isOwn === true;
}

/**
 * Marks of a text; each form is looked for once.
 *
 * @returns  The first mark of a note between two places; null where there is none.
 */
export function marksOf(text: string): (note: NoteLine, from: number, to: number) => Mark | null {
  const found = new Map<string, readonly ReadonlyMap<number, readonly Mark[]>[]>();
  return ({ form, ordinal }, from, to) => {
    let tables = found.get(form);
    if (tables === undefined) {
      tables = marksIn(text, form);
      found.set(form, tables);
    }
    for (const table of tables) {
      const marks = table.get(ordinal) ?? [];
      const mark = marks[firstFrom(marks, from)];
      if (mark !== undefined && mark.start < to) return mark;
    }
    return null;
  };
}

/** By what is likeliest, then by number. */
function marksIn(text: string, form: string): ReadonlyMap<number, readonly Mark[]>[] {
  const { marks = [], ordinal: ordinalOf = () => null } = FORMS.get(form) ?? {};
  return marks.map((pattern) => {
    const byNumber = new Map<number, Mark[]>();
    for (const { index, 0: whole, 1: one, 2: other } of text.matchAll(pattern)) {
      const ordinal = ordinalOf(one ?? other ?? '');
      if (ordinal === null) continue;
      const end = index + whole.length;
      const mark = { start: index, end, endsPhrase: ENDS_PHRASE.test(text.slice(end, end + 5)) };
      const known = byNumber.get(ordinal);
      if (known === undefined) byNumber.set(ordinal, [mark]);
      else known.push(mark);
    }
    return byNumber;
  });
}

function firstFrom(marks: readonly Mark[], from: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((marks[middle] as Mark).start < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
