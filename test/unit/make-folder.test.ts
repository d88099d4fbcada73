import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../../core/make-folder.js';

const top = mkdtempSync(join(tmpdir(), 'zhengsou-folder-'));
afterAll(() => rmSync(top, { recursive: true }));

describe('a folder is made', () => {
  it.each([
    ['with all that leads to it', 'a/b/c'],
    ['where it is there already', 'a/b/c'],
    ['with . and .. in its name', 'a/./d/../e'],
    ['in a name with spaces and Chinese', '政 策/索引'],
  ])('%s', (_, path) => {
    makeFolder(join(top, path));
    expect(statSync(join(top, path)).isDirectory()).toBe(true);
  });

  it('or it is said why not', () => {
    writeFileSync(join(top, 'file'), '');
    symlinkSync(join(top, 'nowhere'), join(top, 'link'));
    expect(() => makeFolder(join(top, 'file'))).toThrow(/EEXIST/);
    expect(() => makeFolder(join(top, 'file/below'))).toThrow(/ENOTDIR/);
    expect(() => makeFolder(join(top, 'link'))).toThrow(/EEXIST/);
  });

  it.skipIf(!existsSync('/proc/self'))(
    'or, where nothing can be made, not: /proc answers that it is not there',
    () => {
      expect(() => makeFolder('/proc/zhengsou')).toThrow(/ENOENT/);
      expect(() => makeFolder('/proc/zhengsou/data/index')).toThrow(/ENOENT/);
    },
  );
});
