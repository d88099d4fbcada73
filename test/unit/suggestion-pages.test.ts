/** Suggestions → records of an index of Meilisearch, and back: all of them, or none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PolicyError } from '../../core/errors.js';
import { type CountedCandidate, KINDS } from '../../engine/candidates.js';
import { suggestionPayload } from '../../engine/meilisearch/build/suggestions.js';
import { readSuggestionPages, suggestionPages } from '../../engine/meilisearch/records/suggestion-pages.js';

const anySuggestion = fc.record({
  kind: fc.constantFrom(...KINDS),
  text: fc.string({ unit: 'binary' }),
  count: fc.option(fc.nat()),
});
/** More than a page has. */
const MANY: readonly CountedCandidate[] = Array.from({ length: 1201 }, (_, i) => ({
  ...{ kind: 'term', text: `词${i}\ud800`, count: i },
}));

describe('pages of suggestions', () => {
  it('are read as they were written, in whichever order they come', () => {
    fc.assert(
      fc.property(fc.array(anySuggestion), (suggestions) => {
        expect(readSuggestionPages(suggestionPages(suggestions, '1'), '1')).toEqual(suggestions);
      }),
    );
    const pages = suggestionPages(MANY, '1');
    expect(pages).toHaveLength(3);
    expect(readSuggestionPages(pages.toReversed(), '1')).toEqual(MANY);
    expect(JSON.stringify(pages).isWellFormed()).toBe(true); // half a character, and the engine refuses all
  });

  const [first, ...rest] = suggestionPages(MANY, '1');
  // biome-ignore format: a table
  it.each<[string, readonly unknown[]]>([
    ['none',                    []],
    ['a page is missing',       rest],
    ['a page of another build', [{ ...first, of: '2' }, ...rest]],
    ['no page at all',          [null, ...rest]],
    ['a page without a number', [{ ...first, page: undefined }, ...rest]],
    ['half a page',             [{ ...first, suggestions: String(first?.suggestions).slice(0, 99) }, ...rest]],
    ['a kind that is none',     [{ ...first, suggestions: '[[9,"词",1]]' }, ...rest]],
    ['a count that is a text',  [{ ...first, suggestions: '[[1,"词","1"]]' }, ...rest]],
    ['no list',                 [{ ...first, suggestions: '{}' }, ...rest]],
  ])('are none where they are not whole: %s', (_, pages) => {
    expect(readSuggestionPages(pages, '1')).toBeNull();
  });

  it('of an older build that lie beside them are nobody\u2019s', () => {
    const older = suggestionPages(MANY, '0').map((page) => ({ ...page, id: `${page.id}-old` }));
    expect(readSuggestionPages([...older, ...suggestionPages([], '1')], '1')).toEqual([]);
  });
});

describe('what is sent of them', () => {
  const payloadOf = async (
    make: () => Promise<readonly CountedCandidate[]>,
    signal = new AbortController().signal,
  ) => {
    const told: string[] = [];
    const payload = await suggestionPayload(
      { tell: (message) => void told.push(message), signal },
      '1',
      make,
    );
    return { lines: payload?.lines.trimEnd().split('\n').length ?? null, told };
  };
  const failing = (error: unknown) => () => Promise.reject(error);
  const away = new PolicyError('engine_unavailable', 'It is away.', 'Start it.');

  it('is a line a page', async () => {
    expect(await payloadOf(async () => MANY)).toEqual({ lines: 3, told: [] });
  });

  it('is nothing where they could not be counted, which is told', async () => {
    const { lines, told } = await payloadOf(failing(away));
    expect(lines).toBeNull();
    expect(told).toEqual([expect.stringContaining('It is away.')]);
  });

  it('ends the build where that was stopped, or where the fault is ours', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(payloadOf(failing(away), stopped)).rejects.toThrow('stopped');
    await expect(payloadOf(failing(new TypeError('ours')))).rejects.toThrow('ours');
  });
});
