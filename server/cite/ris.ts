/**
 * RIS, a tag a line: `STAT` for laws, regulations, notices and plans, `NEWS`, `RPRT`, `STAND`.
 *
 * CR LF ends every line, the last one too, as the format was specified, so that records can be put one behind the other.
 * `DA` and `Y2` are written 2025/08/21, as reference managers export them. The site is the database (`DB`) of an act and of a
 * report, the paper (`T2`) of news; who issued a report or a standard published it too (`PB`).
 *
 * @see RIS Format Specifications (2011), by type of reference.
 */
import { dayOf, yearOf } from './citation-dates.js';
import { withoutEnd } from './locator.js';
import { namedAuthors, type Reference } from './reference.js';
import type { ReferenceKind } from './reference-kind.js';

export const MEDIA_TYPE = 'application/x-research-info-systems';

const TYPES: Readonly<Record<ReferenceKind, string>> = {
  law: 'STAT',
  regulation: 'STAT',
  notice: 'STAT',
  news: 'NEWS',
  report: 'RPRT',
  standard: 'STAND',
};

export function ris(reference: Reference): string {
  const {
    kind,
    authors,
    title,
    titleEn,
    publishedOn,
    number,
    sourceName,
    link,
    accessedOn,
    language,
    wording,
  } = reference;
  const day = publishedOn === null || dayOf(publishedOn) === null ? null : publishedOn;
  const hasPublisher = (kind === 'report' || kind === 'standard') && authors.length > 0;
  const fields: readonly (readonly [tag: string, value: string | null])[] = [
    ['TY', TYPES[kind]],
    ...namedAuthors(reference).map((name) => ['AU', name] as const),
    ['TI', title],
    ['TT', titleEn],
    ['T2', kind === 'news' ? sourceName : null],
    ['PB', hasPublisher ? authors.join(wording.listComma) : null],
    ['DB', kind === 'news' ? null : sourceName],
    ['PY', publishedOn === null ? null : yearOf(publishedOn)],
    ['DA', day?.replaceAll('-', '/') ?? null],
    ['M1', number],
    ['SN', kind === 'standard' ? number : null],
    ['UR', link],
    ['Y2', link === null ? null : accessedOn.replaceAll('-', '/')],
    ['LA', language],
    ['N1', noteOf(reference)],
  ];
  const lines = fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}`]));
  return [...lines, 'ER  - ', ''].join('\r\n');
}

/** The place, then its being in force, then what must be said of the title. */
function noteOf({ locator, statusWord, isDerived, wording }: Reference): string | null {
  const after = [statusWord, isDerived ? wording.derivedTitle : null].filter((part) => part !== null);
  const place = after.length === 0 ? locator : withoutEnd(locator);
  const parts = [place, ...after].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(wording.comma);
}
