/** What a load is made of, as far as no server is needed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holderFrom, holderKey } from '../../engine/meilisearch/build/lock-holder.js';
import { collectPayloads, toLines } from '../../engine/meilisearch/build/payloads.js';
import { goneIds, tombstoneLines } from '../../engine/meilisearch/build/tombstones.js';
import { recordsOf } from '../../engine/meilisearch/records/records.js';
import { versionWarning } from '../../engine/meilisearch/wire/engine-version.js';
import { networkChange } from '../../engine/meilisearch/wire/network.js';
import { homeOf } from '../../engine/meilisearch/wire/servers.js';
import { taskFailure } from '../../engine/meilisearch/wire/tasks.js';
import { analyzed } from '../contract/small-documents.js';

describe('the version of a server', () => {
  it.each([
    // what it names itself   what is said
    ['1.50.0', null],
    ['1.50.7', null],
    ['v1.50.1', null],
    ['1.49.9', /too old/],
    ['1.5.0', /too old/],
    ['0.60.0', /too old/],
    ['1.51.0', /untested/],
    ['1.500.0', /untested/],
    ['2.0.0', /untested/],
    ['', /names its version ""/],
    ['latest', /names its version "latest"/],
  ])('%s', (version, said) => {
    const warning = versionWarning(version);
    if (said === null) expect(warning).toBeNull();
    else expect(warning).toMatch(said);
  });
});

describe('the home of a document', () => {
  const servers = (count: number): { url: string }[] =>
    Array.from({ length: count }, (_, place) => ({ url: `http://10.0.0.${place}:7700` }));

  it('is one of the servers, whatever their order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 6 }), (id, count) => {
        const all = servers(count);
        expect(homeOf(id, all.toReversed()).url).toBe(homeOf(id, all).url);
      }),
    );
  });

  it('stays where it is or becomes the added server', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 6 }), (id, count) => {
        const before = homeOf(id, servers(count)).url;
        const added = servers(count + 1).at(-1)?.url;
        expect([before, added]).toContain(homeOf(id, servers(count + 1)).url);
      }),
    );
  });

  it('moves to an added server for its share only', () => {
    const ids = Array.from({ length: 4000 }, (_, number) => `document-${number}`);
    const moved = ids.filter((id) => homeOf(id, servers(3)).url !== homeOf(id, servers(4)).url);
    expect(moved.length / ids.length).toBeGreaterThan(0.21);
    expect(moved.length / ids.length).toBeLessThan(0.29);
  });
});

describe('payloads', () => {
  it('hold all lines in order, within their size but for a single document that is larger', () => {
    const documents = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 150 }), (lines, most) => {
        const collector = collectPayloads(most);
        const sent = [...lines.map((line) => collector.add(line, 1)), collector.rest()];
        const payloads = sent.filter((one) => one !== null);
        expect(payloads.map((one) => one.lines).join('')).toBe(lines.join(''));
        expect(payloads.reduce((sum, { clauses }) => sum + clauses, 0)).toBe(lines.length);
        for (const { bytes, lines: text, clauses } of payloads) {
          expect(bytes).toBe(Buffer.byteLength(text));
          if (clauses > 1) expect(bytes).toBeLessThanOrEqual(most);
        }
        expect(collector.rest()).toBeNull();
      }),
    );
  });
});

describe('a document that is replaced', () => {
  const records = (clauses: readonly string[]) =>
    recordsOf(analyzed({ id: 'law', title: '养犬条例', clauses: [...clauses] }), { place: 3, theme: 3 });
  const idsOf = (clauses: readonly string[]): string[] => records(clauses).map(({ id }) => id);

  it.each([
    // what it was        what it is         records that are no more
    [['甲', '乙', '丙'], ['甲'], 2],
    [['甲'], ['甲', '乙'], 0],
    [['甲', '乙'], ['丙', '丁'], 0], // the same ids, other texts
    [['甲', '乙'], [], 2],
  ])('%j → %j leaves %i tombstones', (was, is, count) => {
    const lines = toLines(records(is));
    const gone = goneIds(idsOf(was), lines);
    expect(gone).toHaveLength(count);
    expect(gone.filter((id) => idsOf(is).includes(id))).toEqual([]);
    const left = tombstoneLines(gone)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
    expect(left).toEqual(gone.map((id) => ({ id })));
  });

  it('keeps nothing where it is removed', () => {
    expect(goneIds(idsOf(['甲', '乙']), '')).toEqual(idsOf(['甲', '乙']));
  });
});

describe('who holds the lock', () => {
  it.each([
    [{ host: 'library-1', boot: '3f2a90bc', pid: 4711, start: '88123' }, 'h_library-1_3f2a90bc_4711_88123'],
    [{ host: '', boot: '', pid: 1, start: '' }, 'h___1_'], // a system that tells nothing
  ])('%j is %s and back', (holder, key) => {
    expect(holderKey(holder)).toBe(key);
    expect(holderFrom(key)).toEqual(holder);
  });

  it('is a key that the engine takes, whatever the host is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (host, boot) => {
        const key = holderKey({ host, boot, pid: 7, start: '9' });
        expect(key).toMatch(/^[A-Za-z0-9_-]{1,511}$/);
        expect(holderFrom(key)).toMatchObject({ pid: 7, start: '9' });
      }),
    );
  });

  it.each(['', 'id', 'h_a_b_c_d', 'h_a_b_1', 'x_a_b_1_2'])('nobody that we know: %j', (key) => {
    expect(holderFrom(key)).toBeNull();
  });
});

describe('the network of servers', () => {
  const one = { url: 'http://a', searchApiKey: 'k' };
  const two = { url: 'http://b', searchApiKey: 'k' };
  const wanted = {
    self: 'policy-aaaaaaaaaaaaaaaa',
    remotes: { 'policy-aaaaaaaaaaaaaaaa': one, 'policy-bbbbbbbbbbbbbbbb': two },
  };

  it.each([
    // as it is                                                       what is sent
    [{ self: null, remotes: {} }, wanted],
    [wanted, null],
    [{ ...wanted, self: 'policy-bbbbbbbbbbbbbbbb' }, wanted],
    [
      {
        ...wanted,
        remotes: { ...wanted.remotes, 'policy-bbbbbbbbbbbbbbbb': { ...two, searchApiKey: 'old' } },
      },
      wanted,
    ],
    [{ ...wanted, remotes: { ...wanted.remotes, theirs: two } }, null], // somebody else's stays
    [
      { ...wanted, remotes: { ...wanted.remotes, 'policy-cccccccccccccccc': two } },
      { ...wanted, remotes: { ...wanted.remotes, 'policy-cccccccccccccccc': null } },
    ],
  ])('%j → %j', (present, change) => {
    expect(networkChange(present, wanted)).toEqual(change);
  });
});

describe('a task that did not succeed', () => {
  const failed = (code: string, message: string) =>
    ({ type: 'documentAdditionOrUpdate', status: 'failed', error: { code, message } }) as const;

  it.each([
    [failed('no_space_left_on_device', 'x'), /disk .* is full/, /Free some space/],
    [
      failed('internal', 'MDB_MAP_FULL: Environment mapsize limit reached'),
      /disk .* is full/,
      /Free some space/,
    ],
    [failed('invalid_document_id', 'Document identifier is invalid.'), /invalid_document_id/, /log/],
    [
      { type: 'indexSwap', status: 'canceled', error: null } as const,
      /indexSwap.*cancelled/,
      /run this again/,
    ],
  ])('%j', (task, message, remedy) => {
    const error = taskFailure('http://a', task);
    expect(error).toMatchObject({ code: 'index_write_failed' });
    expect(error.message).toMatch(message);
    expect(error.remedy).toMatch(remedy);
  });
});
