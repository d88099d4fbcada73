/**
 * Decides which candidates are labels: at the beginning of a line nearly all, inside a line those whose
 * numbers prove it, because they go on from the last one of their level or are followed by their second.
 */
import type { Candidate } from './find-labels.js';
import { prefixOf } from './manual-labels.js';
import { RANK } from './numbering.js';

interface Open {
  readonly rank: number;
  readonly level: Candidate['level'];
  readonly printed: string;
  ordinal: number;
  readonly end: number;
}

interface Prover {
  /** Is the candidate at `index` a label? If so it is the last one from now on. */
  accept(index: number, lineStart: number, lineEnd: number): boolean;
  /** The numbering above is over: an annex, another part of the text. */
  close(): void;
  /** Rank of the deepest that is open, null if nothing is. */
  deepest(): number | null;
  isOpen(level: Candidate['level']): boolean;
}

/** How far ahead the second of a series is looked for, in candidates. Bounds the work on a line of 50 MB. */
const LOOK_AHEAD = 200;
/** A heading that runs into its first item is not longer than this. */
const LONGEST_GLUED_HEADING = 50;
/** A line that is longer holds more than one paragraph, when its numbers say so. */
const FLATTENED_LINE = 300;
/** Numbers that a text leaves out by mistake: 三、 then 五、. */
const LONGEST_GAP = 3;

const DECIMALS: ReadonlySet<Candidate['level']> = new Set(['decimal', 'decimalThree', 'decimalFour']);
const GLUED: ReadonlySet<Candidate['level']> = new Set(['item', 'chapter', 'article']);
/** Letters and figures that stand at the head of lines for other reasons too: they need a neighbour. */
const DOUBTFUL: ReadonlySet<Candidate['level']> = new Set(['numbered', 'letter', 'roman', 'stem']);

export function prover(
  text: string,
  candidates: readonly Candidate[],
  rankOf: (level: Candidate['level']) => number,
): Prover {
  let open: Open[] = [];
  const last = new Map<Candidate['level'], number>();

  const isLabel = (index: number, lineStart: number, lineEnd: number): boolean => {
    const candidate = candidates[index];
    if (candidate === undefined) return false;
    const rank = rankOf(candidate.level);
    const article = open.find((entry) => entry.level === 'article');
    if (article !== undefined && rank > RANK.article) return false; // its items are part of an article
    const active = open.find((entry) => entry.level === candidate.level);
    const previous = active?.ordinal ?? last.get(candidate.level) ?? 0;
    if (DECIMALS.has(candidate.level)) return isDecimal(index, active);
    if (candidate.position === 'line' && DOUBTFUL.has(candidate.level)) {
      if (candidate.level === 'numbered') return isNumbered(index, active, lineEnd);
      return (
        candidate.ordinal === (active?.ordinal ?? 0) + 1 && (active !== undefined || hasSecond(index, false))
      );
    }
    if (candidate.position === 'line') return beginsLine(candidate, active?.ordinal ?? null, previous);
    if (isInsideBrackets(text, lineStart, candidate.start)) return false;
    if (candidate.level === 'bullet') return bulletInside(candidate);
    const afterHeading = followsHeading(candidate, open.at(-1));
    if (candidate.ordinal === previous + 1 && previous > 0) {
      if (candidate.position === 'sentence' || candidate.position === 'colon') return true;
      if (candidate.position === 'glued') return afterHeading || isOnlyPlace(index);
      if (candidate.position === 'semicolon') {
        return active !== undefined && rank >= RANK.item && lineEnd - lineStart > FLATTENED_LINE;
      }
    }
    if (candidate.ordinal !== 1) return false;
    if (candidate.position === 'sentence' || candidate.position === 'colon' || afterHeading) {
      return hasSecond(index, lineEnd - lineStart > FLATTENED_LINE);
    }
    return candidate.position === 'glued' && lineEnd - lineStart > FLATTENED_LINE && isGluedToTitle(index);
  };

  const bulletInside = (candidate: Candidate): boolean =>
    candidate.position === 'sentence' || candidate.position === 'colon' || candidate.position === 'semicolon';

  const followsHeading = (candidate: Candidate, above: Open | undefined): boolean => {
    if (above === undefined || above.rank >= rankOf(candidate.level)) return false;
    if (candidate.start - above.end > LONGEST_GLUED_HEADING) return false;
    return !/[。；：:;！？!?\n]/.test(text.slice(above.end, candidate.start));
  };

  /** Is there a second one, before the level is left or begun anew? */
  const hasSecond = (index: number, flattened: boolean): boolean => {
    const first = candidates[index];
    if (first === undefined) return false;
    for (let next = index + 1; next < candidates.length && next - index <= LOOK_AHEAD; next += 1) {
      const candidate = candidates[next];
      if (candidate === undefined) return false;
      if (candidate.level === first.level) {
        if (candidate.ordinal === 2 && candidate.position === 'semicolon') return flattened;
        if (candidate.ordinal === 2 && (candidate.position !== 'glued' || first.level !== 'arabic'))
          return true;
        if (candidate.ordinal === 1 && candidate.position !== 'glued') return false;
      } else if (candidate.position === 'line' && rankOf(candidate.level) < rankOf(first.level)) return false;
    }
    return false;
  };

  /** The next candidates of the same level, of any level counted up to LOOK_AHEAD. */
  function* following(index: number): Generator<Candidate> {
    const level = candidates[index]?.level;
    const stop = Math.min(candidates.length, index + 1 + LOOK_AHEAD);
    for (let next = index + 1; next < stop; next += 1) {
      const candidate = candidates[next];
      if (candidate !== undefined && candidate.level === level) yield candidate;
    }
  }

  /** 1.1 under 1, or before 1.2, or behind 0.9; 1.2 behind 1.1. A number that stands in no row is a measure. */
  const isDecimal = (index: number, active: Open | undefined): boolean => {
    const candidate = candidates[index];
    if (candidate === undefined) return false;
    const prefix = prefixOf(candidate.printed);
    if (active !== undefined && prefixOf(active.printed) === prefix) {
      return candidate.ordinal > active.ordinal && candidate.ordinal <= active.ordinal + LONGEST_GAP;
    }
    if (candidate.ordinal !== 1) return false;
    if (open.some(({ printed }) => `${printed.normalize('NFKC').replace(/[.、]$/, '')}.` === prefix))
      return true;
    for (const next of following(index)) {
      if (next.position === 'line' && next.ordinal === 2 && prefixOf(next.printed) === prefix) return true;
    }
    return false;
  };

  /** 1 总则: above 1.1, or a short line behind the last of its kind. */
  const isNumbered = (index: number, active: Open | undefined, lineEnd: number): boolean => {
    const candidate = candidates[index];
    if (candidate === undefined || lineEnd - candidate.end > LONGEST_GLUED_HEADING) return false;
    for (let next = index + 1; next < candidates.length && next - index <= LOOK_AHEAD; next += 1) {
      const below = candidates[next];
      if (below === undefined || below.position !== 'line') continue;
      if (below.level === 'decimal')
        return below.printed.normalize('NFKC').startsWith(`${candidate.ordinal}.1`);
      if (below.level === 'numbered') break;
    }
    const isNext = active !== undefined && candidate.ordinal === active.ordinal + 1;
    return isNext && !/[。；，：！？:;,]/.test(text.slice(candidate.end, lineEnd));
  };

  /** A glued number of a plan is taken only where the same number has no better place before the next one. */
  const isOnlyPlace = (index: number): boolean => {
    const glued = candidates[index];
    if (glued === undefined || (glued.level !== 'item' && glued.level !== 'bracketed')) return false;
    for (const candidate of following(index)) {
      if (candidate.ordinal === glued.ordinal && candidate.position !== 'glued') return false;
      if (candidate.ordinal === glued.ordinal + 1) return true;
    }
    return glued.level === 'item';
  };

  /** …措施一、甲。二、乙。三、丙。, …规定第一章总则第一条…。第二条…。第三条…: the first is glued to the title above it, the next two are beyond doubt. */
  const isGluedToTitle = (index: number): boolean => {
    const glued = candidates[index];
    if (glued === undefined || !GLUED.has(glued.level)) return false;
    let expected = 2;
    for (const candidate of following(index)) {
      if (candidate.position === 'glued') continue;
      if (candidate.ordinal !== expected) return false;
      if (expected === 3) return true;
      expected += 1;
    }
    return false;
  };

  return {
    accept(index, lineStart, lineEnd) {
      const candidate = candidates[index];
      if (candidate === undefined || !isLabel(index, lineStart, lineEnd)) return false;
      const rank = rankOf(candidate.level);
      while ((open.at(-1)?.rank ?? -1) >= rank) open.pop();
      const { level, ordinal, end, printed } = candidate;
      open.push({ rank, level, ordinal, end, printed });
      last.set(candidate.level, candidate.ordinal);
      return true;
    },
    close() {
      open = [];
      last.clear();
    },
    deepest: () => open.at(-1)?.rank ?? null,
    isOpen: (level) => open.some((entry) => entry.level === level),
  };
}

function beginsLine(candidate: Candidate, active: number | null, previous: number): boolean {
  switch (candidate.level) {
    case 'bullet':
    case 'part':
    case 'chapter':
    case 'section':
    case 'article':
    case 'great':
    case 'item':
    case 'bracketed':
      return true;
    case 'spoken':
    case 'nth':
      return candidate.ordinal === 1 || (active !== null && candidate.ordinal === active + 1);
    default:
      // 2018 on a line of its own, 12.5%…: a number far from the last one is none of a series.
      return (
        candidate.ordinal === 1 ||
        (candidate.ordinal >= previous && candidate.ordinal <= previous + LONGEST_GAP)
      );
  }
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['《', '》'],
  ['“', '”'],
  ['「', '」'],
  ['（', '）'],
];
/** How far back an open bracket is looked for. */
const LONGEST_BRACKET = 200;

function isInsideBrackets(text: string, lineStart: number, at: number): boolean {
  const before = text.slice(Math.max(lineStart, at - LONGEST_BRACKET), at);
  return PAIRS.some(([open, close]) => {
    const opened = before.lastIndexOf(open);
    return opened >= 0 && opened > before.lastIndexOf(close);
  });
}
