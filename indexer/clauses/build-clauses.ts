/** Blocks → clauses: what is open above each, what names what follows, which paragraphs belong together. */
import type { ClauseKind, Language, Span } from '../../core/model.js';
import type { SplitClause } from '../model.js';
import { cutAtParagraphs, cutLong } from './cut-long.js';
import { type Block, type Label, type Level, RANK } from './numbering.js';

interface Open {
  readonly rank: number;
  readonly level: Level | null;
  readonly printed: string;
  /** Its text if it is a heading, else what it is called. */
  readonly name: string;
  /** Ordinal of its heading among the clauses; null for an item that is a body itself. */
  readonly heading: number | null;
}

/** What is printed of a name in a path, in characters. */
const LONGEST_NAME = 40;
/** No heading is longer, whatever it looks like. */
const LONGEST_HEADING = 200;

/** @param blocks  In order; see Block. */
export function buildClauses(text: string, language: Language, blocks: readonly Block[]): SplitClause[] {
  const clauses: SplitClause[] = [];
  let open: Open[] = [];
  let body = null as (Span & { readonly own: Open }) | null; // grows until something closes it

  const push = (kind: ClauseKind, span: Span, own: Open | null): void => {
    // A paragraph under a heading is not called as the heading is; whatever carries a label is.
    const labelled = own !== null && own.printed !== '' && !(kind === 'body' && own.heading !== null);
    const above = kind === 'heading' || labelled ? open.slice(0, -1) : open;
    const path = [...above.map(({ name }) => name), ...(labelled ? [own.name] : [])];
    const isLaw = open.some(({ rank }) => rank === RANK.article);
    const parts = (isLaw ? [span] : cutAtParagraphs(text, span)).flatMap((group) => cutLong(text, group));
    for (const [index, part] of parts.entries()) {
      clauses.push({
        kind,
        language,
        locator: locatorOf(open),
        path,
        headings: above.flatMap(({ heading }) => (heading === null ? [] : [heading])),
        text: text.slice(part.start, part.end),
        span: part,
        ...(parts.length > 1 ? { part: index + 1, parts: parts.length } : {}),
      });
    }
  };
  const flush = (): void => {
    if (body !== null) push('body', body, body.own);
    body = null;
  };

  for (const [index, block] of blocks.entries()) {
    const { start, end, label, rank } = block;
    if (rank === null) {
      const above = open.at(-1) ?? null;
      const numbered = above !== null && above.printed !== '' && above.rank !== RANK.unnumbered;
      if (body !== null && numbered) {
        body = { ...body, end };
        continue;
      }
      flush();
      if (numbered) body = { start, end, own: above };
      else push('body', block, null);
      continue;
    }
    flush();
    if (block.role === 'title') {
      open = [];
      push('title', block, null);
      continue;
    }
    while ((open.at(-1)?.rank ?? -1) >= rank) open.pop();
    if (block.role === 'alone') {
      push('body', block, null);
      continue;
    }
    const heading =
      end - start <= LONGEST_HEADING &&
      (block.role === 'heading' || namesWhatFollows(text, block, blocks[index + 1]));
    const own: Open = {
      rank,
      level: label?.level ?? null,
      printed: label?.printed ?? '',
      name: heading ? text.slice(start, end).replace(/[。：:]$/, '') : nameOf(text, block, label),
      heading: heading ? clauses.length : null,
    };
    open.push(own);
    if (heading) push('heading', block, own);
    else body = { start, end, own };
  }
  flush();
  return clauses;
}

/** Law is cited by its article alone; everything else by all labels above it. */
function locatorOf(open: readonly Open[]): string {
  const article = open.find(({ rank }) => rank === RANK.article);
  if (article !== undefined) return article.printed;
  const whole = open.findLastIndex(({ level }) => level !== null && SAYS_ALL.has(level));
  return open
    .filter(
      ({ level }, index) => index >= whole || level === null || !(SAYS_ALL.has(level) || level === 'arabic'),
    )
    .map(({ printed }) => (/^[A-Z][a-z]/i.test(printed) ? ` ${printed}` : printed))
    .join('')
    .trimStart();
}

/** 1.1 has the 1 above it in itself. */
const SAYS_ALL: ReadonlySet<Level> = new Set(['numbered', 'decimal', 'decimalThree', 'decimalFour']);

/** An article has no name but its number; an item is called by its first sentence, or by what of it is short enough. */
function nameOf(text: string, { start, end }: Block, label: Label | null): string {
  if (label?.level === 'article') return label.printed;
  const opening = text.slice(start, Math.min(end, start + LONGEST_NAME + 1));
  const [sentence = ''] = /^[^。\n]*/.exec(opening) ?? [];
  if (sentence.length <= LONGEST_NAME) return sentence.trimEnd();
  return `${sentence.slice(0, LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

const LONGEST_NAMING_LINE = 80;

/** Does the block only name what follows? A short line, with something under it and no sentence of its own. */
function namesWhatFollows(
  text: string,
  { start, end, label, rank }: Block,
  next: Block | undefined,
): boolean {
  if (label === null || label.level === 'article' || rank === null || next === undefined) return false;
  const line = text.slice(start, end).trimEnd();
  if (rank < RANK.unnumbered) return !/[。；;]/.test(line);
  const name = line.slice(label.end - start).trim();
  if (name === '' || name.length > LONGEST_NAMING_LINE || /[。；;！？].|[；;，,]$/.test(name)) return false;
  if (next.rank !== null) return next.rank > rank && next.role === 'auto';
  if (/[:：]$/.test(name)) return name.length <= 30;
  if (/。$/.test(name)) return name.length <= 30 && !/[，,]/.test(name);
  return name.length <= 60;
}
