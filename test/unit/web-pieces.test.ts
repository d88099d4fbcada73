import { describe, expect, it } from 'vitest';
import type { ClauseAnswer, DocumentSummary, Hit } from '../../server/api.js';
import { headingLevels } from '../../web/document/heading-levels.js';
import { groupHits, withEqualHeads } from '../../web/shared/group-hits.js';
import { labelLength, pieces } from '../../web/shared/pieces.js';

/** [match] <damaged> and _label_ as marks in the text, for reading. */
function drawn(paragraphs: ReturnType<typeof pieces>): string[] {
  return paragraphs.map((line) =>
    line
      .map(({ text, match, damaged, label }) => {
        const shown = damaged ? `<${text}>` : label ? `_${text}_` : text;
        return match ? `[${shown}]` : shown;
      })
      .join(''),
  );
}

describe('a clause in pieces', () => {
  const plain = (text: string) => [{ text, match: false }];
  const marked = [
    { text: '2.推动', match: false },
    { text: '算力', match: true },
    { text: '。\n二', match: false },
  ];
  it.each([
    // fragments            damage                              label   drawn
    [plain('一'), [], 0, ['一']],
    [plain(''), [], 0, ['']],
    [marked, [], 2, ['_2._推动[算力]。', '二']],
    [marked, [{ start: 3, end: 5, note: '' }], 0, ['2.推<动>[<算>][力]。', '二']],
    [plain('a\n\nb\n'), [], 0, ['a', '', 'b', '']],
    [plain('甲\n乙'), [{ start: 0, end: 3, note: '' }], 0, ['<甲>', '<乙>']],
    [
      [
        { text: '第一', match: true },
        { text: '条 甲', match: false },
      ],
      [],
      3,
      ['[_第一_]_条_ 甲'],
    ],
  ])('%# %j', (fragments, damage, label, expected) => {
    expect(drawn(pieces(fragments, damage, label))).toEqual(expected);
  });

  it.each([
    // locator        text                 length of its label
    ['三、（一）2.', '2.推动自主可控', 2],
    ['三、', '三、主要任务', 2],
    ['第十七条之一', '第十七条之一　甲', 6],
    ['第1條', '第 1 條\n懲戒法院', 5],
    ['三、（一）2.', '推动自主可控', 0],
    ['第 2 條', '第 22 條', 0],
    ['', '甲', 0],
  ])('%s at the head of %s', (locator, text, length) => {
    expect(labelLength({ locator, text })).toBe(length);
  });
});

describe('headings', () => {
  it('have levels without gaps', () => {
    const heading = (id: string, depth: number) =>
      ({ id, kind: 'heading', path: Array.from({ length: depth }, String) }) as unknown as ClauseAnswer;
    const levels = headingLevels([heading('a', 1), heading('b', 3), heading('c', 2), heading('d', 1)]);
    expect([...levels]).toEqual([
      ['a', 2],
      ['b', 3],
      ['c', 3],
      ['d', 2],
    ]);
  });
});

describe('hits', () => {
  it('stand together under their document, in the order of the first', () => {
    const hit = (document: string, clause: string) =>
      ({ clause: { id: clause }, document: { id: document } }) as Hit;
    const found = groupHits([hit('x', '1'), hit('y', '2'), hit('x', '3')]);
    expect(found.map(({ document, clauses }) => [document.id, ...clauses.map(({ id }) => id)])).toEqual([
      ['x', '1', '3'],
      ['y', '2'],
    ]);
  });
});

describe('heads that say the same', () => {
  const head = (id: string, fields: Partial<DocumentSummary> = {}): DocumentSummary =>
    ({
      ...{ id, title: '政府工作报告', issuingBodies: ['国务院'], type: '报告', status: null },
      ...{ documentNumber: null, publishedOn: null, publishedYear: null },
      ...fields,
    }) as DocumentSummary;

  it.each([
    ['the same', [head('a'), head('b')], ['a', 'b']],
    [
      'told apart by their year',
      [head('a', { publishedYear: 1954 }), head('b', { publishedYear: 1955 })],
      [],
    ],
    ['two of three', [head('a'), head('b', { documentNumber: '国发〔2020〕1号' }), head('c')], ['a', 'c']],
    ['a title with marks in it', [head('a', { title: '"],["' }), head('b', { title: '"],[' })], []],
  ])('%s', (_, documents, ids) => {
    expect([...withEqualHeads(documents)]).toEqual(ids);
  });
});
