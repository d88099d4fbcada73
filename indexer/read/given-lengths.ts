/**
 * How long a given value may be. What a table holds by a slip of its columns (a whole text as a title) would be shown with every
 * hit, listed as a value of a facet, and cited.
 */
import type { GivenMetadata } from '../../core/model.js';

interface Length {
  readonly characters: number;
  /** Of a list. */
  readonly items?: number;
}

const LENGTHS: ReadonlyMap<string, Length> = new Map<keyof GivenMetadata, Length>([
  ['title', { characters: 500 }],
  ['titleEn', { characters: 1000 }],
  ['documentNumber', { characters: 100 }],
  ['type', { characters: 50 }],
  ['status', { characters: 50 }],
  ['issuingBodies', { characters: 100, items: 50 }],
  ['cities', { characters: 100, items: 50 }],
  ['themes', { characters: 100, items: 50 }],
  ['history', { characters: 500, items: 500 }],
]);
const SOURCE_NAME = 200;
/** Of a field that is not ours, as JSON. */
export const MOST_OF_EXTRA = 100_000;

/** @param tell  Told, in a phrase, what was cut of the field. @returns the value as it may be. */
export function shortened(name: string, value: unknown, tell: (what: string) => void): unknown {
  const cut = (text: unknown, most: number): unknown => {
    if (typeof text !== 'string' || text.length <= most) return text;
    tell(`it has ${text.length} characters of at most ${most}`);
    return text.slice(0, most).replace(/[\ud800-\udbff]$/u, ''); // half a character is none
  };
  if (name === 'source' && typeof value === 'object' && value !== null && 'name' in value) {
    return { ...value, name: cut(value.name, SOURCE_NAME) };
  }
  const length = LENGTHS.get(name);
  if (length === undefined) return value;
  const { characters, items = 0 } = length;
  if (!Array.isArray(value)) return cut(value, characters);
  if (value.length > items) tell(`it has ${value.length} items of at most ${items}`);
  return value.slice(0, items).map((item) => cut(item, characters));
}
