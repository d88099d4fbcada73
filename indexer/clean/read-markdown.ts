/**
 * Reads a Markdown file as what it prints: # 标题 is a title, [国家](https://…) prints 国家, **强调** prints 强调, a table
 * its cells. marked says what is what; nothing is rendered: what is syntax is cut out of the text, and the way back stays.
 *
 * A heading under the first keeps its # where it has no number of its own: that is how clauses tell that it is one.
 */
import { lexer, type Token, type Tokens } from 'marked';
import type { Span } from '../../core/model.js';
import type { Draft } from './draft.js';
import type { Edit } from './mapped-text.js';

/**
 * marked takes n² steps for some texts (**a**a**a…) and a call for each > before a line: it gets a few paragraphs at a time,
 * cut at blank lines, and no line that is longer.
 */
const LONGEST_PIECE = 4_000;
const LABEL =
  /^(?:第[一二三四五六七八九十百千零〇\d]{1,6}[编編篇章节節条條]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[、．.])/u;
/** **强调：**后文: CommonMark finds no end to it before a Chinese character. */
const LEFT_OVER = /\*\*(?=[^*\n]{1,200}\*\*)|(?<=\*\*[^*\n]{1,200})\*\*/gu;

export function readMarkdown(draft: Draft): Draft {
  const lineEnds = [...draft.mapped.text.matchAll(/\r\n?/gu)].map(
    ({ index, 0: { length } }): Edit => ({ start: index, end: index + length, insert: '\n' }),
  );
  const mapped = draft.mapped.edit(lineEnds);
  const { text } = mapped;
  const edits: Edit[] = [];
  const reading: Reading = { text, edits, hasTitle: false };
  for (const { start, end } of piecesOf(text)) walk(tokensOf(text.slice(start, end)), start, end, reading);
  edits.sort((one, other) => one.start - other.start || one.end - other.end);
  let last = 0;
  const apart = edits.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
  return { ...draft, mapped: mapped.edit(apart) };
}

function tokensOf(piece: string): readonly Token[] {
  try {
    return lexer(piece);
  } catch {
    return []; // nested too deep for it: it stands as it is written
  }
}

/** Paragraphs, as many as fit; a block that is longer ends at a line. What stands between ``` stays together if it may. */
function piecesOf(text: string): Span[] {
  const pieces: Span[] = [];
  let start = 0;
  let isCode = false;
  for (let at = 0; at < text.length; ) {
    const stop = text.indexOf('\n', at);
    const end = stop < 0 ? text.length : stop + 1;
    if (end - at > LONGEST_PIECE || end - start > 2 * LONGEST_PIECE) {
      if (at > start) pieces.push({ start, end: at });
      start = end - at > LONGEST_PIECE ? end : at;
    }
    const line = text.slice(at, Math.min(end, at + 100));
    if (/^ {0,3}(?:```|~~~)/u.test(line)) isCode = !isCode;
    if (!isCode && end - start > LONGEST_PIECE && line.trim() === '') {
      pieces.push({ start, end });
      start = end;
    }
    at = end;
  }
  if (start < text.length) pieces.push({ start, end: text.length });
  return pieces;
}

interface Reading {
  readonly text: string;
  readonly edits: Edit[];
  hasTitle: boolean;
}

/** Tokens have no offsets: each is looked for behind the one before it. */
function walk(tokens: readonly Token[], from: number, to: number, reading: Reading): void {
  let at = from;
  for (const token of tokens) {
    const start = placeOf(token.raw, at, to, reading);
    if (start < 0) continue;
    at = start + token.raw.length;
    read(token, start, at, reading);
  }
}

/** Where something stands between two places; -1 where it does not. */
function placeOf(printed: string, from: number, to: number, { text }: Reading): number {
  const place = text.slice(from, to).indexOf(printed);
  return place < 0 ? -1 : from + place;
}

function read(token: Token, start: number, end: number, reading: Reading): void {
  const cut: CutOut = (from, to, insert = '') => {
    if (to > from) reading.edits.push({ start: from, end: to, insert });
  };
  const { raw } = token;
  if (token.type === 'list') readItems(token as Tokens.List, start, end, reading, cut);
  else if (token.type === 'table') readTable(token as Tokens.Table, start, end, reading, cut);
  else {
    if (token.type === 'heading') readHeading(token as Tokens.Heading, start, reading, cut);
    else if (token.type === 'hr' || token.type === 'image') cut(start, end);
    else if (token.type === 'escape') cut(start, start + 1);
    else if (token.type === 'link') readLink(token as Tokens.Link, start, end, cut);
    else if (AROUND.has(token.type)) {
      const { text } = token as Tokens.Strong;
      const mark = raw.indexOf(text);
      const after = start + mark + text.length;
      if (mark > 0 && after <= end) {
        cut(start, start + mark);
        cut(after, end);
      }
    } else {
      const lines = PATTERNS.get(token.type);
      const isLeaf = !('tokens' in token) || token.tokens === undefined;
      for (const { index, 0: mark } of lines !== undefined && (isLeaf || token.type !== 'text')
        ? raw.matchAll(lines)
        : []) {
        cut(start + index, start + index + mark.length);
      }
    }
    if ('tokens' in token && token.tokens !== undefined) walk(token.tokens, start, end, reading);
  }
}

/** Signs before and behind what they mark. */
const AROUND: ReadonlySet<string> = new Set(['strong', 'em', 'del', 'codespan']);
/** What goes of other tokens. */
const PATTERNS: ReadonlyMap<string, RegExp> = new Map([
  ['blockquote', /^ {0,3}> ?/gmu],
  ['code', /^ {0,3}(?:`{3,9}|~{3,9})[^\n]{0,100}$/gmu],
  ['text', LEFT_OVER],
]);

function readLink({ raw, text }: Tokens.Link, start: number, end: number, cut: CutOut): void {
  if (!/^(?:\[(?!\^)|<)/u.test(raw)) return; // an address by itself, or the mark of a footnote
  const shown = raw.startsWith('[') ? text.length : raw.length - 2;
  cut(start, start + 1);
  cut(start + 1 + shown, end);
}

type CutOut = (from: number, to: number, insert?: string) => void;

function readHeading(
  { raw, text, depth }: Tokens.Heading,
  start: number,
  reading: Reading,
  cut: CutOut,
): void {
  const marks = /^ {0,3}#{1,6}[ \t]{1,9}/u.exec(raw)?.[0].length ?? 0;
  const plain = text.replace(/^[*_\s]{1,4}/u, '');
  if (depth === 1 || !reading.hasTitle || LABEL.test(plain)) cut(start, start + marks);
  reading.hasTitle = true;
  const place = raw.indexOf(text);
  // A closing row of #, or the line under a heading.
  if (place >= 0) cut(start + place + text.length, start + raw.trimEnd().length);
}

function readItems({ items }: Tokens.List, start: number, end: number, reading: Reading, cut: CutOut): void {
  let at = start;
  for (const item of items) {
    const place = placeOf(item.raw, at, end, reading);
    if (place < 0) continue;
    at = place + item.raw.length;
    const marker =
      /^[ \t]{0,9}[-*+](?:[ \t]{1,4}|$)(?:\[[ xX]\][ \t]{1,4})?/u.exec(item.raw)?.[0].length ?? 0;
    cut(place, place + marker, LABEL.test(item.text) || marker === 0 ? '' : '•');
    walk(item.tokens, place + marker, at, reading);
  }
}

/** Cells of a row in one line, a tab between; the row of dashes goes. */
function readTable(token: Tokens.Table, start: number, end: number, reading: Reading, cut: CutOut): void {
  let at = start;
  for (const [index, row] of token.raw.split('\n').entries()) {
    if (index === 1) cut(at, at + row.length);
    else {
      for (const { index: bar, 0: found } of row.matchAll(/[ \t]{0,99}(?<!\\)\|[ \t]{0,99}/gu)) {
        const isEdge = bar === 0 || bar + found.length === row.length;
        cut(at + bar, at + bar + found.length, isEdge ? '' : '\t');
      }
    }
    at += row.length + 1;
  }
  let from = start;
  for (const cell of [...token.header, ...token.rows.flat()]) {
    const place = cell.text === '' ? -1 : placeOf(cell.text, from, end, reading);
    if (place < 0) continue;
    from = place + cell.text.length;
    walk(cell.tokens, place, from, reading);
  }
}
