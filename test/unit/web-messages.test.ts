import { readFileSync } from 'node:fs';
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
