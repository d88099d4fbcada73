/**
 * One text, from as it came to what is indexed: cleaned, described, cut into clauses, each with its themes, its id,
 * and the way back to the file.
 */
import { MOST_CLAUSES } from '../core/document-size.js';
import { PolicyError } from '../core/errors.js';
import type { Clause, Damage, PolicyDocument, Span } from '../core/model.js';
import { canonicalTheme } from '../core/themes.js';
import { clauseIds } from './clauses/clause-ids.js';
import { tieCounterparts } from './clauses/counterparts.js';
import { splitClauses } from './clauses/split-clauses.js';
import { noteTies } from './clauses/tie-notes.js';
import { clean, type TextKind } from './clean/clean.js';
import { describe } from './describe/describe.js';
import { themesOf } from './describe/themes.js';
import type { CleanedText, Description, RawDocument, SplitClause } from './model.js';

interface ParsedDocument {
  readonly document: PolicyDocument;
  /** In order; the English ones after the Chinese. */
  readonly clauses: readonly Clause[];
  readonly raw: string;
}

const NOWHERE: Span = { start: 0, end: 0 };

/**
 * @param raw        `kind`: page furniture is looked for in text files only.
 * @param indexedAt  ISO time, the same for a whole run.
 * @param notice     Of an annex: what is known of the page that links to it.
 * @throws PolicyError `malformed_document` when nothing is left of the text: an empty page, or one of menus alone.
 */
export function parseDocument(
  raw: RawDocument & { readonly kind: TextKind },
  indexedAt: string,
  notice: Description | null = null,
): ParsedDocument {
  const isMarkdown = raw.kind === 'text' && /\.(?:md|markdown)$/iu.test(raw.path);
  const furniture = raw.facts?.furniture ?? [];
  const cleaned = clean(raw.text, { kind: raw.kind, isMarkdown, furniture });
  if (!/[^\s\p{Cf}\p{Cc}]/u.test(cleaned.text)) throw withoutText(raw);
  const description = describe({ raw, cleaned, notice });
  const language = /\p{Script=Han}/u.test(cleaned.text) ? 'zh' : 'en';
  const titleSpan = printedTitle(cleaned.text, description.titleSpan, raw.kind);

  const isUnderRule = openRules(cleaned, raw.text);
  const split = splitClauses({ text: cleaned.text, titleSpan, language, isUnderRule });
  const unprinted = titleSpan === null && description.provenance.title === 'given';
  const chinese = unprinted ? behind(titleClause(description.title, language), split) : split;
  const english = language === 'en' ? [] : otherwiseCalled(englishClauses(raw, description), split);
  if (chinese.length + english.length > MOST_CLAUSES)
    throw tooManyClauses(raw, chinese.length + english.length);
  const ids = clauseIds(raw.id, chinese).concat(clauseIds(raw.id, english));
  const ties = [...tiedIds(chinese, ids), ...tiedIds(english, ids.slice(chinese.length))];

  const given = givenThemes(raw);
  const damage = damageOf(cleaned, unprinted ? chinese.slice(1) : chinese);
  const clauses = tieCounterparts(
    [...chinese, ...english].map(({ span, place: _place, mark: _mark, ...clause }, index): Clause => {
      const broken = damage.get(span) ?? [];
      const noteOf = ties[index];
      return {
        ...clause,
        id: ids[index] ?? '',
        headings: index < chinese.length ? clause.headings : clause.headings.map((at) => at + chinese.length),
        themes: given ?? (clause.language === 'zh' ? themesOf(clause.text) : []),
        raw: span.end === 0 || index >= chinese.length ? NOWHERE : cleaned.toRaw(span),
        ...(broken.length > 0 ? { damage: broken } : {}),
        ...(noteOf === undefined ? {} : { noteOf }),
      };
    }),
  );
  return { document: documentOf(raw, cleaned, description, clauses, indexedAt), clauses, raw: raw.text };
}

/** Of each note, the id of the clause that prints its mark. */
function tiedIds(clauses: readonly SplitClause[], ids: readonly string[]): (string | undefined)[] {
  const ties = noteTies(clauses);
  return clauses.map((clause) => ids[ties.get(clause) ?? -1]);
}

/** Whether a rule that was cut off stood right above the line that begins at a place of the cleaned text. */
function openRules({ cuts, toRaw }: CleanedText, raw: string): (start: number) => boolean {
  const rules = cuts.filter(({ rule }) => rule === 'rule');
  return (start) => {
    if (rules.length === 0) return false;
    const place = toRaw({ start, end: start + 1 }).start;
    const above = rules.findLast(({ end }) => end <= place);
    return above !== undefined && place - above.end < 200 && raw.slice(above.end, place).trim() === '';
  };
}

/** A title in front moves the ordinals of the headings by one. */
function behind(title: SplitClause, clauses: readonly SplitClause[]): readonly SplitClause[] {
  return [
    title,
    ...clauses.map((clause) => ({ ...clause, headings: clause.headings.map((heading) => heading + 1) })),
  ];
}

/** An article alone on its line, whose text is the next; in data a bare number is one too, in a page it is the page's. */
const ARTICLE_ABOVE = /(?:^|\n)\s{0,9}第\s{0,3}[\d一二三四五六七八九十百千零〇-]{1,9}\s{0,3}[條条]\s*$/u;
const DATA_ABOVE = /(?:^|\n)(?:\d{1,4}|附(?:件|录|錄)?\s?[\d一二三四五六七八九十]{0,3}[:：]?)\s*$/u;
/** 第二条 中华人民共和国刑法的任务，是…: the name of a law in its own sentence. */
const IN_ARTICLE =
  /第\s{0,3}[\d一二三四五六七八九十百千零〇-]{1,9}\s{0,3}[條条](?:之[一二三四五六七八九十]{1,3})?\s{0,3}$/u;
const RUNS_ON = /^[的是为為与與和及，、規规]/u;

/** …统计公报[1]: the mark of a footnote is printed with the title, and no part of it. */
const NOTE_MARK = /^(?:[[［〔]\d{1,2}[\]］〕]|[①-⑳]|[*＊※]{1,2})(?=\n|$)/u;

/** The title is cut out where it stands by itself: a name in the middle of a sentence is a mention, or an article's text. */
function printedTitle(text: string, span: Span | null, kind: TextKind): Span | null {
  if (span === null || span.end <= span.start) return null;
  const before = text.slice(Math.max(0, span.start - 200), span.start);
  const opens = /(?:^|[\s。！？：:；;】〕）)”」])$/u.test(before);
  if (!opens || before.lastIndexOf('《') > before.lastIndexOf('》')) return null;
  if (IN_ARTICLE.test(before) || RUNS_ON.test(text.slice(span.end, span.end + 1))) return null;
  if (ARTICLE_ABOVE.test(before) || (kind === 'jsonl' && DATA_ABOVE.test(before))) return null;
  const mark = NOTE_MARK.exec(text.slice(span.end, span.end + 10))?.[0] ?? '';
  return { start: span.start, end: span.end + mark.length };
}

function titleClause(title: string, language: 'zh' | 'en'): SplitClause {
  return { kind: 'title', language, locator: '', path: [], headings: [], text: title, span: NOWHERE };
}

function englishClauses(raw: RawDocument, { titleEn }: Description): readonly SplitClause[] {
  const text = raw.textEn === null ? '' : clean(raw.textEn, { kind: 'jsonl' }).text;
  const head = titleEn === null ? '' : text.slice(0, titleEn.length);
  const isPrinted =
    titleEn !== null &&
    head.toLowerCase() === titleEn.toLowerCase() &&
    /^\n?$/u.test(text.charAt(head.length));
  const titleSpan = isPrinted ? { start: 0, end: head.length } : null;
  const clauses = splitClauses({ text, titleSpan, language: 'en' });
  return titleEn === null || isPrinted ? clauses : behind(titleClause(titleEn, 'en'), clauses);
}

/** Orders with bare numbers print a 1 in both languages: a locator says one clause. */
function otherwiseCalled(
  english: readonly SplitClause[],
  chinese: readonly SplitClause[],
): readonly SplitClause[] {
  const taken = new Set(chinese.map(({ locator }) => locator));
  return english.map((clause) =>
    clause.locator !== '' && taken.has(clause.locator)
      ? { ...clause, locator: `Point ${clause.locator}` }
      : clause,
  );
}

/** Damage by the span of its clause, with offsets in the clause; a stretch over a border is cut there. */
function damageOf(
  cleaned: CleanedText,
  clauses: readonly SplitClause[],
): ReadonlyMap<Span, readonly Damage[]> {
  const found = new Map<Span, Damage[]>();
  let from = 0;
  for (const damage of cleaned.damage) {
    while ((clauses[from]?.span.end ?? Number.POSITIVE_INFINITY) <= damage.start) from += 1;
    for (let at = from; (clauses[at]?.span.start ?? Number.POSITIVE_INFINITY) < damage.end; at += 1) {
      const span = clauses[at]?.span ?? NOWHERE;
      const start = Math.max(damage.start, span.start) - span.start;
      const end = Math.min(damage.end, span.end) - span.start;
      found.set(span, [...(found.get(span) ?? []), { ...damage, start, end }]);
    }
  }
  return found;
}

function documentOf(
  raw: RawDocument,
  cleaned: CleanedText,
  { titleSpan: _place, ...described }: Description,
  clauses: readonly Clause[],
  indexedAt: string,
): PolicyDocument {
  const given = givenThemes(raw);
  const themes = given ?? mostFrequent(clauses.flatMap((clause) => clause.themes));
  const provenance =
    themes.length === 0 ? {} : { themes: given === null ? ('derived' as const) : ('given' as const) };
  return {
    ...described,
    id: raw.id,
    themes,
    provenance: { ...described.provenance, ...provenance },
    warnings: [...raw.warnings, ...cleaned.warnings, ...described.warnings],
    cuts: cleaned.cuts,
    attachments: raw.attachments,
    attachmentOf: raw.attachmentOf,
    format: raw.format,
    file: { path: raw.path, sha256: raw.sha256, bytes: raw.bytes, indexedAt, encoding: raw.encoding },
  };
}

/** Themes that a user gives are those of the text, and so of every clause of it: a filter by them finds it whole. */
function givenThemes({ given: { themes } }: RawDocument): readonly string[] | null {
  const canonical = [...new Set((themes ?? []).map(canonicalTheme))];
  return canonical.length === 0 ? null : canonical;
}

function mostFrequent(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}

function tooManyClauses({ path }: RawDocument, clauses: number): PolicyError {
  return new PolicyError(
    'too_many_clauses',
    `${path} has ${clauses} clauses; a document has at most ${MOST_CLAUSES}.`,
    'Give each text in it as a document of its own; a table or a list of lines is none.',
  );
}

function withoutText({ path }: RawDocument): PolicyError {
  return new PolicyError(
    'malformed_document',
    `${path} has no text: it is empty, or holds nothing but menus and footers.`,
    'Look at the file; save the page as text again, or remove it from the input.',
  );
}
