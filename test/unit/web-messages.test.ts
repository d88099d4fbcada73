import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { say } from '../../web/shared/say.js';

type Table = { readonly [key: string]: string | Table };

function read(language: string): Table {
  return JSON.parse(
    readFileSync(new URL(`../../web/shared/messages/${language}.json`, import.meta.url), 'utf8'),
  );
}

/** `fields.title` → the names that its message fills, sorted. */
function filled(table: Table, under = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([key, message]) =>
      typeof message === 'string'
        ? [
            [
              under + key,
              [...message.matchAll(/\{(\w+)/g)]
                .map((found) => found[1])
                .sort()
                .join(' '),
            ],
          ]
        : Object.entries(filled(message, `${under}${key}.`)),
    ),
  );
}

describe('messages', () => {
  it.each(['zh-hant', 'en'])('%s has the keys of zh-hans, and fills the same values', (language) => {
    expect(filled(read(language))).toEqual(filled(read('zh-hans')));
  });

  it.each(['zh-hans', 'zh-hant', 'en'])('%s says nothing empty', (language) => {
    expect(JSON.stringify(read(language))).not.toContain('""');
  });

  it('say 检索 in both scripts, and never 搜索; in Traditional the words of Taiwan', () => {
    const said = (language: string) => JSON.stringify(read(language));
    expect(said('zh-hans')).not.toMatch(/搜索|查询|查找到/);
    expect(said('zh-hant')).not.toMatch(
      /搜索|查看|文種|網絡|網路絡|數碼|打開|信息|程序|服務器|鏈接|字節|文件夾|默認|屏幕/,
    );
  });

  it('word every warning and every cut of the indexer', () => {
    const sources = ['code', 'rule'].map(
      (field) =>
        new Set(
          readdirSync(new URL('../../indexer/', import.meta.url), { recursive: true, withFileTypes: true })
            .filter((entry) => entry.name.endsWith('.ts') && /clean|read|describe/.test(entry.parentPath))
            .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
            .flatMap((source) => [...source.matchAll(new RegExp(`${field}: '([a-z_-]+)'`, 'g'))])
            .map((found) => found[1] ?? ''),
        ),
    );
    const [codes = new Set(), rules = new Set()] = sources;
    expect(codes.size).toBeGreaterThan(5);
    expect(rules.size).toBeGreaterThan(5);
    const { warningCodes, cutRules } = read('en') as Record<string, Table>;
    for (const code of codes) expect(Object.keys(warningCodes ?? {})).toContain(code);
    for (const rule of rules) expect(Object.keys(cutRules ?? {})).toContain(rule);
  });

  it.each([
    // message                          values                    said
    ['{n} 条条款', { n: 1234 }, '1,234 条条款'],
    ['{n:clause|clauses}', { n: 1 }, '1 clause'],
    ['{n:clause|clauses}', { n: 0 }, '0 clauses'],
    ['“{text}” alone', { text: '{n}' }, '“{n}” alone'],
    ['$& {text}', { text: '$1' }, '$& $1'],
    ['{missing}', {}, '{missing}'],
  ])('%s', (message, values, said) => {
    expect(say(message, values)).toBe(said);
  });
});
