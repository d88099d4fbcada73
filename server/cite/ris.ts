/**
 * RIS, a tag a line: `STAT` for laws, regulations, notices and plans, `NEWS`, `RPRT`.
 *
 * CR LF between the lines, as the format was specified, and none after the last. `DA` and `Y2` are written 2025/08/21, as reference managers
 * export them.
 */
import type { Reference } from './reference.js';
import type { ReferenceKind } from './reference-kind.js';

export const MEDIA_TYPE = 'application/x-research-info-systems';

const TYPES: Readonly<Record<ReferenceKind, string>> = {
  law: 'STAT',
  regulation: 'STAT',
  notice: 'STAT',
  news: 'NEWS',
  report: 'RPRT',
};

export function ris(reference: Reference): string {
  const { kind, bodies, title, titleEn, publishedOn, number, sourceName, link, accessedOn, locator } =
    reference;
  const fields: readonly (readonly [tag: string, value: string | null])[] = [
    ['TY', TYPES[kind]],
    ...bodies.map((body) => ['AU', body] as const),
    ['TI', title],
    ['TT', titleEn],
    ['T2', kind === 'news' ? sourceName : null],
    ['DB', kind === 'news' ? null : sourceName],
    ['PY', publishedOn?.slice(0, 4) ?? null],
    ['DA', publishedOn?.replaceAll('-', '/') ?? null],
    ['M1', number],
    ['UR', link],
    ['Y2', link === null ? null : accessedOn.replaceAll('-', '/')],
    ['N1', locator === '' ? null : locator],
  ];
  const lines = fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}`]));
  return [...lines, 'ER  - '].join('\r\n');
}
