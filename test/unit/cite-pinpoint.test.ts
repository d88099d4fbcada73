/** Places inside a clause: what `pinpoint=1.2` means, which stretch it is, and what it is called. */
import { describe, expect, it } from 'vitest';
import { PolicyError } from '../../core/errors.js';
import { parsePinpoint, resolvePinpoint } from '../../server/cite/pinpoint.js';
import {
  ARTICLE_15_2,
  ARTICLE_17_1,
  ARTICLE_1224,
  CIVIL_CODE,
  citeAs,
  makeClause,
  makeDocument,
  NOTICE,
  TAIWAN_CODE,
} from './cite-cases.js';

const REFUSED = { code: 'invalid_request', options: { errors: [{ parameter: 'pinpoint' }] } };

describe('parsePinpoint', () => {
  // biome-ignore format: a table, aligned
  it.each([
    ['1.2',     { paragraph: 1, item: 2 }],
    ['3',       { paragraph: 3, item: null }],
    [' 12.10 ', { paragraph: 12, item: 10 }],
  ])('%s', (text, pinpoint) => {
    expect(parsePinpoint(text)).toEqual(pinpoint);
  });

  it.each(['', '0', '1.0', '01', '1.2.3', '1.', '.2', '-1', '一', '1,2', '1e3', '9999', '１'])(
    'refuses %j',
    (text) => {
      expect(catchError(() => parsePinpoint(text))).toMatchObject(REFUSED);
    },
  );
});

const LOST_BREAKS = makeClause(
  '第三条',
  '第三条　有下列情形之一的：（一）甲；（二）乙，见（一）；（三）丙。',
);
const NESTED = makeClause(
  '第五條',
  [
    '第五條',
    '應備文件：',
    '一、申請書：',
    '（一）姓名。',
    '（二）住址。',
    '二、證明。',
    '前項文件免費。',
  ].join('\n'),
);
const BROKEN_LINES = makeClause(
  '第 2 條',
  [
    '第 2 條',
    '本府掌理事項如下',
    '：',
    '一、年度預算之籌編、執行及',
    '結算事項。',
    '二、其他事項。',
    '前項事項，公告之。',
  ].join('\n'),
);
const GOES_ON = makeClause(
  '第九条',
  [
    '第九条 限额如下：',
    '（一）甲：',
    '５００吨以下的，一万元。',
    '（二）乙；',
    '（二之一）丙；',
    '（三）丁。',
    '总吨位另定。',
  ].join('\n'),
);
const TWO_LISTS = makeClause(
  '第一条',
  ['第一条 甲：', '（一）子；', '（二）丑。', '乙：', '（一）寅；', '（二）卯。'].join('\n'),
);
const ENGLISH = makeClause(
  'Article 2-1',
  'Article 2-1\nThe Office shall have:\n(1) First Bureau;\n(2) Second Bureau.',
  { language: 'en' },
);
const PLAN = makeClause('三、（一）2.', '2.推动算力统筹。\n建设中心。\n（一）不是项。');

describe('resolvePinpoint', () => {
  it.each([
    // clause        pinpoint  the stretch
    [
      ARTICLE_1224,
      '1',
      '患者在诊疗活动中受到损害，有下列情形之一的，医疗机构不承担赔偿责任：\n（一）患者或者其近亲属不配合医疗机构进行符合诊疗规范的诊疗；\n（二）医务人员在抢救生命垂危的患者等紧急情况下已经尽到合理诊疗义务；\n（三）限于当时的医疗水平难以诊疗。',
    ],
    [ARTICLE_1224, '1.2', '（二）医务人员在抢救生命垂危的患者等紧急情况下已经尽到合理诊疗义务；'],
    [ARTICLE_1224, '1.3', '（三）限于当时的医疗水平难以诊疗。'],
    [ARTICLE_1224, '2', '前款第一项情形中，医疗机构或者其医务人员也有过错的，应当承担相应的赔偿责任。'],
    [ARTICLE_15_2, '1.2', '二、為消費借貸、消費寄託、保證、贈與或信託。'],
    [ARTICLE_15_2, '2', '第七十八條至第八十三條規定，準用之。'],
    [LOST_BREAKS, '1.2', '（二）乙，见（一）；'],
    [LOST_BREAKS, '1.3', '（三）丙。'],
    [NESTED, '1.1', '一、申請書：\n（一）姓名。\n（二）住址。'],
    [NESTED, '1.2', '二、證明。'],
    [NESTED, '2', '前項文件免費。'],
    [BROKEN_LINES, '1.1', '一、年度預算之籌編、執行及\n結算事項。'],
    [BROKEN_LINES, '2', '前項事項，公告之。'],
    [GOES_ON, '1.1', '（一）甲：\n５００吨以下的，一万元。'],
    [GOES_ON, '1.2', '（二）乙；'],
    [GOES_ON, '1.3', '（三）丁。'],
    [GOES_ON, '2', '总吨位另定。'],
    [TWO_LISTS, '1.2', '（二）丑。'],
    [TWO_LISTS, '2.1', '（一）寅；'],
    [ENGLISH, '1', 'The Office shall have:\n(1) First Bureau;\n(2) Second Bureau.'],
    [ENGLISH, '1.2', '(2) Second Bureau.'],
    [ARTICLE_17_1, '1', '进口配额不得转让。'],
    [PLAN, '2', '建设中心。'],
  ] as const)('$locator %s: %s', (clause, pinpoint, text) => {
    const { start, end } = resolvePinpoint(clause, parsePinpoint(pinpoint));
    expect(clause.text.slice(start, end)).toBe(text);
  });

  // biome-ignore format: a table, aligned
  it.each([
    [ARTICLE_1224,       '1.4', '第一千二百二十四条'],
    [ARTICLE_1224,       '2.1', '第一千二百二十四条'],
    [ARTICLE_1224,       '3',   'has 2 paragraphs'],
    [PLAN,               '1.1', 'has no item'],
    [makeClause('', ''), '1',   'This clause'],
    [{ ...ARTICLE_1224, part: 2, parts: 2 }, '1', 'part 2 of'],
  ])('refuses a place that is not there: $locator %s', (clause, pinpoint, message) => {
    const error = catchError(() => resolvePinpoint(clause, parsePinpoint(pinpoint)));
    expect(error).toMatchObject({ ...REFUSED, message: expect.stringContaining(message) });
  });

  it('refuses a pinpoint in a document as a whole', () => {
    expect(catchError(() => citeAs('plain', NOTICE, null, { paragraph: 1, item: null }))).toMatchObject(
      REFUSED,
    );
  });
});

describe('what a place is called', () => {
  const hongkongReprint = makeDocument({ title: '某辦法', script: 'hant', cities: ['全国'] });
  const traditional = makeDocument({ title: '某辦法', script: 'hant', cities: [] });
  const simplified = { ...TAIWAN_CODE, script: 'hans' as const };
  const seventeen = makeClause('第十七條之一', '第十七條之一 甲：\n一、乙。\n二、丙。');
  const unspaced = { ...ARTICLE_15_2, locator: '第15-2條' };
  const arabic = makeClause('第12条', '第12条 甲。\n乙：\n（一）丙。');
  // biome-ignore format: a table, aligned
  it.each([
    // document         clause        pinpoint  in general                            in legal writing
    [CIVIL_CODE,      ARTICLE_1224, '2',   '第一千二百二十四条第二款',                 '第1224条第2款'],
    [CIVIL_CODE,      ARTICLE_17_1, '1',   '第十七条之一第一款',                       '第17条之一第1款'],
    [CIVIL_CODE,      arabic,       '2.1', '第12条第2款第1项',                         '第12条第2款第1项'],
    [TAIWAN_CODE,     ARTICLE_15_2, '1.2', '第 15-2 條第 1 項第 2 款',                 '第 15-2 條第 1 項第 2 款'],
    [TAIWAN_CODE,     seventeen,    '1.2', '第十七條之一第一項第二款',                 '第 17-1 條第 1 項第 2 款'],
    [simplified,      arabic,       '2.1', '第12条第2项第1款',                         '第 12 条第 2 项第 1 款'],
    [traditional,     seventeen,    '1.2', '第十七條之一第一項第二款',                 '第 17-1 條第 1 項第 2 款'],
    [hongkongReprint, seventeen,    '1.2', '第十七條之一第一款第二項',                 '第17條之一第1款第2項'],
    [TAIWAN_CODE,     unspaced,     '1.2', '第15-2條第1項第2款',                       '第 15-2 條第 1 項第 2 款'],
    [TAIWAN_CODE,     ENGLISH,      '1.2', 'Article 2-1, Paragraph 1, Subparagraph 2', '第 2-1 條第 1 項第 2 款'],
    [CIVIL_CODE,      ENGLISH,      '1.2', 'Article 2-1, Paragraph 1, Item 2',         '第2条之一第1款第2项'],
    [NOTICE,          PLAN,         '2',   '三、（一）2.第2段',                        '三、（一）2.第2段'],
  ] as const)('%#', (document, clause, text, printed, legal) => {
    const pinpoint = parsePinpoint(text);
    expect(citeAs('plain', document, clause, pinpoint).text).toContain(`，${printed}，`);
    expect(citeAs('legal-zh', document, clause, pinpoint).text).toContain(legal);
  });
});

function catchError(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    expect(error).toBeInstanceOf(PolicyError);
    return error;
  }
}
