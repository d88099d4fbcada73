/**
 * A place inside a clause, finer than the clause: `1.2` is the second item of the first paragraph.
 *
 * In an article it is 款.项 (in Taiwan 項.款), in any other clause it is a paragraph alone, `2`.
 * What the levels are called in a citation is for `locator.ts` to say; here they are counted.
 */
import { PolicyError } from '../../core/errors.js';
import type { Clause, Span } from '../../core/model.js';
import { isArticle, splitArticle } from './article-paragraphs.js';

export interface Pinpoint {
  /** From 1. */
  readonly paragraph: number;
  /** The number printed on the item, from 1; null: the whole paragraph. */
  readonly item: number | null;
}

/**
 * `1.2` → { paragraph: 1, item: 2 }; `3` → { paragraph: 3, item: null }.
 *
 * @throws PolicyError `invalid_request` (parameter `pinpoint`) for anything else.
 */
export function parsePinpoint(text: string): Pinpoint {
  const found = /^([1-9]\d{0,2})(?:\.([1-9]\d{0,2}))?$/.exec(text.trim());
  if (found === null) throw unusablePinpoint(`${JSON.stringify(text.slice(0, 40))} is no pinpoint.`);
  return { paragraph: Number(found[1]), item: found[2] === undefined ? null : Number(found[2]) };
}

/**
 * The stretch of `clause.text` that a pinpoint names: a paragraph of an article with its items but without
 * the article's label, or an item with its own label and what is nested in it.
 *
 * @throws PolicyError `invalid_request` (parameter `pinpoint`) when the clause has no such place.
 */
export function resolvePinpoint(clause: Clause, pinpoint: Pinpoint): Span {
  const place = clause.locator === '' ? 'This clause' : clause.locator;
  if ((clause.part ?? 1) > 1 && isArticle(clause)) {
    throw unusablePinpoint(
      `This is part ${clause.part} of ${place}: paragraphs are counted from its beginning.`,
    );
  }
  const paragraphs = isArticle(clause) ? splitArticle(clause.text, clause.locator) : splitLines(clause.text);
  const paragraph = paragraphs[pinpoint.paragraph - 1];
  if (paragraph === undefined) {
    throw unusablePinpoint(
      `${place} has ${paragraphs.length} paragraphs, so there is no paragraph ${pinpoint.paragraph}.`,
    );
  }
  if (pinpoint.item === null) return { start: paragraph.start, end: paragraph.end };

  const item = paragraph.items.find(({ number }) => number === pinpoint.item);
  if (item === undefined) {
    throw unusablePinpoint(`Paragraph ${pinpoint.paragraph} of ${place} has no item ${pinpoint.item}.`);
  }
  return { start: item.start, end: item.end };
}

/** Outside of articles each line is a paragraph: the numbered items of such texts are clauses of their own. */
function splitLines(text: string): (Span & { readonly items: readonly (Span & { number: number })[] })[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
    items: [],
  }));
}

export function unusablePinpoint(message: string): PolicyError {
  return new PolicyError(
    'invalid_request',
    message,
    'A pinpoint is the number of a paragraph, or of a paragraph and an item in an article: 2 or 1.2. Leave it out to cite the whole clause.',
    { errors: [{ parameter: 'pinpoint', message }] },
  );
}
