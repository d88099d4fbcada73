/** Cuts the texts of the mainland (plans, notices, law, news) at their lines and their labels. */
import { bulletLabels } from './bullet-labels.js';
import { type Candidate, labelFinder } from './find-labels.js';
import { lawLabels } from './law-labels.js';
import {
  closes,
  isProse,
  type Line,
  linesOf,
  looksLikeHeading,
  namesAnnex,
  namesDocument,
  namesSection,
  signs,
  signsAsOfficer,
  startsAnnex,
} from './lines.js';
import { manualLabels, prefixOf } from './manual-labels.js';
import { ABOVE, BELOW, type Block, type Level, RANK } from './numbering.js';
import { planLabels } from './plan-labels.js';
import { prover } from './prove-labels.js';
import { spokenLabels } from './spoken-labels.js';

const findLabels = labelFinder([
  ...lawLabels,
  ...planLabels,
  ...manualLabels,
  ...bulletLabels,
  ...spokenLabels,
]);

/** Lines between the name of a text and its first number. */
const LONGEST_PREAMBLE = 5;

/** So far from the end a letter is signed. */
const LAST_LINES = 12;

/** 一、总则 第一条 …: here 一、 stands for 第一章, and goes on after an article. */
const ITEMS_ARE_CHAPTERS = /(?:^|[\n。！])\s{0,8}一、[^。，；：\n]{1,20}\s{0,8}第\s?一\s?条/;

/** Blocks of `text` between `from` and `to`, in order. */
export function mainlandBlocks(text: string, from: number, to: number): Block[] {
  const candidates = findLabels(text, from, to);
  const ranks = ranksIn(text.slice(from, to), candidates);
  const proof = prover(text, candidates, (level) => ranks[level]);
  const lines = linesOf(text, from, to);
  const blocks: Block[] = [];
  let next = 0; // the first candidate that is not judged yet
  let unnumbered = false; // the text above is divided by headings without numbers
  let unsigned = 0; // names of bodies above this line sign nothing
  let closed = false; // the closing formula has been seen

  for (const [index, line] of lines.entries()) {
    while ((candidates[next]?.start ?? Number.POSITIVE_INFINITY) < line.start) next += 1;
    const first = candidates[next];
    if (first !== undefined) placeAsUsed(first);
    const labelled =
      first !== undefined && first.start === line.start && proof.accept(next, line.start, line.end);
    if (labelled) {
      next += 1;
      closed = false;
    }
    let block: Block = labelled
      ? {
          start: line.start,
          end: line.end,
          label: first,
          rank: ranks[first.level],
          role: line.hashes > 0 ? 'heading' : 'auto',
        }
      : unlabelled(index);

    for (; (candidates[next]?.start ?? Number.POSITIVE_INFINITY) < line.end; next += 1) {
      const inner = candidates[next];
      if (inner === undefined || inner.position === 'line' || line.hashes > 0) continue;
      if (!proof.accept(next, line.start, line.end)) continue;
      blocks.push({ ...block, end: inner.start });
      block = { start: inner.start, end: line.end, label: inner, rank: ranks[inner.level], role: 'auto' };
    }
    blocks.push(block);
  }
  return blocks;

  /** Ⅰ. and 甲、 stand above 一、 where nothing is open when they begin, else below. */
  function placeAsUsed({ level, ordinal }: Candidate): void {
    if ((level !== 'roman' && level !== 'stem') || ordinal !== 1 || proof.isOpen(level)) return;
    ranks[level] = proof.deepest() === null ? RANK[level] : BELOW[level];
  }

  function unlabelled(index: number): Block {
    const line = lines[index] as Line;
    const printed = text.slice(line.start, Math.min(line.end, line.start + 200));
    const block = { start: line.start, end: line.end, label: null };
    const inArticle = proof.isOpen('article');
    if (startsAnnex(printed)) {
      proof.close();
      unnumbered = false;
      return { ...block, rank: RANK.annex, role: namesAnnex(printed) ? 'heading' : 'alone' };
    }
    if (line.hashes > 0) {
      proof.close();
      return { ...block, rank: RANK.unnumbered, role: 'heading' };
    }
    if (inArticle) {
      // 会议的召开, alone above an article: a chapter whose number was lost. Whatever else follows is the article's.
      if (!isAboveArticle(index, printed)) return { ...block, rank: null, role: 'auto' };
      proof.close();
      return { ...block, rank: RANK.unnumbered, role: 'heading' };
    }
    if (isClosing(index, printed)) {
      proof.close();
      closed = true;
      return { ...block, rank: RANK.annex, role: 'alone' };
    }
    if (isUnnumberedHeading(index, printed)) {
      unnumbered = proof.deepest() === null || unnumbered;
      closed = false;
      proof.close();
      return { ...block, rank: RANK.unnumbered, role: 'heading' };
    }
    return { ...block, rank: closed ? RANK.annex : null, role: closed ? 'alone' : 'auto' };
  }

  /** A plan that a notice carries: its name, a preamble of a few lines, then a 一、 while the notice's own is open. */
  function numbersBeginAnew(index: number): boolean {
    for (const line of lines.slice(index + 1, index + 1 + LONGEST_PREAMBLE)) {
      const first = firstLabelOf(line, candidates, next);
      if (first !== null) return first.ordinal === 1 && proof.isOpen(first.level);
    }
    return false;
  }

  function isAboveArticle(index: number, printed: string): boolean {
    const after = lines[index + 1];
    if (after === undefined || !looksLikeHeading(printed)) return false;
    return firstLabelOf(after, candidates, next)?.level === 'article';
  }

  /** A closing formula or a date, or names of bodies down to one. */
  function isClosing(index: number, printed: string): boolean {
    if (closes(printed)) return true;
    if (lines.length - index <= LAST_LINES && signsAsOfficer(printed)) return true;
    if (index < unsigned || !signs(printed)) return false;
    for (let at = index + 1; at < lines.length; at += 1) {
      const line = lines[at] as Line;
      const below = text.slice(line.start, Math.min(line.end, line.start + 60));
      if (closes(below)) return true;
      unsigned = at; // no date under any name up to here, so that a list of names is read once
      if (!signs(below)) return false;
    }
    return false;
  }

  /** It must name something: prose, or the first item of a numbering that it opens. */
  function isUnnumberedHeading(index: number, printed: string): boolean {
    const after = lines[index + 1];
    if (after === undefined) return false;
    if (namesDocument(printed) && numbersBeginAnew(index)) return true;
    if (namesSection(printed)) return firstLabelOf(after, candidates, next)?.ordinal === 1;
    if (!looksLikeHeading(printed)) return false;
    const first = firstLabelOf(after, candidates, next);
    const deepest = proof.deepest();
    if (first !== null) {
      if (first.ordinal !== 1) return false;
      return deepest === null || proof.isOpen(first.level);
    }
    const prose = isProse(text.slice(after.start, Math.min(after.end, after.start + 200)));
    return prose && (deepest === null || (unnumbered && !proof.isOpen('item') && !proof.isOpen('great')));
  }
}

const PLAN_LEVELS: ReadonlySet<Level> = new Set(['great', 'item', 'bracketed', 'arabic']);

/** Ranks as this text uses the levels: 一、 may stand for 第一章, and 1.1 above （一）. */
function ranksIn(text: string, candidates: readonly Candidate[]): Record<Level, number> {
  const ranks: Record<Level, number> = { ...RANK };
  if (ITEMS_ARE_CHAPTERS.test(text)) ranks.item = RANK.unnumbered;
  const first = (isIt: (level: Level) => boolean): number =>
    candidates.findIndex(
      ({ position, ordinal, level }) => position === 'line' && ordinal === 1 && isIt(level),
    );
  const arabic = first((level) => level === 'arabic');
  const second = candidates.find(
    ({ position, ordinal, level }) => position === 'line' && ordinal === 2 && level === 'decimal',
  );
  const decimal = candidates.findIndex(
    ({ position, ordinal, level, printed }) =>
      position === 'line' &&
      ordinal === 1 &&
      level === 'decimal' &&
      second !== undefined &&
      prefixOf(printed) === prefixOf(second.printed),
  );
  const otherPlan = first((level) => level !== 'arabic' && PLAN_LEVELS.has(level));
  if (decimal >= 0 && (otherPlan < 0 || decimal < otherPlan)) {
    Object.assign(ranks, ABOVE);
    if (arabic >= 0 && arabic < decimal) ranks.arabic = ABOVE.numbered;
  }
  return ranks;
}

function firstLabelOf(line: Line, candidates: readonly Candidate[], from: number): Candidate | null {
  for (let at = from; at < candidates.length; at += 1) {
    const candidate = candidates[at];
    if (candidate === undefined || candidate.start > line.start) return null;
    if (candidate.start === line.start) return candidate;
  }
  return null;
}
