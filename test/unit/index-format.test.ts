/** An index that lacks a facet is not read as one that has it: other facets, another format. */
import { describe, expect, it } from 'vitest';
import { FACETS } from '../../core/model.js';
import { SCHEMA } from '../../engine/meilisearch/records/settings.js';
import { INDEX_FORMAT } from '../../engine/sqlite/schema.js';

/** A row for each pair of formats; a row that is there is never changed, the last is what is written now. */
const FORMATS: readonly (readonly [sqlite: number, meilisearch: number, facets: string])[] = [
  // SQLite, Meilisearch, the facets
  [3, 4, 'city year theme issuingBody type status'],
  [4, 4, 'city year theme issuingBody type status'],
  [5, 5, 'city year theme issuingBody type status'],
  [6, 6, 'city year theme issuingBody type status'],
  [7, 7, 'city year theme issuingBody type status'],
  [8, 8, 'city year theme issuingBody type status'],
  [9, 9, 'city year theme issuingBody type status'],
  [10, 9, 'city year theme issuingBody type status'],
  [11, 9, 'city year theme issuingBody type status'],
  [11, 10, 'city year theme issuingBody type status'],
  [11, 11, 'city year theme issuingBody type status'],
];

describe('the formats of an index', () => {
  it('are told with the facets that it has', () => {
    expect(FORMATS.at(-1)).toEqual([INDEX_FORMAT, SCHEMA, FACETS.join(' ')]);
  });

  it.each([
    ['SQLite', 0],
    ['Meilisearch', 1],
  ] as const)('%s: each has one list of facets', (_, engine) => {
    const lists = new Map(FORMATS.map((row) => [row[engine], row[2]]));
    expect(FORMATS.filter((row) => lists.get(row[engine]) !== row[2])).toEqual([]);
  });
});
