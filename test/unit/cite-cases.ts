/** Documents and clauses that the citation tests share: complete ones, and what they are changed into. */
import type { Clause, PolicyDocument } from '../../core/model.js';
import { CITATION_STYLES, type Citation, type CitationStyle, cite } from '../../server/cite/cite.js';
import type { Pinpoint } from '../../server/cite/pinpoint.js';
import type { CitationLanguage } from '../../server/cite/wording.js';

const ACCESSED = '2026-08-22';

export function makeDocument(fields: Partial<PolicyDocument>): PolicyDocument {
  return {
    id: 'document',
    title: '通知',
    titleEn: null,
    issuingBodies: [],
    issuingBodiesPublished: fields.issuingBodies ?? [],
    documentNumber: null,
    documentNumberPublished: fields.documentNumber?.text ?? null,
    authors: [],
    type: null,
    status: null,
    publishedOn: null,
    publishedYear: fields.publishedOn == null ? null : Number(fields.publishedOn.slice(0, 4)),
    signedOn: null,
    effectiveOn: null,
    history: [],
    cities: ['全国'],
    themes: [],
    source: null,
    linkOrigin: null,
    attachments: [],
    attachmentOf: null,
    format: 'txt',
    script: 'hans',
    provenance: { title: 'extracted' },
    warnings: [],
    cuts: [],
    extra: {},
    file: { path: 'a.txt', sha256: '00', bytes: 1, indexedAt: '2026-08-22T00:00:00Z', encoding: null },
    ...fields,
  };
}

export function makeClause(locator: string, text: string, fields: Partial<Clause> = {}): Clause {
  return {
    id: 'clause',
    kind: 'body',
    language: 'zh',
    locator,
    path: [],
    headings: [],
    text,
    themes: [],
    raw: { start: 0, end: text.length },
    ...fields,
  };
}

export const NOTICE = makeDocument({
  id: 'notice',
  title: '国务院关于深入实施“人工智能+”行动的意见',
  issuingBodies: ['国务院'],
  documentNumber: { text: '国发〔2025〕11号', issuerCode: '国发', year: 2025, serial: '11' },
  type: '意见',
  publishedOn: '2025-08-21',
  source: { name: '中国政府网', url: 'https://www.gov.cn/zhengce/content/202508/content_7037861.htm' },
});
export const NOTICE_CLAUSE = makeClause('二、（三）', '（三）“人工智能+”消费提质。培育智能产品生态。');

export const CIVIL_CODE = makeDocument({
  id: 'civil-code',
  title: '中华人民共和国民法典',
  type: '法律',
  publishedOn: '2020-05-28',
});
export const ARTICLE_1224 = makeClause(
  '第一千二百二十四条',
  [
    '第一千二百二十四条　患者在诊疗活动中受到损害，有下列情形之一的，医疗机构不承担赔偿责任：',
    '（一）患者或者其近亲属不配合医疗机构进行符合诊疗规范的诊疗；',
    '（二）医务人员在抢救生命垂危的患者等紧急情况下已经尽到合理诊疗义务；',
    '（三）限于当时的医疗水平难以诊疗。',
    '前款第一项情形中，医疗机构或者其医务人员也有过错的，应当承担相应的赔偿责任。',
  ].join('\n'),
);

export const TAIWAN_CODE = makeDocument({
  id: 'tw-civil-code',
  title: '民法',
  titleEn: 'Civil Code',
  issuingBodies: ['法务部'],
  type: '法律',
  publishedOn: '2021-01-20',
  cities: ['台湾'],
  source: { name: '全國法規資料庫', url: 'https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=B0000001' },
  script: 'hant',
});
export const ARTICLE_15_2 = makeClause(
  '第 15-2 條',
  [
    '第 15-2 條',
    '受輔助宣告之人為下列行為時，應經輔助人同意：',
    '一、為獨資、合夥營業或為法人之負責人。',
    '二、為消費借貸、消費寄託、保證、贈與或信託。',
    '第七十八條至第八十三條規定，準用之。',
  ].join('\n'),
);

export const NEWS = makeDocument({
  id: 'news',
  title: '國家人工智能先導區增至8個為何選中這5個城市',
  issuingBodies: ['工业和信息化部'],
  type: '新闻',
  publishedOn: '2021-02-23',
  cities: ['北京'],
  source: { name: '第一财经', url: null },
  script: 'hant',
});

export const REPEALED = makeDocument({
  id: 'repealed',
  title: '中华人民共和国货物进出口管理条例',
  issuingBodies: ['国务院'],
  documentNumber: { text: '国务院令第332号', issuerCode: '国务院令', year: null, serial: '332' },
  type: '条例',
  status: '废止',
  publishedOn: '2001-12-10',
});
export const ARTICLE_17_1 = makeClause('第十七条之一', '第十七条之一　进口配额不得转让。');

export const UNDATED = makeDocument({
  id: 'undated',
  title: '关于印发《数据要素〈三年行动〉计划》的通知',
  type: '通知',
});

export const JOINT = makeDocument({
  id: 'joint',
  title: '关于加强数据安全的通知',
  issuingBodies: ['国家发展和改革委员会', '工业和信息化部', '财政部', '海关总署'],
  type: '通知',
  publishedOn: '2024-09-15',
  source: { name: null, url: 'https://example.gov.cn/a_b?x=1&y=(2)' },
});

export const REPORT = makeDocument({
  id: 'report',
  title: '2024年政府工作报告',
  issuingBodies: ['国务院'],
  type: '政府工作报告',
  publishedOn: '2024-03-05',
  source: { name: '中国政府网', url: 'https://www.gov.cn/a.htm' },
});

/** Every character that one of the formats reads as its own. */
export const HOSTILE = makeDocument({
  id: 'hostile',
  title: '}{a\\b% <img src=x onerror=alert(1)> ](javascript:alert(1)) "q"\nER  - *_`#$&~^',
  issuingBodies: ['A, B} and {C'],
  type: '通知',
  publishedOn: '2024-01-02',
  source: { name: 'x\r\nUR  - y', url: 'javascript:alert(1)' },
});
export const HOSTILE_CLAUSE = makeClause('1.', '1. <img> [x](javascript:y)\n# a\n- b\n> c &amp; *d*');

/** One citation, in Simplified unless said otherwise. */
export function citeAs(
  style: CitationStyle,
  document: PolicyDocument,
  clause: Clause | null = null,
  pinpoint: Pinpoint | null = null,
  lang: CitationLanguage = 'zh-Hans',
): Citation {
  return cite({ document, clause, pinpoint, style, lang, accessedOn: ACCESSED });
}

export function inEveryStyle(
  document: PolicyDocument,
  clause: Clause | null = null,
  pinpoint: Pinpoint | null = null,
): Record<CitationStyle, string> {
  const texts = CITATION_STYLES.map((style) => [style, citeAs(style, document, clause, pinpoint).text]);
  return Object.fromEntries(texts) as Record<CitationStyle, string>;
}
