/**
 * Footnotes, and the marks that they belong to.
 *
 * ```
 * 增长5.2%[1]，……比上年下降①。        the running text prints a mark
 * ————
 * [1] 按不变价格计算。                 and a line in the same form says what it means
 * ① 为初步统计数。
 * ```
 *
 * A numbered list is none: there must be a mark of the same form above, within a line. Items are numbered ① as notes are, and * is
 * a bullet: such a line is a note only under a rule or under 注：, or at the very foot of the text where each mark ends a
 * phrase, as the label of an item never does.
 */
import type { Span } from '../../core/model.js';
import { linesOf } from './lines.js';
import {
  BEGINS_NOTE,
  isOwnForm,
  type Mark,
  marksOf,
  NOTES_HEAD,
  type NoteLine,
  readNote,
} from './note-marks.js';

export interface Note extends Span {
  /** As it is printed at the head of the note, without brackets: 1, ①, *. */
  readonly printed: string;
  /** Where the text above prints its mark; null where that is lost. */
  readonly mark: Span | null;
}

export interface Notes {
  readonly notes: readonly Note[];
  /** Lines that say that notes follow: 注：, 注释. */
  readonly heads: readonly Span[];
}

const NO_NOTES: Notes = { notes: [], heads: [] };
/** Lines between two notes that go with the first of them. */
const LONGEST_NOTE = 3;
/** Under the last note: a date, who signs. */
const MOST_LINES_BELOW = 2;

interface Run {
  readonly lines: readonly (NoteLine & Span)[];
  readonly first: number;
  /** The line behind its last. */
  readonly next: number;
}

/** @param isUnderRule  Whether a rule was printed right above the line that begins here. */
export function findNotes(text: string, isUnderRule: (start: number) => boolean): Notes {
  const lines = linesOf(text, 0, text.length);
  const read = lines.map(({ start, end, hashes }) =>
    hashes > 0 || !BEGINS_NOTE.has(text.charAt(start))
      ? null
      : readNote(text.slice(start, Math.min(end, start + 200))),
  );
  if (!read.some((line) => line !== null)) return NO_NOTES;
  const isLaw = ARTICLE.test(text);
  const markOf = marksOf(text);
  const notes: Note[] = [];
  const heads: Span[] = [];
  const ends = new Map<string, number>(); // by form: where its last notes end, and which was the last of them
  const lasts = new Map<string, number>();
  for (let at = 0; at < lines.length; ) {
    const run = runAt(
      lines,
      read,
      at,
      lasts,
      (from, to, note) =>
        isGoingOn(text.slice(lines[from]?.start, lines[to - 1]?.end)) &&
        markOf(note, 0, lines[at]?.start ?? 0) !== null,
    );
    if (run === null) {
      at += 1;
      continue;
    }
    const { form } = run.lines[0] as NoteLine;
    const above = lines[run.first - 1];
    const isHead = above !== undefined && NOTES_HEAD.test(text.slice(above.start, above.end));
    const start = (run.lines[0] as Span).start;
    const isTold = isHead || run.lines[0]?.isTold === true || isUnderRule(start);
    const marks = run.lines.map((line) => markOf(line, ends.get(form) ?? 0, start));
    const isBroken = isLaw && breaksArticle(text, lines, run);
    if (!isBroken && isProven(text, lines, run, marks, isTold)) {
      if (isHead && above !== undefined) heads.push({ start: above.start, end: above.end });
      for (const [index, { printed, ...line }] of run.lines.entries()) {
        notes.push({ start: line.start, end: line.end, printed, mark: marks[index] ?? null });
      }
      ends.set(form, run.lines.at(-1)?.end ?? start);
      lasts.set(form, run.lines.at(-1)?.ordinal ?? 0);
    }
    at = run.next;
  }
  return notes.length === 0 ? NO_NOTES : { notes, heads };
}

/** Notes one behind the other, numbered from one on or from the last that was found; null where none begins. */
function runAt(
  lines: readonly Span[],
  read: readonly (NoteLine | null)[],
  at: number,
  lasts: ReadonlyMap<string, number>,
  goesWith: (from: number, to: number, next: NoteLine) => boolean,
): Run | null {
  const first = read[at];
  if (first == null) return null;
  if (first.ordinal !== 1 && first.ordinal !== (lasts.get(first.form) ?? 0) + 1) return null;
  const found: (NoteLine & Span)[] = [];
  let next = at;
  let ordinal = first.ordinal;
  for (;;) {
    const one = read[next];
    if (one == null || one.form !== first.form || one.ordinal !== ordinal) break;
    // What is printed between this note and the next is this one's.
    let behind = next + 1;
    while (behind < next + LONGEST_NOTE && read[behind] == null && behind < lines.length) behind += 1;
    const after = read[behind];
    const goesOn =
      after?.form === first.form &&
      after.ordinal === ordinal + 1 &&
      (behind === next + 1 || goesWith(next + 1, behind, after));
    const end = lines[(goesOn ? behind : next + 1) - 1]?.end ?? 0;
    found.push({ ...one, start: lines[next]?.start ?? 0, end });
    next = goesOn ? behind : next + 1;
    ordinal += 1;
    if (!goesOn) break;
  }
  return { lines: found, first: at, next };
}

/** 第二条, 第 8 條 at the head of a line. */
const ARTICLE = /(?:^|\n)\s{0,4}第\s?[一二三四五六七八九十百\d]{1,7}(?:-\d{1,3})?\s?[条條]/;
const DIVIDES = /^(?:#|第\s?[一二三四五六七八九十百\d]{1,7}(?:-\d{1,3})?\s?[条條章节節编編])/;
const LABEL =
  /(?:^|\n)(?:#|第|附|[一二三四五六七八九十\d]{1,3}\s?[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)])/;

/** Lines of prose: none that is numbered, no heading. */
function isGoingOn(lines: string): boolean {
  return !LABEL.test(lines) && /[。；.;]$/.test(lines);
}

/** An article is whole: what is printed under a table in it is of it. */
function breaksArticle(text: string, lines: readonly Span[], { next }: Run): boolean {
  const below = lines[next];
  if (below === undefined || lines.length - next <= MOST_LINES_BELOW) return false;
  return !DIVIDES.test(text.slice(below.start, Math.min(below.end, below.start + 30)));
}

function isProven(
  text: string,
  lines: readonly Span[],
  { lines: notes, first, next }: Run,
  marks: readonly (Mark | null)[],
  isTold: boolean,
): boolean {
  if (notes.some(({ start, end }) => !/\p{L}/u.test(text.slice(start, end)))) return false;
  const found = marks.filter((mark) => mark !== null);
  // 注3 behind 注2: the mark of one is lost, of which nothing but a note is called so.
  if (notes[0]?.form === '注' && notes[0].ordinal > 1) return true;
  if (found.length * 2 < marks.length) return false;
  if (isTold) return true;
  if (isOwnForm(notes[0] as NoteLine)) return found.length === marks.length || found.length > 1;
  const above = lines[first - 1];
  const isFoot = lines.length - next <= MOST_LINES_BELOW;
  const isListed = above === undefined || /[：:]$/.test(text.slice(above.start, above.end));
  return isFoot && !isListed && marks.every((mark) => mark?.endsPhrase === true);
}
