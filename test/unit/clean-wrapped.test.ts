import { describe, expect, it } from 'vitest';
import { clean } from '../../indexer/clean/clean.js';

const cleaned = (raw: string): string => {
  const { text } = clean(raw, { kind: 'jsonl' });
  expect(clean(raw, { kind: 'text' }).text).toBe(text);
  return text;
};

/** Broken at so many characters, as a PDF prints it. */
function wrap(paragraph: string, width: number): string {
  return paragraph.match(new RegExp(`.{1,${width}}`, 'gu'))?.join('\n') ?? '';
}

const FIRST =
  '为深入贯彻落实党中央国务院决策部署，加快构建新发展格局，着力推动高质量发展，全面提升数字政府建设水平，促进数据要素有序流动和高效配置，结合本市实际，制定本方案。';
const SECOND =
  '各区人民政府和市政府各部门要切实加强组织领导，明确责任分工，细化工作举措，确保各项任务落到实处；市数据局要会同有关部门加强跟踪问效，重大情况及时报告市政府。';

describe('lines that were broken by width', () => {
  it.each([20, 26, 28, 33, 40])('are joined, paragraphs are not: %i characters', (width) => {
    const text = `某市数据工作方案\n${FIRST}\n一、总体要求\n（一）${FIRST}\n${SECOND}`;
    const wrapped = text
      .split('\n')
      .map((paragraph) => wrap(paragraph, width))
      .join('\n');
    expect(wrapped).not.toBe(text);
    expect(cleaned(wrapped)).toBe(text);
  });

  it('are joined where one paragraph is all there is, and the way back is kept', () => {
    const raw = wrap(FIRST, 28);
    const { text, toRaw } = clean(raw, { kind: 'text' });
    expect(text).toBe(FIRST);
    const at = text.indexOf('高质量发展');
    const { start, end } = toRaw({ start: at, end: at + 5 });
    expect(raw.slice(start, end).replace('\n', '')).toBe('高质量发展');
  });

  it.each([
    // 64 columns, where Latin letters take one and a full stop may begin a line
    [
      '第 1 條\n為辦理擴大公共建設計畫，以提振經濟景氣，促進就業發展，特制定本條\n例。\n第 2 條\n本條例之中央主管機關為行政院；執行機關為直轄市、縣 (市) 政府及公所\n。\n第 3 條\n依第一項規劃提報之擴大公共建設計畫，應擬具各項說明資料，作為審議\n之參考。\n第 4 條\n各機關辦理前項計畫，應依政府採購法及其他相關法令之規定，並依本條例\n第五條所定程序辦理。\n第 5 條\n中央政府依本條例支應擴大公共建設計畫所需經費，其預算編製不受預算法\n第二十三條之限制。',
      '第 1 條\n為辦理擴大公共建設計畫，以提振經濟景氣，促進就業發展，特制定本條例。\n第 2 條\n本條例之中央主管機關為行政院；執行機關為直轄市、縣 (市) 政府及公所。\n第 3 條\n依第一項規劃提報之擴大公共建設計畫，應擬具各項說明資料，作為審議之參考。\n第 4 條\n各機關辦理前項計畫，應依政府採購法及其他相關法令之規定，並依本條例第五條所定程序辦理。\n第 5 條\n中央政府依本條例支應擴大公共建設計畫所需經費，其預算編製不受預算法第二十三條之限制。',
    ],
  ])('%j', (raw, text) => {
    expect(cleaned(raw)).toBe(text);
  });

  it.each([
    // paragraphs without a full stop, headings, lists of names, tables, titles over lines
    '某市人民政府办公厅关于加快推进全市数字经济创新发展的若干意见\n各区人民政府，市政府各委、办、局，各市属机构，各有关单位：\n为加快发展，现提出如下意见。',
    '（一）加快推进全市数字经济核心产业集聚发展和创新能力建设\n强化企业创新主体地位。\n（二）加快推进全市数据基础设施布局优化和公共数据开放\n推动数据汇聚。',
    '石家庄高新技术产业开发区人民法院\n秦皇岛经济技术开发区人民法院\n唐山市高新技术产业开发区人民法院\n廊坊经济技术开发区人民法院\n以上法院自公布之日起受理案件。',
    '1000元以下的部分，按40元至100元交纳\n50001元至100000元的部分，按3%交纳\n100001元至200000元的部分，按2%交纳\n200001元至500000元的部分，按1%交纳',
    '建立健全工作机制，加强统筹协调和督促检查\n抓好任务落实。\n加强经费保障，统筹用好各级各类财政资金，积极引导社会资本参与建设\n建立长效机制。',
    // headings of one measure over paragraphs that no page breaks
    [
      '（一）布局前沿方向，技术创新实现引领',
      '（二）推动国产替代，技术攻坚取得突破',
      '（三）构建产业方阵，产业能级完成跃升',
      '（四）塑造示范标杆，场景赋能驱动应用',
      '（五）营造创新环境，生态构建形成成效',
    ]
      .map((heading) => `${heading}\n${FIRST}`)
      .join('\n'),
  ])('%j stays as it is', (text) => {
    expect(cleaned(text)).toBe(text);
  });
});
