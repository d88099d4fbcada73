import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../core/config.js';
import { PolicyError } from '../../core/errors.js';

let folder: string;
const file = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengsou-config-'));
  writeFileSync(file('key'), '  key-of-the-file\n');
  writeFileSync(file('empty'), '\n');
  mkdirSync(file('folder'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function refusal(environment: Readonly<Record<string, string>>): PolicyError {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

describe('the configuration', () => {
  it('needs no environment', () => {
    const { engine, host, port, accessTimeZone, meilisearch } = readConfig({});
    expect(accessTimeZone).toBe('Asia/Shanghai');
    expect({ engine, host, port }).toEqual({ engine: 'sqlite', host: '127.0.0.1', port: 3000 });
    expect(meilisearch).toEqual({
      ...{ urls: ['http://127.0.0.1:7700'], key: null, keyFile: null, masterKey: null },
      ...{ deadline: 2000, partial: 'answer' },
    });
  });

  it.each([
    [{}, 10_000, 2000],
    [{ SEARCH_ENGINE: 'meilisearch' }, 2000, 2000],
    [{ SEARCH_DEADLINE: '700' }, 700, 700],
    [{ SEARCH_ENGINE: 'meilisearch', SEARCH_DEADLINE: '700' }, 700, 700],
  ])('%j: an answer has %i ms, a Meilisearch %i', (environment, ofAnswer, ofEngine) => {
    const { deadline, meilisearch } = readConfig(environment);
    expect([deadline, meilisearch.deadline]).toEqual([ofAnswer, ofEngine]);
  });

  it('takes an empty variable for an unset one', () => {
    const empty = { PORT: '', MEILI_URL: '', MEILI_KEY: '', MEILI_KEY_FILE: '', MEILI_MASTER_KEY: '' };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it.each([
    // MEILI_KEY       MEILI_KEY_FILE     the key
    ['', '', null],
    ['given', '', 'given'],
    ['', 'key', 'key-of-the-file'],
    ['given', 'key', 'given'],
    ['', 'not-yet-written', null],
    ['', 'empty', null],
    // what is not needed is not read
    ['given', 'folder', 'given'],
  ])('MEILI_KEY=%s MEILI_KEY_FILE=%s: %s', (key, name, expected) => {
    const keyFile = name === '' ? '' : file(name);
    const { meilisearch } = readConfig({ MEILI_KEY: key, MEILI_KEY_FILE: keyFile });
    expect(meilisearch.key).toBe(expected);
    expect(meilisearch.keyFile).toBe(keyFile || null);
  });

  it('says which file it cannot read, and what else to do', () => {
    const { code, message, remedy } = refusal({ MEILI_KEY_FILE: file('folder') });
    expect(code).toBe('invalid_request');
    expect(message).toContain(`${file('folder')} (EISDIR)`);
    expect(remedy).toContain('MEILI_KEY');
  });

  it.each([
    ['MEILI_URL', 'meilisearch:7700'],
    ['MEILI_URL', 'http://a:7700,http://a:7700/'],
    ['MEILI_URL', 'http://user:secret@a:7700'],
    ['PORT', '70000'],
    ['ACCESS_TIME_ZONE', 'Shanghai'],
    ['SEARCH_DEADLINE', '1'],
    ['PARTIAL', 'maybe'],
  ])('refuses %s=%s by name, and does not repeat it', (name, value) => {
    const { code, message, remedy } = refusal({ [name]: value });
    expect(code).toBe('invalid_request');
    expect(message).toContain(name);
    expect(message).not.toContain('secret');
    expect(remedy).toContain('README');
  });

  it('says which numbers there may be', () => {
    for (const value of ['abc', '70000', '3.5', '-1']) {
      expect(refusal({ PORT: value }).message).toBe(
        'A setting is not usable: PORT: Write a whole number from 0 to 65535.',
      );
    }
  });

  it('reads several addresses, without the slash at their ends', () => {
    expect(readConfig({ MEILI_URL: 'http://a:7700/, http://b:7700' }).meilisearch.urls).toEqual([
      'http://a:7700',
      'http://b:7700',
    ]);
  });
});
