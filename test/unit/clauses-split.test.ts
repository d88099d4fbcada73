import { describe, expect, it } from 'vitest';
import { splitClauses } from '../../indexer/clauses/split-clauses.js';

const split = (text: string, language: 'zh' | 'en' = 'zh') =>
  splitClauses({ text, titleSpan: null, language });
const short = (text: string, language: 'zh' | 'en' = 'zh') =>
  split(text, language).map(
    ({ kind, locator, text: own }) => `${kind} ${locator}|${own.replaceAll('\n', '⏎')}`,
  );

describe('splitClauses', () => {
  it.each([
    // plans: levels, also skipped, and numbers that go on under the next heading
    [
      '一、目标\n到2025年，建成。\n二、任务\n（一）算力\n1.建设。\n（二）数据\n2.开放。',
      [
        'heading 一、|一、目标',
        'body 一、|到2025年，建成。',
        'heading 二、|二、任务',
        'heading 二、（一）|（一）算力',
        'body 二、（一）1.|1.建设。',
        'heading 二、（二）|（二）数据',
        'body 二、（二）2.|2.开放。',
      ],
    ],
    [
      '一、加强领导。各区负责。\n市级统筹。\n二、保障。安排资金。',
      ['body 一、|一、加强领导。各区负责。⏎市级统筹。', 'body 二、|二、保障。安排资金。'],
    ],
    // lost line breaks: numbers prove themselves, glued headings stay with their text
    [
      '现通知如下：一、指导思想以改革为动力。二、考核范围和内容（一）范围。各县。（二）内容。生产。三、要求认真落实。',
      [
        'body |现通知如下：',
        'body 一、|一、指导思想以改革为动力。',
        'heading 二、|二、考核范围和内容',
        'body 二、（一）|（一）范围。各县。',
        'body 二、（二）|（二）内容。生产。',
        'body 三、|三、要求认真落实。',
      ],
    ],
    [
      '第一章总则第一条为了规范，制定本法。第二条依照第一条规定办理。第二章附则第三条自发布之日起施行。',
      [
        'heading 第一章|第一章总则',
        'body 第一条|第一条为了规范，制定本法。',
        'body 第二条|第二条依照第一条规定办理。',
        'heading 第二章|第二章附则',
        'body 第三条|第三条自发布之日起施行。',
      ],
    ],
    // what is no number of a clause
    [
      '建设城市大脑2.0，推进示范区3.0。5G网络。1.5亿元。',
      ['body |建设城市大脑2.0，推进示范区3.0。5G网络。1.5亿元。'],
    ],
    [
      '按照《意见（一）》和第（三）项规定，一、二、三产业融合。',
      ['body |按照《意见（一）》和第（三）项规定，一、二、三产业融合。'],
    ],
    [
      '报告分三个部分：一、回顾；二、任务；三、要求。',
      ['body |报告分三个部分：一、回顾；二、任务；三、要求。'],
    ],
    // law: an article keeps its paragraphs and items; a reference at its head begins none
    [
      '## 第一章 总则\n第一条 为了甲。\n第二条 下列：\n（一）乙；\n（二）丙。\n第一款所称丁。\n第二条之一 戊。',
      [
        'heading 第一章|第一章 总则',
        'body 第一条|第一条 为了甲。',
        'body 第二条|第二条 下列：⏎（一）乙；⏎（二）丙。⏎第一款所称丁。',
        'body 第二条之一|第二条之一 戊。',
      ],
    ],
    [
      '为了丁，作如下解释：\n第一条 甲。\n依照第三条办理。\n第三条的规定，乙。\n附：\n文书样式。',
      [
        'body |为了丁，作如下解释：',
        'body 第一条|第一条 甲。⏎依照第三条办理。⏎第三条的规定，乙。',
        'heading 附|附：',
        'body |文书样式。',
      ],
    ],
    [
      '一、总则\n第一条为推动工作。\n二、管理\n第二条科技厅负责。',
      [
        'heading 一、|一、总则',
        'body 第一条|第一条为推动工作。',
        'heading 二、|二、管理',
        'body 第二条|第二条科技厅负责。',
      ],
    ],
    // Taiwan: the article is alone on its line; 款 一、 are its items
    [
      '## 第 一 章 總則\n第 1 條\n本法依甲訂定之。\n第 17-1 條\n下列：\n一、乙。\n二、丙。',
      [
        'heading 第一章|第 一 章 總則',
        'body 第1條|第 1 條⏎本法依甲訂定之。',
        'body 第17-1條|第 17-1 條⏎下列：⏎一、乙。⏎二、丙。',
      ],
    ],
    ['1\n一、甲。\n2\n二、乙：\n30\n（一）丙。', ['body 1|1⏎一、甲。', 'body 2|2⏎二、乙：⏎30⏎（一）丙。']],
    // bullets, spoken numbers, headings without numbers, the end of a text
    [
      '基本原则\n——坚持创新。以人为本。\n——坚持开放。',
      ['body |基本原则', 'body |——坚持创新。以人为本。', 'body |——坚持开放。'],
    ],
    [
      '重点工作\n（一）甲。\n（二）乙。\n保障措施\n（一）丙。',
      [
        'heading |重点工作',
        'body 重点工作 （一）|（一）甲。',
        'body 重点工作 （二）|（二）乙。',
        'heading |保障措施',
        'body 保障措施 （一）|（一）丙。',
      ],
    ],
    [
      '一是抓甲，形成合力。\n二是抓乙。三是这里不切。',
      ['body 一是|一是抓甲，形成合力。', 'body 二是|二是抓乙。三是这里不切。'],
    ],
    [
      '一、甲。\n二、乙。\n特此通知。\n北京市人民政府\n2023年5月18日\n（此件公开发布）',
      [
        'body 一、|一、甲。',
        'body 二、|二、乙。',
        'body |特此通知。',
        'body |北京市人民政府',
        'body |2023年5月18日',
        'body |（此件公开发布）',
      ],
    ],
    // Kangxi radicals, as PDFs print them: read as the ordinary characters, kept as they are
    [
      '⼀、总体要求\n坚持。\n⼆、任务\n（⼀）明确⼈员。\n（⼆）甲。\n⼗⼀、乙。',
      [
        'heading 一、|⼀、总体要求',
        'body 一、|坚持。',
        'heading 二、|⼆、任务',
        'body 二、（一）|（⼀）明确⼈员。',
        'body 二、（二）|（⼆）甲。',
        'body 十一、|⼗⼀、乙。',
      ],
    ],
    ['第⼀章 总则\n第⼗⼀条 甲。', ['heading 第一章|第⼀章 总则', 'body 第十一条|第⼗⼀条 甲。']],
    // what has no word in it goes with its neighbour
    [
      '指标\n12.5\n13.0\n一、目标\n98%\n二、任务。落实。\n……',
      ['body |指标⏎12.5⏎13.0', 'body 一、|一、目标⏎98%', 'body 二、|二、任务。落实。⏎……'],
    ],
    ['2023-05-30\n各单位：\n※※※\n请落实。', ['body |2023-05-30⏎各单位：⏎※※※', 'body |请落实。']],
    ['', []],
    ['# ', ['body |#']],
  ])('%s', (text, clauses) => {
    expect(short(text)).toEqual(clauses);
  });

  it('reads English articles', () => {
    expect(
      short(
        '## Chapter I General\nArticle 1\nThis Act.\nArticle 17-1\nSee Article 3.\nArticle 3 applies.',
        'en',
      ),
    ).toEqual([
      'heading Chapter I|Chapter I General',
      'body Article 1|Article 1⏎This Act.',
      'body Article 17-1|Article 17-1⏎See Article 3.⏎Article 3 applies.',
    ]);
  });

  it('reads English articles that begin in the line of their text', () => {
    expect(
      short(
        'Some Act\nArticle 7 Anyone may:\n(1) apply;\nArticle 5 applies.\nArticle 7-1: No fee.\nArticle 8 Article 9 Applies.\nArticle 20 Of another act.',
        'en',
      ),
    ).toEqual([
      'body |Some Act',
      'body Article 7|Article 7 Anyone may:⏎(1) apply;⏎Article 5 applies.',
      'body Article 7-1|Article 7-1: No fee.',
      'body Article 8|Article 8 Article 9 Applies.⏎Article 20 Of another act.',
    ]);
  });

  it('gives every clause its path and the ordinals of the headings above', () => {
    const clauses = split('三、任务\n（一）技术\n1.突破。攻关。\n丙。');
    expect(clauses.map(({ path, headings }) => [path, headings])).toEqual([
      [['三、任务'], []],
      [['三、任务', '（一）技术'], [0]],
      [
        ['三、任务', '（一）技术', '1.突破'],
        [0, 1],
      ],
    ]);
  });

  it('makes the title a clause wherever it stands', () => {
    const clauses = splitClauses({
      text: '主要内容如下：某某方案\n一、甲。',
      titleSpan: { start: 7, end: 11 },
      language: 'zh',
    });
    expect(clauses.map(({ kind, text }) => [kind, text])).toEqual([
      ['body', '主要内容如下：'],
      ['title', '某某方案'],
      ['body', '一、甲。'],
    ]);
  });

  it('cuts an article past 10,000 characters into parts that say so', () => {
    const article = `第一条 ${'甲乙丙丁。\n'.repeat(4_900)}`;
    const parts = split(article);
    expect(parts.map(({ part, parts: of, locator }) => [part, of, locator])).toEqual([
      [1, 3, '第一条'],
      [2, 3, '第一条'],
      [3, 3, '第一条'],
    ]);
  });
});
