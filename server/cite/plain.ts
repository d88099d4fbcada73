/**
 * `“…clause text…” ——《title》（number），locator，issuing body，2023年5月30日，https://…`
 *
 * A text without a link says so in words, after the name of what carried it; a repealed one says that too.
 */
import type { Reference } from './reference.js';
import { markTitle } from './title-marks.js';

export const MEDIA_TYPE = 'text/plain; charset=utf-8';

export function plain(reference: Reference): string {
  const { quotation, wording, link } = reference;
  const tail = describe(reference, markTitle(reference.title), link ?? noLink(reference));
  if (quotation === null) return tail;
  const excerpt = quotation.shortened ? wording.bracket(wording.excerpt) : '';
  return `“${quotation.text}”${excerpt} ——${tail}`;
}

/** The line behind the dash: `title` as the style writes it, then what is known, then `ending`. */
export function describe(reference: Reference, title: string, ending: string | null): string {
  const { number, endOfForce, locator, bodies, publishedOn, wording } = reference;
  const brackets = [number, endOfForce].map((part) => (part === null ? '' : wording.bracket(part)));
  return [
    title + brackets.join(''),
    locator,
    bodies.join(wording.listComma),
    publishedOn === null ? '' : wording.date(publishedOn),
    ending ?? '',
  ]
    .filter((part) => part !== '')
    .join(wording.comma);
}

/** 第一财经（无链接）; where not even the carrier is known, 无链接. */
export function noLink({ sourceName, wording }: Reference): string {
  return sourceName === null ? wording.noLink : sourceName + wording.bracket(wording.noLink);
}
