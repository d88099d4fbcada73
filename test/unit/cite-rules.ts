/**
 * The rule or the published sample that each line of the tables of citations was read against, by style and by what is cited.
 * The first row that fits is named.
 */
import type { CitationStyle } from '../../server/cite/cite.js';
import { makeReference, type Reference } from '../../server/cite/reference.js';
import type { CitedCase } from './cite-documents.js';

type Rule = readonly [applies: (reference: Reference) => boolean, rule: string];

const always = (): boolean => true;
const news = ({ kind }: Reference): boolean => kind === 'news';
const report = ({ kind }: Reference): boolean => kind === 'report';
const standard = ({ kind }: Reference): boolean => kind === 'standard';
const law = ({ kind }: Reference): boolean => kind === 'law';
const article = ({ article: place }: Reference): boolean => place !== null;
const derived = ({ isDerived }: Reference): boolean => isDerived;
const ended = ({ endOfForce }: Reference): boolean => endOfForce !== null;
const linked = ({ link }: Reference): boolean => link !== null;
const undated = ({ publishedOn }: Reference): boolean => publishedOn === null;
const many = ({ authors }: Reference): boolean => authors.length > 3;

const GBT: readonly Rule[] = [
  [derived, 'GB/T 3792: 自拟题名置于方括号内; GB/T 7714 6.1, 8.2 (其他题名信息 after a colon)'],
  [
    ({ kind, link, sourceName }) => kind === 'news' && link !== null && /报$/.test(sourceName ?? ''),
    'GB/T 7714—2015 A.5 [6]: 傅刚, 赵承, 李佳路. 大风沙过后的思考[N/OL]. 北京青年报, 2000-04-12(14)[2005-07-12]. http://….',
  ],
  [
    ({ kind, link }) => kind === 'news' && link !== null,
    'A.8 (电子资源) [4]: 萧钰. 出版业信息化迈入快车道[EB/OL]. (2001-12-19)[2002-04-15]. http://….',
  ],
  [
    ({ kind, authors }) => kind === 'news' && authors.length === 0,
    '8.1.4: 顺序编码制 without an author begins with the title; A.5 [2] 丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).',
  ],
  [news, 'A.5 [2]: 丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).'],
  [
    report,
    'A.4 [4]: 中国互联网络信息中心. 第29次中国互联网络发展现状统计报告[R/OL]. (2012-01-16)[2013-03-26]. http://….',
  ],
  [
    standard,
    'A.7: 全国信息与文献标准化技术委员会. 文献著录: 第4部分 非书资料: GB/T 3792.4—2009[S]. 北京: 中国标准出版社, 2010: 3.',
  ],
  [many, '8.1.2: the first three, then 等'],
  [linked, 'A.8 [4] and Annex B: [EB/OL], (更新日期)[引用日期], 获取和访问路径'],
  [undated, '8.4.3: a date that cannot be known is left out; Annex B: [Z]'],
  [always, 'Annex B: other kinds of documents are [Z]; 4.4 其他题名信息 after a colon'],
];

const RULES: Readonly<Record<CitationStyle, readonly Rule[]>> = {
  plain: [
    [derived, 'API.md: a derived title stands in square brackets and says 题名为推断'],
    [ended, 'API.md: a repealed text says so; GB/T 15834 4.13.3.3 on 《〈〉》'],
    [news, 'API.md: the author of news is its byline or paper; no link is said in words'],
    [
      always,
      'API.md: “…” ——《title》（number），locator，body，date，link; a missing part goes with its mark',
    ],
  ],
  markdown: [
    [derived, 'API.md: square brackets (escaped) and 题名为推断'],
    [linked, 'API.md: a block quote, then the plain reference with its title linked; CommonMark 6.3'],
    [always, 'API.md: a block quote, then the plain reference'],
  ],
  'gbt7714-2015': GBT,
  'gbt7714-2025': GBT.map(([applies, rule]) => [applies, `${rule}; 2025: ，：（） full-width`] as const),
  'legal-zh': [
    [
      ({ isWhitePaper }) => isWhitePaper,
      '手册: 国务院新闻办公室：《新时代的中国网络法治建设》，2023年3月16日发布，https://….htm。',
    ],
    [
      ({ kind, sourceName }) => kind === 'news' && /[报報]$/.test(sourceName ?? ''),
      '手册: 何海波：《判决书上网》，载《法制日报》2000年5月21日，第2版。',
    ],
    [
      news,
      '手册: 梁秋坪、郝萍：《全国打击治理农村赌博工作现场会召开》，载人民网2024年10月12日，http://….html。',
    ],
    [
      standard,
      '手册: 国家质量监督检验检疫总局、中国国家标准化管理委员会《信息与文献参考文献著录规则》，GB/T 7714—2015。',
    ],
    [
      ({ endOfForce, number }) => endOfForce !== null && number !== null,
      '手册: 《…通知》（法发〔1993〕36号，已废止）。',
    ],
    [(reference) => law(reference) && article(reference), '手册: 《民法典》第1224条第1款第2项。'],
    [law, '手册: 《民法典》。 neither date nor 主席令; API.md: the link where there is one'],
    [
      ({ kind, number, authors, title }) =>
        kind === 'regulation' &&
        number !== null &&
        authors.some((body) => !title.includes(body) && !/国务院$|人民政府|立法/.test(body)),
      'issue 15: the body before a ministry’s rule, as 手册 has it before a standard',
    ],
    [({ status }) => status === '征求意见', '手册: 《行政复议法（修订草案）》，2022年10月27日….'],
    [
      ({ number }) => number !== null,
      '手册: 《国务院关于在全国建立农村最低生活保障制度的通知》（国发〔2007〕19号），第四节。',
    ],
    [
      ({ kind, title }) => kind === 'regulation' && title.endsWith('条例'),
      '手册: what is known by its title is cited by it',
    ],
    [always, 'API.md: 《…》，2024年9月15日，https://…。'],
  ],
  apa: [
    [derived, '9.22: a description stands in square brackets, roman'],
    [
      ({ authors, kind, sourceName }) => authors.length === 0 && (kind !== 'news' || sourceName === null),
      '9.12: without an author the title moves there',
    ],
    [news, '10.1 examples 15, 16: newspaper article, article of a news site; 9.11 group author'],
    [undated, '9.17: (n.d.)'],
    [always, '10.4, 11.5 and 9.11: group author. (date). Title (number). link; 9.35: no period after a link'],
  ],
  bluebook: [
    [news, 'Rules 16.6, 20.6 and 20.2.4: author, title in pinyin (characters), paper, date'],
    [report, 'Rules 15.1(c), 20.2.4 and 20.1.4: institutional author, title, (date) (country)'],
    [({ status }) => status === '征求意见', 'API.md: a draft is (draft for comments, …)'],
    [
      article,
      'T2.8: Pinyin (characters) (promulgated by the …, date, effective date), art. N (China); T16: art., para.',
    ],
    [
      always,
      'T2.8: Pinyin (characters) [English] (promulgated by the St. Council, date, effective date) number (China)',
    ],
  ],
  oscola: [
    [
      ({ kind, sourceName }) => kind === 'news' && sourceName !== null,
      '3.4.9: Author, ‘Title’ Newspaper (date); 3.4.8: Author, ‘Title’ (Website, date) <url> accessed date',
    ],
    [news, '3.4.8: ‘Title’ (date)'],
    [many, '3.1.1: the first of more than three and others'],
    [
      article,
      '2.8: legislation as it is cited there, without full stops, with its jurisdiction; art 5(1)(b)',
    ],
    [linked, '3.1.4: <url> accessed 22 August 2026; 1.1.4: titles in their language, [translation]'],
    [always, '2.8 and 3.4.5: author, title (number, date), jurisdiction'],
  ],
  taiwan: [
    [
      ({ jurisdiction, type, number }) =>
        jurisdiction === 'Taiwan' && number !== null && /^(?:函|公告|令)$/.test(type ?? ''),
      '格式範本 (8): 內政部（86）台內地字 8673621 號函。',
    ],
    [
      (reference) =>
        !derived(reference) &&
        (law(reference) ||
          (reference.kind === 'regulation' &&
            (reference.jurisdiction === 'Taiwan' || reference.number === null))),
      '格式範本 (7): 總統府組織法第 4 條第 1 款。 and 2(5): neither day nor source',
    ],
    [news, '格式範本: author or paper（月/日/西元年），〈標題〉，《報》，網址（最後瀏覽日）'],
    [linked, '格式範本: author（date），《題名》，載於：網址（最後瀏覽日：…）'],
    [always, '格式範本 2(1): author, date, title, place; 2(2): 《》 for what stands alone'],
  ],
  ris: [
    [news, 'RIS 2011, NEWS: T2 newspaper name; DA, Y2 as YYYY/MM/DD; CR LF, ER'],
    [report, 'RIS 2011, RPRT: PB publisher (institution), DB database; N1 notes'],
    [standard, 'RIS 2011, STAND: M1, PB'],
    [
      always,
      'RIS 2011, STAT: M1 statute number, DB name of database, LA language, TT translated title; API.md: status in N1',
    ],
  ],
  bibtex: [
    [
      ({ kind, sourceName }) => kind === 'news' && sourceName !== null,
      'plain.bst: @article wants author, title, journal, year',
    ],
    [
      ({ authors, type }) => authors.length > 0 && type !== null,
      'plain.bst: @techreport prints type and number; biblatex: date, urldate, langid; API.md: key and note',
    ],
    [always, 'plain.bst: @misc prints the note, no number; API.md: key'],
  ],
  'csl-json': [
    [news, 'CSL 1.0.2 article-newspaper: container-title; Zotero newspaperArticle'],
    [report, 'CSL 1.0.2 report: publisher, number, genre; Zotero report'],
    [standard, 'CSL 1.0.2 standard: number'],
    [always, 'CSL 1.0.2 legislation: number; Zotero statute: the rest in Extra'],
  ],
};

export function ruleOf(style: CitationStyle, { document, clause, pinpoint }: CitedCase): string {
  const reference = makeReference({ document, clause, pinpoint, lang: 'zh-Hans', accessedOn: '2026-08-22' });
  return RULES[style].find(([applies]) => applies(reference))?.[1] ?? '';
}
