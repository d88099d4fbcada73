// biome-ignore-all format: tables are read by their columns.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../indexer/read/list-files.js';
import { isNestedDeeper } from '../../indexer/read/nested.js';
import { readDocuments } from '../../indexer/read/read.js';

const folder = mkdtempSync(join(tmpdir(), 'zhengsou-json-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(name: string, content: string | Uint8Array, meta?: string) {
  writeFileSync(join(folder, name), content);
  if (meta !== undefined) writeFileSync(join(folder, `${name}.meta.yaml`), meta);
  const { files, skipped } = await listFiles([join(folder, name)]);
  const documents = [];
  const faults = skipped.map(({ error }) => error.message);
  for await (const one of readDocuments(files)) {
    if (!('error' in one)) documents.push(one);
    else {
      faults.push(`${one.path.split('/').at(-1)}: ${one.error.message.replaceAll(`${folder}/`, '')}`);
      expect(one.error.remedy).not.toBe('');
    }
  }
  return { documents, faults, read: documents.map(({ path, text }) => `${path.split('/').at(-1)} ${text}`) };
}

const item = (title: string, more = '') => `{"title": "${title}", "text": "${title}文"${more}}`;

describe('JSON', () => {
  it.each([
    // what                               content                                            read                                faults
    ['an array',                           `[${item('甲')}, ${item('乙')}]`,                   ['#1 甲文', '#2 乙文'],              []],
    ['one object',                         ` ${item('甲')}\n`,                                 [' 甲文'],                           []],
    ['objects one after the other',        `${item('甲')}\n${item('乙')}`,                     [' 甲文', '#2 乙文'],                []],
    ['a comma at the end',                 `[${item('甲')},]`,                                 ['#1 甲文'],                         []],
    ['brackets and quotes in the text',    `[${item('甲', ', "note": "]},{\\"["')},${item('乙')}]`, ['#1 甲文', '#2 乙文'],          []],
    ['an item that is none',               `[1, ${item('甲')}, [], null, ${item('乙')}]`,      ['#2 甲文', '#5 乙文'],              [/#1: .*item 1: it is no JSON object/, /#3: .*item 3: it is no/, /#4: .*item 4: it is no/]],
    ['an item without a text',             `[{"title": "甲"}, ${item('乙')}]`,                 ['#2 乙文'],                         [/#1: .*item 1: it has no text/]],
    ['an item that is broken',             `[{"title": 甲}, ${item('乙')}]`,                   ['#2 乙文'],                         [/#1: .*item 1: it is no JSON/]],
    ['a quote that is missing',            `[{"title": "甲},\n${item('乙')}]`,                 ['#2 乙文'],                         [/#1: .*never closed/]],
    ['a bracket that opens nothing',        `[${item('甲')},"title": "乙"}, }, ${item('丙')}]`, ['#1 甲文', '#4 丙文'],         [/#2: .*no JSON/, /#3: .*no JSON/]],
    ['a bracket that is missing',          `[{"title": "甲", "x": [1},\n{"a": 1},${item('乙')}`, ['#3 乙文'],                        [/#1: .*never closed|no JSON/, /#2: .*has no title/]],
    ['an array that breaks off',           `[${item('甲')}, {"title": "乙", "te`,              ['#1 甲文'],                         [/#2: .*never closed/]],
    ['an empty array',                     '[]',                                               [],                                  [/has no items/]],
    ['nothing',                            '',                                                 [],                                  [/is empty/]],
    ['a number',                           '12',                                               [],                                  [/it is no JSON object/]],
  ])('%s', async (_, content, documents, faults) => {
    const found = await read('x.json', content);
    expect(found.read).toEqual(documents.map((one) => `x.json${one}`));
    expect(found.faults).toEqual(faults.map((fault) => expect.stringMatching(fault)));
  });

  it('reads a document of .json, .jsonl and .ndjson alike', async () => {
    const [json, lines, other] = [await read('x.json', `[${item('甲')}]`), await read('x.jsonl', item('甲')), await read('x.NDJSON', item('甲'))];
    expect([lines, other].map(({ documents }) => [documents[0]?.id, documents[0]?.sha256, documents[0]?.kind])).toEqual([
      [json.documents[0]?.id, json.documents[0]?.sha256, 'jsonl'],
      [json.documents[0]?.id, json.documents[0]?.sha256, 'jsonl'],
    ]);
  });

  it.each([
    ['5,000 deep',     5000,      [/x is left out: it is nested more than 100 deep/], []],
    ['3 million deep', 3_000_000, [],                                                 [/nested more than 10000 deep/]],
  ])('a value %s costs its field, or its document, and never the rest', async (_, depth, warnings, faults) => {
    const deep = item('甲', `, "x": ${'['.repeat(depth)}${']'.repeat(depth)}, "y": "\\ud800"`);
    for (const [name, content] of [['x.jsonl', `${deep}\n${item('乙')}`], ['x.json', `[${deep},${item('乙')}]`]] as const) {
      const found = await read(name, content);
      expect(found.documents.at(-1)?.text).toBe('乙文');
      expect(found.documents.flatMap((one) => one.warnings.map(({ message }) => message)).filter((message) => message.includes('nested'))).toEqual(warnings.map((warning) => expect.stringMatching(warning)));
      expect(found.faults).toEqual(faults.map((fault) => expect.stringMatching(fault)));
    }
  });

  it('counts brackets outside of strings only', () => {
    expect(isNestedDeeper(`["${'['.repeat(50)}", "\\"${'{'.repeat(50)}"]`, 10)).toBe(false);
    expect(isNestedDeeper(`${'[{"a":'.repeat(6)}`, 10)).toBe(true);
    expect(isNestedDeeper('[[],[],[],[],[],[],[]]', 3)).toBe(false);
  });
});

describe('YAML', () => {
  it.each([
    ['a circle',                'a: &a [*a]\nb: 1',                       { b: 1 }, ['a']],
    ['a circle of two',         'a: &a {b: &b {a: *a}}\nc: 1',            { c: 1 }, ['a']],
    ['a node used twice',       'a: &a {b: 1}\nc: *a',                    { a: { b: 1 }, c: { b: 1 } }, []],
    ['__proto__',               '__proto__: {title: 乙}\nconstructor: 1', JSON.parse('{"__proto__": {"title": "乙"}, "constructor": 1}'), []],
    ['a timestamp',             'publishedOn: !!timestamp 2023-05-30',    {}, []],
    ['half a character',        'a: "\\uD800"',                           { a: '\ufffd' }, ['1']],
  ])('with %s is read', async (_, yaml, extra, warned) => {
    const { documents } = await read('x.txt', `---\ntitle: 甲\n${yaml}\n---\n正文`);
    expect(documents).toHaveLength(1);
    expect(documents[0]?.given.title).toBe('甲');
    expect(JSON.stringify(documents[0]?.extra)).toBe(JSON.stringify(extra));
    expect(documents[0]?.warnings.map(({ message }) => message.split(' ')[0])).toEqual(warned);
    if (yaml.startsWith('publishedOn')) expect(documents[0]?.given.publishedOn).toBe('2023-05-30');
  });

  it.each([
    ['aliases that multiply', `a: &a [${'x,'.repeat(9)}]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]`],
    ['brackets without end',  `a: ${'['.repeat(20_000)}`],
    ['nested brackets',       `a: ${'['.repeat(3000)}${']'.repeat(3000)}`],
    ['nested maps',           `a: ${'{a: '.repeat(10_000)}`],
    ['nested dashes',         `a:\n  ${'- '.repeat(20_000)}x`],
    ['nested question marks', `a:\n  ${'? '.repeat(20_000)}x`],
    ['six thousand fields',   Array.from({ length: 6000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['commas without end',    `a: [${','.repeat(60_000)}`],
    ['aliases without end',   `a: ${'*a '.repeat(20_000)}`],
    ['a thousand anchors',    `a: ${'&a '.repeat(20_000)}`],
  ])('with %s is named with a remedy', async (_, yaml) => {
    for (const [content, meta] of [[`---\n${yaml}\n---\n正文`, 'x: 1'], ['正文', yaml]] as const) {
      const { documents, faults } = await read('x.txt', content, meta);
      expect(documents).toEqual([]);
      expect(faults).toHaveLength(1);
      rmSync(join(folder, 'x.txt.meta.yaml'));
    }
  });
});
