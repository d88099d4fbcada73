import { describe, expect, it } from 'vitest';
import { PolicyError } from '../../core/errors.js';
import { orWriteFailure } from '../../engine/sqlite/write-failure.js';

function remedyOf(error: unknown): string {
  try {
    orWriteFailure('data', () => {
      throw error;
    });
  } catch (thrown) {
    return thrown instanceof PolicyError && thrown.code === 'index_write_failed'
      ? thrown.remedy
      : 'a bug of ours';
  }
  return '';
}

describe('a build that cannot write says what to do', () => {
  // biome-ignore format: a table
  it.each([
    // what the system said   what helps
    ['SQLITE_FULL',           /space/],
    ['ENOSPC',                /space/],
    ['EROFS',                 /writable/],
    ['SQLITE_READONLY',       /writable/],
    ['EACCES',                /writable/],
    ['ENOENT',                /writable/],
    ['ENOTDIR',               /a folder in DATA_DIR, not a file/],
    ['SQLITE_IOERR_WRITE',    /Check the disk/],
    ['SQLITE_CONSTRAINT',     /a bug of ours/],
  ])('%s', (code, remedy) => {
    expect(remedyOf(Object.assign(new Error('no'), { code }))).toMatch(remedy);
  });

  it('leaves other errors alone', () => {
    expect(remedyOf(new TypeError('no'))).toBe('a bug of ours');
    expect(remedyOf(null)).toBe('a bug of ours');
  });
});
