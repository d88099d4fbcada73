/**
 * Notes at the foot of a page: small lines, of which the first begins with a mark that is printed in the text above. They come at the end of
 * the text, and a raised number that refers to one stands in brackets, as it does before the note.
 *
 * ```
 * 增长5.3%¹。        →   增长5.3%[1]。
 * ¹ 按可比价计算。        [1] 按可比价计算。
 * ```
 */
import { MARK_CLOSE, MARK_OPEN, type PrintedLine } from './lines.js';
import { joined } from './paragraphs.js';

export interface PageText {
  readonly body: readonly PrintedLine[];
  readonly notes: readonly string[];
}

/** Of the size of the text, the size of notes. */
const SMALL = 0.93;
const MARK = new RegExp(`${MARK_OPEN}([^${MARK_CLOSE}]{1,9})${MARK_CLOSE}`, 'gu');
const HEAD = new RegExp(
  `^(?:${MARK_OPEN}([^${MARK_CLOSE}]{1,9})${MARK_CLOSE}|([①-⑳]|[[［〔]\\d{1,3}[\\]］〕])|(\\d{1,3})(?=[\\s\\p{Script=Han}“《]))\\s{0,4}`,
  'u',
);

export function notesApart(lines: readonly PrintedLine[]): PageText {
  const from = firstNote(lines);
  const body = lines.slice(0, from);
  const marks = new Set(body.flatMap(({ text }) => marksIn(text)));
  const notes = notesOf(lines.slice(from));
  const told = new Set(notes.filter(({ mark }) => marks.has(mark)).map(({ mark }) => mark));
  if (told.size === 0) return { body: lines.map((line) => resolved(line, told)), notes: [] };
  return {
    body: body.map((line) => resolved(line, told)),
    notes: notes.map(({ mark, text }) => `${shown(mark)} ${text}`),
  };
}

/** The first of the small lines at the foot that begins with a mark; the number of lines where there is none. */
function firstNote(lines: readonly PrintedLine[]): number {
  const size = usualSize(lines);
  let from = lines.length;
  while (from > 0 && (lines[from - 1]?.size ?? size) <= size * SMALL) from -= 1;
  const first = lines.slice(from).findIndex(({ text }) => HEAD.test(text));
  return first === -1 ? lines.length : from + first;
}

/** Of most of the characters. */
function usualSize(lines: readonly PrintedLine[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) counts.set(size, (counts.get(size) ?? 0) + text.length);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

function notesOf(lines: readonly PrintedLine[]): readonly { readonly mark: string; readonly text: string }[] {
  const notes: { mark: string; text: string }[] = [];
  for (const { text } of lines) {
    const head = HEAD.exec(text);
    const mark = head?.[1] ?? head?.[2] ?? head?.[3];
    const last = notes.at(-1);
    if (mark !== undefined && (last === undefined || isNext(mark, last.mark))) {
      notes.push({ mark: mark.trim(), text: plain(text.slice(head?.[0].length ?? 0)) });
    } else if (last !== undefined) last.text = joined(last.text, plain(text));
  }
  return notes;
}

/** A number in a note's own text, at the beginning of a line, is not the next note. */
function isNext(mark: string, last: string): boolean {
  const [one, other] = [mark, last].map((text) => Number(text.normalize('NFKC').replace(/\D/gu, '')));
  return one === (other ?? 0) + 1;
}

function marksIn(text: string): readonly string[] {
  const raised = [...text.matchAll(MARK)].map((match) => (match[1] ?? '').trim());
  return [...raised, ...(text.match(/[①-⑳]|[[［〔]\d{1,3}[\]］〕]/gu) ?? [])];
}

function shown(mark: string): string {
  return /^\d{1,3}$/u.test(mark) ? `[${mark}]` : mark;
}

function resolved(line: PrintedLine, told: ReadonlySet<string>): PrintedLine {
  if (!line.text.includes(MARK_OPEN)) return line;
  const inText = (text: string): string =>
    text.replace(MARK, (_, mark: string) => (told.has(mark.trim()) ? shown(mark.trim()) : mark));
  const segments = line.segments.map((segment) => ({ ...segment, text: inText(segment.text) }));
  return { ...line, segments, text: inText(line.text) };
}

function plain(text: string): string {
  return text.replace(MARK, '$1').trim();
}
