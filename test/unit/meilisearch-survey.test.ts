/** What is found on the servers before an update, and what the index says of itself while documents move. */
import { describe, expect, it } from 'vitest';
import type { HeldDocument } from '../../engine/meilisearch/build/live-records.js';
import { survey } from '../../engine/meilisearch/build/survey.js';
import { homeOf } from '../../engine/meilisearch/wire/servers.js';

const URLS = ['http://10.0.0.1:7700', 'http://10.0.0.2:7700', 'http://10.0.0.3:7700'];
const REPLACED = [...URLS.slice(0, 2), 'http://10.0.0.4:7700'];
const IDS = Array.from({ length: 30 }, (_, n) => `document-${n}`);
const held = (documentId: string): HeldDocument => ({
  ...{ documentId, origin: `${documentId}.txt`, sha256: 'sum', clauses: 3, characters: 90, place: 0 },
});

/** Servers as an index over `urls` has left them, each with what it says of itself. */
function servers(urls: readonly string[], layouts: readonly number[]) {
  const homes = urls.map((url) => ({ url }));
  return layouts.map((layout, place) => ({
    ...{ url: URLS[place] ?? '', layout },
    held: new Map(
      IDS.filter((id) => homeOf(id, homes).url === URLS[place]).map((id) => [id, held(id)] as const),
    ),
  }));
}

describe('what is there', () => {
  it('is every document once, and read again where it has to move', () => {
    const parts = servers(URLS.slice(0, 2), [2, 2, 0]);
    const { existing, before, strays } = survey(parts);
    expect([...existing.keys()].sort()).toEqual([...IDS].sort());
    expect(before).toEqual({ documents: 30, clauses: 90 });
    for (const [id, { sha256 }] of existing) expect(sha256 === '').toBe(homeOf(id, parts) === parts[2]);
    expect(strays).toEqual([]);
  });

  it('and elsewhere too, after a run that was killed while it moved them: counted once', () => {
    const parts = servers(URLS, [0, 0, 0]);
    const moved = IDS.filter((id) => homeOf(id, parts) === parts[2]);
    for (const id of moved) parts[0]?.held.set(id, held(id));
    const { existing, before, strays } = survey(parts);
    expect(before).toEqual({ documents: 30, clauses: 90 });
    expect([...strays].sort()).toEqual([...moved].sort());
    expect([...existing.values()].map(({ sha256 }) => sha256)).not.toContain('');
  });
});

describe('what the index says while documents move', () => {
  // biome-ignore format: a table; 0: from its next payload on its part is missing, until all is done
  it.each([
    ['nothing moves',                          URLS,             [3, 3, 3], [3, 3, 3], [3, 3, 3]],
    ['a server is added: the old ones answer', URLS.slice(0, 2), [2, 2, 0], [2, 2, 0], [0, 0, 0]],
    ['two are added',                          URLS.slice(0, 1), [1, 0, 0], [1, 0, 0], [0, 0, 0]],
    ['a server is left out',                   URLS,             [3, 3],    [0, 0],    [0, 0]],
    ['one takes the place of another',         REPLACED,         [3, 3, 0], [0, 0, 0], [0, 0, 0]],
    ['one has a new disk',                     URLS,             [3, 0, 3], [0, 0, 0], [0, 0, 0]],
    ['one has another address',                REPLACED,         [3, 3, 3], [0, 0, 0], [0, 0, 0]],
  ])('%s', (_, urls, layouts, coming, leaving) => {
    const parts = servers(urls, layouts);
    const [own] = parts;
    // With another address, what lies on a server has its home elsewhere.
    if (layouts.every((layout) => layout === 3) && urls === REPLACED) {
      for (const id of IDS) if (homeOf(id, parts) !== own) own?.held.set(id, held(id));
      for (const part of parts.slice(1)) part.held.clear();
    }
    const { moves } = survey(parts);
    moves.toNew();
    expect(parts.map(({ layout }) => layout)).toEqual(coming);
    moves.fromOld();
    expect(parts.map(({ layout }) => layout)).toEqual(leaving);
  });
});
