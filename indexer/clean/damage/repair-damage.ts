/**
 * Finds text that a mirror broke by working on bytes, and mends it where what stood there is certain.
 *
 * Looked for only in a text with five or more readings in brackets: no other text was treated so. A stretch is
 * repaired where the repair is likelier than the text as it stands by e¹⁵, and than the next candidate by e (beside
 * pinyin) or e⁶ (at a split). The rest is flagged and left, with a guess where there is one.
 */
import type { Damage } from '../../../core/model.js';
import type { Draft } from '../draft.js';
import type { Edit } from '../mapped-text.js';
import { PINYIN_BRACKET } from '../remove-pinyin.js';
import { type Candidate, candidatesAt, type Site } from './candidates.js';
import { codeOf } from './gbk.js';
import { likelihood } from './likelihood.js';

const MIN_READINGS = 5;
const GAIN = 15;
const LEAD = { pinyin: 1, split: 6 } as const;
/** A split without a mark of its own is suspected where something is likelier than what stands there. */
const SUSPICION = 6;
const CONTEXT = 2;
/** Weighing a place takes up to ten milliseconds; a real page has a handful. */
const MAX_SITES = 500;
const SYLLABLE = '[a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,5}';
const SITE = new RegExp(
  `(?<pinyin>[?？](?<syllable>${SYLLABLE})[)）])|(?<split>[?？]?[!！?？](?=[^\\x00-\\x7f]|[@-~]\\p{Script=Han})|[?？]。)`,
  'gu',
);
const DELIMITERS: ReadonlyMap<string, number> = new Map([
  ['!', 0xa3a1],
  ['！', 0xa3a1],
  ['?', 0xa3bf],
  ['？', 0xa3bf],
  ['。', 0xa1a3],
]);

interface Finding {
  readonly start: number;
  readonly end: number;
  /** Put in its place; null where it is only flagged. */
  readonly repair: string | null;
  readonly guess: string | null;
}

export function repairDamage(draft: Draft): Draft {
  const { text } = draft.mapped;
  if (draft.pinyinRemoved < MIN_READINGS) return draft;
  const findings = findDamage(text, isHalved(text));
  if (findings.length === 0) return draft;
  const edits: Edit[] = [];
  const damage: Damage[] = [];
  let shift = 0;
  for (const { start, end, repair, guess } of findings) {
    const asItCame = text.slice(start, end);
    const length = (repair ?? asItCame).length;
    const span = { start: start + shift, end: start + shift + length };
    if (repair !== null) edits.push({ start, end, insert: repair });
    const note =
      repair === null
        ? 'Broken by the site that carried the text.'
        : `Repaired; the text came as ${asItCame}`;
    damage.push({ ...span, note, ...(repair === null && guess !== null ? { guess } : {}) });
    shift += length - asItCame.length;
  }
  const repaired = edits.length;
  const message = `${findings.length} places are damaged: ${repaired} repaired, ${findings.length - repaired} left as they came. Compare them with the source.`;
  return {
    ...draft,
    mapped: draft.mapped.edit(edits),
    damage,
    warnings: [...draft.warnings, { code: 'damaged_text', message }],
  };
}

/** A later step of the mirror halves full-width forms: what is repaired follows. */
function isHalved(text: string): boolean {
  return (text.match(/,/gu)?.length ?? 0) > (text.match(/，/gu)?.length ?? 0);
}

function halve(text: string): string {
  return text.replace(/[！-～]/gu, (form) => String.fromCharCode(form.charCodeAt(0) - 0xfee0));
}

function findDamage(text: string, halved: boolean): Finding[] {
  const findings: Finding[] = [];
  const marks = firstOf(text.matchAll(SITE), MAX_SITES).map((match) => ({
    at: match.index,
    found: siteFindings(text, match, halved),
  }));
  const misfits = firstOf(text.matchAll(PINYIN_BRACKET), MAX_SITES).map((match) => ({
    at: match.index - 1,
    found: flag(match.index - 1, match.index + match[0].length),
  }));
  let last = 0;
  for (const { found } of [...marks, ...misfits].sort((one, other) => one.at - other.at)) {
    if (found === null || found.start < last) continue;
    findings.push(found);
    last = found.end;
  }
  return findings;
}

function firstOf<T>(items: Iterable<T>, most: number): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === most) break;
    taken.push(item);
  }
  return taken;
}

function flag(start: number, end: number): Finding {
  return { start: Math.max(0, start), end, repair: null, guess: null };
}

function siteFindings(text: string, match: RegExpExecArray, halved: boolean): Finding | null {
  const sites = sitesOf(text, match);
  const weighed = sites
    .flatMap((site) => weigh(text, site, candidatesAt(text, site)))
    .sort((one, other) => other.gain - one.gain);
  const best = weighed[0];
  const isPinyin = match.groups?.pinyin !== undefined;
  if (best === undefined || best.gain < SUSPICION) {
    return isPinyin ? flag(match.index, match.index + match[0].length) : null;
  }
  const rival = weighed.find(({ text: other, end }) => other !== best.text || end !== best.end);
  const lead = best.gain - (rival?.gain ?? Number.NEGATIVE_INFINITY);
  const isCertain = best.gain >= GAIN && lead >= leadNeeded(best, text);
  const guess = halved ? halve(best.text) : best.text;
  return { start: best.start, end: best.end, repair: isCertain ? guess : null, guess };
}

function leadNeeded(best: Weighed, text: string): number {
  // 。 before an opening mark at a split: hardly anything else ends a sentence there.
  const isStop =
    /^。[“《「]/u.test(best.text) || (best.text === '。' && /^[“《「]/u.test(text.slice(best.end)));
  return best.kind === 'pinyin' || isStop ? LEAD.pinyin : LEAD.split;
}

interface Weighed extends Candidate {
  readonly kind: Site['kind'];
  readonly start: number;
  readonly gain: number;
}

/** How much likelier the text is with each candidate than as it stands, in nats. */
function weigh(text: string, site: Site, candidates: readonly Candidate[]): Weighed[] {
  const before = text.slice(Math.max(0, site.start - CONTEXT), site.start);
  const known = new Map<string, number>();
  const once = (stretch: string, from: number): number => {
    const found = known.get(stretch) ?? likelihood(stretch, from);
    known.set(stretch, found);
    return found;
  };
  return candidates.map((candidate) => {
    const after = text.slice(candidate.end, candidate.end + CONTEXT);
    const standing = once(before + text.slice(site.start, candidate.end) + after, before.length);
    // Candidates differ in their first character mostly: what follows it by two is weighed once.
    const head = before + candidate.text.slice(0, 1);
    const rest = candidate.text.slice(1) + after;
    const near = likelihood(head + rest.slice(0, CONTEXT), before.length);
    const gain = near + once(`\n${rest}`, 1 + CONTEXT) - standing;
    return { ...candidate, kind: site.kind, start: site.start, gain };
  });
}

/** A mark may be read in two ways: `?！` is a lost byte and ！, or ？ and shifted text. */
function sitesOf(text: string, match: RegExpExecArray): Site[] {
  const start = match.index;
  const end = start + match[0].length;
  const syllable = match.groups?.syllable ?? null;
  if (syllable !== null) {
    const code = codeOf(text[start - 1] ?? '');
    if (code === undefined) return [];
    return [{ kind: 'pinyin', start, end, given: [], trail: code & 0xff, syllable }];
  }
  const ends = match[0].length === 2 ? [start + 1, end] : [end];
  return ends.flatMap((at): Site[] => {
    const code = DELIMITERS.get(text[at - 1] ?? '');
    if (code === undefined) return [];
    return [{ kind: 'split', start, end: at, given: [code >> 8, code & 0xff], trail: null, syllable: null }];
  });
}
