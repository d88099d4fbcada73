import { describe, expect, it } from 'vitest';
import { openClaims } from '../../indexer/claims.js';
import type { InputFile } from '../../indexer/read/list-files.js';

const file = (absolute: string): InputFile => ({
  ...{ path: absolute.slice(1), name: absolute, absolute, origin: absolute },
  ...{ format: absolute.endsWith('.jsonl') ? 'jsonl' : 'text', metaPath: null },
});
const named = (absolute: string, isThere = true) => ({ path: absolute.slice(1), absolute, isThere });
const from = (id: string, origin: string, sha256 = 'new') => ({ id, path: origin, origin, sha256 });

/** The index holds x, of `origin`; the run lists /t/a.jsonl, /t/b.txt and /t/c.jsonl. */
const claims = (origin: string, more: { readonly skipped?: readonly string[] } = {}) =>
  openClaims(new Map([['x', { origin, sha256: 'old' }]]), {
    files: ['/t/a.jsonl', '/t/b.txt', '/t/c.jsonl', 'stdin'].map(file),
    named: [named('/t'), named('/absent', false), named('/empty')],
    skipped: (more.skipped ?? []).map((path) => ({ path, origin: path, error: new Error() as never })),
  });

describe('an id that is in the index', () => {
  it.each([
    // where it came from      who asks for it          what becomes of it
    ['/t/b.txt', from('x', '/t/b.txt'), 'replaces'],
    ['/t/b.txt', from('x', '/t/b.txt', 'old'), 'unchanged'],
    ['/t/b.txt', from('y', '/t/b.txt'), 'new'],
    ['/t/gone.txt', from('x', '/t/b.txt'), 'replaces'],
    ['/t/gone.txt', from('x', '/t/b.txt', 'old'), 'replaces'], // moved: the index must know where to
    ['/t/a.jsonl', from('x', '/t/b.txt'), 'replaces'], // read already, and it held no x
    ['/t/c.jsonl', from('x', '/t/b.txt'), 'later'],
    ['/elsewhere/b.txt', from('x', '/t/b.txt'), 'taken'],
    ['/t2/b.txt', from('x', '/t/b.txt'), 'taken'],
    ['/absent/b.txt', from('x', '/t/b.txt'), 'taken'],
    ['/empty/b.txt', from('x', '/t/b.txt'), 'taken'],
    ['stdin', from('x', '/t/b.txt'), 'taken'],
    ['stdin', from('x', 'stdin'), 'replaces'],
    ['/t/b.txt', from('x', 'stdin'), 'replaces'], // standard input is read last; b.txt held no x
  ])('from %s: %j %s', (origin, input, verdict) => {
    expect(claims(origin).claim(input).verdict).toBe(verdict);
  });

  it('is not taken from a file that could not be read whole', () => {
    const asked = claims('/t/a.jsonl');
    asked.unread('/t/a.jsonl');
    expect(asked.claim(from('x', '/t/b.txt')).verdict).toBe('taken');
    expect(claims('/t/sub/a.txt', { skipped: ['/t/sub'] }).claim(from('x', '/t/b.txt')).verdict).toBe(
      'taken',
    );
  });

  it('is its own file’s where another has it too, even one that is read before', () => {
    const asked = claims('/t/c.jsonl');
    expect(asked.claim(from('x', '/t/a.jsonl')).verdict).toBe('later');
    expect(asked.claim(from('x', '/t/c.jsonl')).verdict).toBe('replaces');
    asked.readAll();
    expect(asked.claim(from('x', '/t/a.jsonl'))).toMatchObject({ verdict: 'taken', by: '/t/c.jsonl' });
  });

  it('goes to the first that has it where its own file has it no more', () => {
    const asked = claims('/t/c.jsonl');
    expect(asked.claim(from('x', '/t/a.jsonl')).verdict).toBe('later');
    expect(asked.claim(from('x', '/t/b.txt')).verdict).toBe('later');
    asked.readAll();
    expect(asked.claim(from('x', '/t/a.jsonl')).verdict).toBe('replaces');
    expect(asked.claim(from('x', '/t/b.txt')).verdict).toBe('taken');
  });
});

describe('a document that was not met', () => {
  it.each([
    // where it came from   what becomes of it
    ['/t/gone.txt', 'gone'],
    ['/t/a.jsonl', 'gone'],
    ['/elsewhere/b.txt', null],
    ['/t2/b.txt', null],
    ['stdin', null],
    ['/absent/b.txt', { path: 'absent', reason: 'absent', documents: 1 }],
    ['/empty/sub/b.txt', { path: 'empty', reason: 'empty', documents: 1 }],
    ['/t/closed/b.txt', { path: '/t/closed', reason: 'unread', documents: 1 }],
  ])('of %s: %j', (origin, became) => {
    const { gone, heldBack } = claims(origin, { skipped: ['/t/closed'] }).settle();
    expect(gone).toEqual(became === 'gone' ? ['x'] : []);
    expect(heldBack).toEqual(typeof became === 'object' && became !== null ? [became] : []);
  });
});
