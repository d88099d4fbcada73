import { describe, expect, it } from 'vitest';
import type { DocumentSummary } from '../../server/api.js';
import { examplesOf } from '../../web/search/examples.js';

const document = (title: string, parts: Partial<DocumentSummary> = {}): DocumentSummary =>
  ({
    title,
    titleOrigin: 'printed',
    type: null,
    themes: [],
    cities: [],
    documentNumber: null,
    ...parts,
  }) as unknown as DocumentSummary;

const PLAN = document('北京市数据要素实施方案', { type: '方案', themes: ['数据要素'], cities: ['北京'] });
const LAW = document('关于印发《算力发展指引》的通知', {
  type: '通知',
  themes: ['算力', '数字经济'],
  documentNumber: '京政发〔2023〕14号',
});

describe('examples of what can be asked', () => {
  it.each([
    // documents                                  what is offered: each found by a title that is there
    [
      [PLAN, LAW],
      ['数据要素 -算力', '京政发〔2023〕14号', '“北京市数据要素实施方案”'],
    ],
    [[PLAN], ['“北京市数据要素实施方案”', '数据要素 方案']],
    [[LAW], ['京政发〔2023〕14号', '“算力发展指引”', '算力 通知']],
    // a title that is ours is nowhere to be found; one with quotes of its own cannot be quoted
    [[document('数据要素', { titleOrigin: 'derived' })], []],
    [[document('“双碳”目标')], []],
    [[document('一个没有任何已知词语而且长得没有办法逐字引用的标题')], []],
    [[], []],
  ])('%#', (documents, offered) => {
    expect(examplesOf(documents).map(({ q }) => q)).toEqual(offered);
  });
});
