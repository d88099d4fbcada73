/** Blocks → clauses: what is open above each, what names what follows, which paragraphs belong together. */
import type { ClauseKind, Language, Span } from '../../core/model.js';
import { ordinary } from '../../core/text/ordinary.js';
import type { SplitClause } from '../model.js';
import { cutAtParagraphs, cutLong } from './cut-long.js';
import type { Note } from './find-notes.js';
import { isProse } from './lines.js';
import { locatorsOf } from './locators.js';
import { noteLocators } from './note-locators.js';
import { type Block, type Label, RANK } from './numbering.js';
import { isNumbered, type Step, withoutContained } from './steps.js';

interface Open extends Step {
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
  const steps: Step[] = [];
  const places: (Step | null)[] = []; // what the clause at this index is cited by
  let open: Open[] = [];
  let interrupted: Open | null = null; // by a note: what goes on behind it is not all of it
  const locatorOfNote = noteLocators(text, language);
  let body = null as (Span & { readonly own: Open }) | null; // grows until something closes it

  const push = (kind: ClauseKind, span: Span, own: Open | null): void => {
    // A paragraph under a heading is not called as the heading is; whatever carries a label is.
    const labelled = own !== null && own.printed !== '' && !(kind === 'body' && own.heading !== null);
    const above = kind === 'heading' || labelled ? open.slice(0, -1) : open;
    const path = [...above.map(({ name }) => name), ...(labelled ? [own.name] : [])];
    const isLaw = open.some(({ rank }) => rank === RANK.article);
    const parts = (isLaw ? [span] : cutAtParagraphs(text, span)).flatMap((group) => cutLong(text, group));
    for (const [index, part] of parts.entries()) {
      places.push(own !== null && isNumbered(own) ? own : null);
      clauses.push({
        kind,
        language,
        locator: '',
        place: placeOf(open),
        path,
        headings: above.flatMap(({ heading }) => (heading === null ? [] : [heading])),
        text: text.slice(part.start, part.end),
        span: part,
        ...(parts.length > 1 ? { part: index + 1, parts: parts.length } : {}),
      });
    }
  };
  const pushNote = (block: Span, { printed, mark }: Note): void => {
    interrupted = open.at(-1) ?? null;
    const locator = locatorOfNote(printed);
    const parts = cutLong(text, block);
    for (const [index, span] of parts.entries()) {
      places.push(null);
      clauses.push({
        ...{ kind: 'note', language, locator, path: [], headings: [], span },
        text: text.slice(span.start, span.end),
        ...(mark === null ? {} : { mark }),
        ...(parts.length > 1 ? { part: index + 1, parts: parts.length } : {}),
      });
    }
  };
  const stepOf = ({ start, label, rank }: Block, printed: string, name: string): Step => ({
    rank: rank ?? RANK.unnumbered,
    level: label?.level ?? null,
    ordinal: label?.ordinal ?? 0,
    printed,
    name,
    start,
    above: open.at(-1) ?? null,
  });
  const enter = (own: Open): void => {
    open.push(own);
    steps.push(own);
  };
  const flush = (): void => {
    if (body !== null) push('body', body, body.own);
    body = null;
  };

  for (const [index, block] of blocks.entries()) {
    const { start, end, label, rank } = block;
    if (block.note !== undefined) {
      flush();
      pushNote(block, block.note);
      continue;
    }
    if (rank === null) {
      const above = open.at(-1) ?? null;
      const numbered =
        above !== null &&
        above.printed !== '' &&
        above.rank !== RANK.unnumbered &&
        above.rank !== RANK.annex &&
        above !== interrupted;
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
      const annex = annexIn(text, block); // 附件：1.某表 lists what is annexed
      if (annex !== '') enter({ ...stepOf(block, annex, annex), heading: null });
      continue;
    }
    const heading =
      end - start <= LONGEST_HEADING &&
      (block.role === 'heading' || namesWhatFollows(text, block, blocks[index + 1]));
    const name = heading ? text.slice(start, end).replace(/[。：:]$/, '') : nameOf(text, block, label);
    const printed = label?.printed ?? annexIn(text, block);
    const own: Open = { ...stepOf(block, printed, name), heading: heading ? clauses.length : null };
    enter(own);
    if (heading) push('heading', block, own);
    else body = { start, end, own };
  }
  flush();
  const cited = new Set(places.filter((place, index) => place !== null && clauses[index]?.kind === 'body'));
  const locators = locatorsOf(text, steps, cited as ReadonlySet<Step>);
  return clauses.map(({ place, ...clause }, index) => {
    const step = places[index] ?? null;
    if (clause.kind === 'note') return clause;
    const locator = step === null ? '' : (locators.get(step) ?? '');
    return { ...clause, locator, ...(place === locator ? {} : { place: place ?? '' }) };
  });
}

/** The labels that are open, one behind the other; of law the article alone. */
function placeOf(open: readonly Step[]): string {
  const labels = open.filter(({ rank }) => rank !== RANK.annex);
  const article = labels.find(({ rank }) => rank === RANK.article);
  if (article !== undefined) return article.printed;
  return withoutContained(labels)
    .map(({ printed }) => (/^[A-Z][a-z]/i.test(printed) ? ` ${printed}` : printed))
    .join('')
    .trimStart();
}

const ANNEX_NAME = /^附(?:件|表|录|錄|图|圖)?\s{0,3}(?:[一二三四五六七八九十]{1,3}|[\d０-９]{1,3})?/;

/** 附件 1：某表 → 附件1. Empty for what is no annex. */
function annexIn(text: string, { start, end, label, rank }: Block): string {
  if (label !== null || rank !== RANK.annex) return '';
  return (ANNEX_NAME.exec(ordinary(text.slice(start, Math.min(end, start + 20))))?.[0] ?? '').replace(
    /\s/g,
    '',
  );
}

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
  // 二、补助上限五十万元。, and a signature under it: a sentence names only prose.
  if (/。$/.test(name))
    return name.length <= 30 && !/[，,]/.test(name) && isProse(text.slice(next.start, next.end));
  return name.length <= 60;
}
