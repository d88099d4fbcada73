/**
 * Stored clauses and documents → what the wire carries: in the script asked for, with the matches marked.
 *
 * Facet values (cities, bodies, types, themes) stay canonical: they are values of filters. Texts are shown.
 */

import { type Clause, type PolicyDocument, titleOrigin } from '../../core/model.js';
import { phrasesOf, type StoredClause } from '../../engine/engine.js';
import type { ClauseAnswer, DocumentAnswer, DocumentSummary, Hit } from '../api.js';
import type { Question } from '../query/question.js';
import type { Script } from '../request.js';
import { highlight, type Shown, shownIn, shownOffsets } from './highlight.js';
import { snippet } from './snippet.js';
import { themeNamesOf } from './theme-names.js';

/** What is marked: every word and quoted text, and a run that stands there whole with its signs. Folded. */
export function markedPhrases({ words, prefer }: Question): readonly string[] {
  const phrases = [...words.flatMap(phrasesOf), ...prefer.flat()];
  return [...new Set(phrases.map(({ folded }) => folded))];
}

/** In their order. */
export function presentHits(
  stored: readonly StoredClause[],
  phrases: readonly string[],
  script: Script,
): Hit[] {
  const hits: Hit[] = [];
  for (const one of stored) hits.push(presentHit(one, phrases, script));
  return hits;
}

function presentHit({ clause, document }: StoredClause, phrases: readonly string[], script: Script): Hit {
  const shown = shownIn(script, document.script);
  const presented = presentClause(clause, phrases, shown, document.script);
  const window = snippet(presented.fragments);
  return {
    clause: window === presented.fragments ? presented : { ...presented, snippet: window },
    document: summarise(document, shown),
  };
}

export function presentGroupDocument(document: PolicyDocument, script: Script): DocumentSummary {
  return summarise(document, shownIn(script, document.script));
}

/** @param next  Where the text goes on behind these clauses; null: it does not. */
export function presentDocument(
  document: PolicyDocument,
  { clauses, next }: { readonly clauses: readonly Clause[]; readonly next: number | null },
  { hits, phrases }: { readonly hits: ReadonlySet<string>; readonly phrases: readonly string[] },
  script: Script,
): DocumentAnswer {
  const shown = shownIn(script, document.script);
  const { signedOn, effectiveOn, history, linkOrigin, format, attachments, attachmentOf } = document;
  const { provenance, warnings, cuts, extra, file } = document;
  return {
    document: {
      ...summarise(document, shown),
      ...{ signedOn, effectiveOn, history, linkOrigin, format, attachments, attachmentOf },
      ...{ provenance, warnings, cuts, extra, file },
    },
    clauses: clauses.map((clause) =>
      presentClause(clause, hits.has(clause.id) ? phrases : [], shown, document.script),
    ),
    ...(next === null ? {} : { next }),
    labels: themeNamesOf(document.themes),
  };
}

function presentClause(
  clause: Clause,
  phrases: readonly string[],
  shown: Shown,
  script: PolicyDocument['script'],
): ClauseAnswer {
  const fragments = highlight(clause.text, phrases, shown, script);
  const { id, kind, language, themes, part, parts, counterpart, noteOf } = clause;
  const text = fragments.map((fragment) => fragment.text).join('');
  return {
    id,
    kind,
    language,
    themes,
    text,
    fragments,
    locator: shown(clause.locator),
    path: clause.path.map(shown),
    ...(part === undefined ? {} : { part }),
    ...(parts === undefined ? {} : { parts }),
    ...(counterpart === undefined ? {} : { counterpart }),
    ...(noteOf === undefined ? {} : { noteOf }),
    ...(clause.damage === undefined
      ? {}
      : { damage: presentDamage(clause.text, text, clause.damage, shown) }),
  };
}

/** The same stretches, as offsets into the shown text. */
function presentDamage(
  published: string,
  text: string,
  damage: NonNullable<Clause['damage']>,
  shown: Shown,
): NonNullable<Clause['damage']> {
  return damage.map(({ start, end, guess, note }) => {
    const offset = shownOffsets(published, text);
    return {
      start: offset(start),
      end: offset(end),
      ...(guess === undefined ? {} : { guess: shown(guess) }),
      note,
    };
  });
}

function summarise(document: PolicyDocument, shown: Shown): DocumentSummary {
  const { id, titleEn, issuingBodies, issuingBodiesPublished, type, status, authors } = document;
  const { publishedOn, publishedYear, cities, themes, script, source } = document;
  return {
    id,
    title: shown(document.title),
    titleOrigin: titleOrigin(document),
    titleEn,
    issuingBodies,
    issuingBodiesPublished,
    type,
    status,
    authors,
    publishedOn,
    publishedYear,
    documentNumber: document.documentNumber?.text ?? null,
    documentNumberPublished: document.documentNumberPublished,
    year: publishedYear,
    cities,
    themes,
    script,
    source,
  };
}
