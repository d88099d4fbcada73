/** Sixty documents of every kind that is cited, most of them as they were published: what the tables of citations are made of. */
import type { Clause, PolicyDocument } from '../../core/model.js';
import type { Pinpoint } from '../../server/cite/pinpoint.js';
import {
  ARTICLE_15_2,
  ARTICLE_17_1,
  ARTICLE_1224,
  CIVIL_CODE,
  JOINT,
  makeClause,
  makeDocument,
  NEWS,
  NOTICE,
  NOTICE_CLAUSE,
  REPEALED,
  REPORT,
  TAIWAN_CODE,
  UNDATED,
} from './cite-cases.js';

export interface CitedCase {
  readonly document: PolicyDocument;
  readonly clause: Clause | null;
  readonly pinpoint: Pinpoint | null;
}

/** Fields of a document in short: what a row names, the rest as `makeDocument` has it. */
type Row = Partial<Omit<PolicyDocument, 'documentNumber' | 'source'>> & {
  readonly number?: string;
  readonly site?: string | null;
  readonly url?: string | null;
};

export function documentOf({ number, site = null, url = null, ...fields }: Row): PolicyDocument {
  const [, code = '', year, serial = ''] =
    /^(.{1,20}?)(?:〔(\d{4})〕)?第?(\d{1,8})号$/.exec(number ?? '') ?? [];
  return makeDocument({
    id: fields.title ?? 'document',
    ...fields,
    documentNumber:
      number === undefined
        ? null
        : { text: number, issuerCode: code, year: year === undefined ? null : Number(year), serial },
    source: site === null && url === null ? null : { name: site, url },
  });
}

const derived = { provenance: { title: 'derived' } } as const;
const taiwan = { cities: ['台湾'], script: 'hant' } as const;
const FIRST_SECOND = { paragraph: 1, item: 2 };

const whole = (row: Row): CitedCase => ({ document: documentOf(row), clause: null, pinpoint: null });
const place = (row: Row, locator: string, pinpoint: Pinpoint | null = null): CitedCase => ({
  document: documentOf(row),
  clause: makeClause(locator, `${locator}　条文。\n（一）甲；\n（二）乙。`),
  pinpoint,
});
const made = (document: PolicyDocument, clause: Clause | null = null, pinpoint: Pinpoint | null = null) => ({
  document,
  clause,
  pinpoint,
});

const MINIMUM: Row = {
  title: '国务院关于在全国建立农村最低生活保障制度的通知',
  issuingBodies: ['国务院'],
  number: '国发〔2007〕19号',
  type: '通知',
  publishedOn: '2007-07-11',
};
const ONLINE: Row = {
  title: '网络交易监督管理办法',
  issuingBodies: ['国家市场监督管理总局'],
  number: '国家市场监督管理总局令第37号',
  type: '办法',
  publishedOn: '2021-03-15',
  effectiveOn: '2021-05-01',
};
const DATA_LAW: Row = {
  title: '中华人民共和国数据安全法',
  issuingBodies: ['全国人民代表大会常务委员会'],
  number: '主席令第84号',
  type: '法律',
  publishedOn: '2021-06-10',
  effectiveOn: '2021-09-01',
  site: '中国人大网',
  url: 'http://www.npc.gov.cn/npc/c2/c30834/202106/t20210610_311888.html',
};
const COMPANY_LAW: Row = {
  title: '中华人民共和国公司法',
  issuingBodies: ['全国人民代表大会常务委员会'],
  type: '法律',
  publishedOn: '2023-12-29',
  effectiveOn: '2024-07-01',
  history: [
    { event: '通过', on: '1993-12-29', by: ['全国人民代表大会常务委员会'], number: null },
    { event: '修订', on: '2023-12-29', by: ['全国人民代表大会常务委员会'], number: null },
  ],
};

export const DOCUMENTS: readonly (readonly [name: string, cited: CitedCase])[] = [
  ['a notice with all its parts', made(NOTICE, NOTICE_CLAUSE)],
  ['the same as a whole', made(NOTICE)],
  ['a notice, a section of it', place(MINIMUM, '四、')],
  ['an item of an article', made(CIVIL_CODE, ARTICLE_1224, FIRST_SECOND)],
  ['a law as a whole', made(CIVIL_CODE)],
  ['a law with number, body and link', whole(DATA_LAW)],
  ['an article of it', place(DATA_LAW, '第二十一条')],
  ['a law that was amended', whole(COMPANY_LAW)],
  ['an inserted article', place(COMPANY_LAW, '第十七条之一')],
  [
    'a basic law',
    whole({
      title: '中华人民共和国香港特别行政区基本法',
      type: '法律',
      publishedOn: '1990-04-04',
      effectiveOn: '1997-07-01',
    }),
  ],
  [
    'an amendment',
    whole({
      title: '中华人民共和国刑法修正案（十一）',
      issuingBodies: ['全国人民代表大会常务委员会'],
      type: '修正案',
      publishedOn: '2020-12-26',
    }),
  ],
  ['a repealed regulation', made(REPEALED, ARTICLE_17_1)],
  [
    'an administrative regulation',
    whole({
      title: '优化营商环境条例',
      issuingBodies: ['国务院'],
      number: '国务院令第722号',
      type: '条例',
      publishedOn: '2019-10-22',
      effectiveOn: '2020-01-01',
    }),
  ],
  [
    'an article of a local regulation',
    place(
      {
        title: '上海市数据条例',
        issuingBodies: ['上海市人民代表大会常务委员会'],
        type: '条例',
        publishedOn: '2021-11-25',
        cities: ['上海'],
      },
      '第十二条',
    ),
  ],
  [
    'a local regulation as a whole',
    whole({
      title: '浙江省公共数据条例',
      type: '条例',
      publishedOn: '2022-01-21',
      cities: ['浙江'],
      site: '浙江人大',
      url: 'https://www.zjrd.gov.cn/a.html',
    }),
  ],
  ['a rule of a ministry', whole(ONLINE)],
  ['an article of it', place(ONLINE, '第五条', { paragraph: 1, item: null })],
  [
    'a rule of several ministries',
    place(
      {
        title: '互联网信息服务算法推荐管理规定',
        issuingBodies: ['国家互联网信息办公室', '工业和信息化部', '公安部', '国家市场监督管理总局'],
        number: '国家互联网信息办公室令第9号',
        type: '规定',
        publishedOn: '2021-12-31',
        effectiveOn: '2022-03-01',
      },
      '第七条',
    ),
  ],
  [
    'a rule of a local government',
    whole({
      title: '北京市公共数据管理办法',
      issuingBodies: ['北京市人民政府'],
      number: '京政发〔2021〕4号',
      type: '办法',
      publishedOn: '2021-01-28',
      cities: ['北京'],
    }),
  ],
  [
    'a judicial interpretation',
    place(
      {
        title: '最高人民法院关于适用《中华人民共和国民法典》时间效力的若干规定',
        issuingBodies: ['最高人民法院'],
        number: '法释〔2020〕15号',
        type: '司法解释',
        publishedOn: '2020-12-29',
        effectiveOn: '2021-01-01',
      },
      '第一条',
    ),
  ],
  [
    'a repealed notice',
    whole({
      title: '最高人民法院、最高人民检察院关于依法严惩破坏计划生育犯罪活动的通知',
      issuingBodies: ['最高人民法院', '最高人民检察院'],
      number: '法发〔1993〕36号',
      type: '通知',
      status: '废止',
      publishedOn: '1993-11-12',
    }),
  ],
  [
    'a lapsed notice without a number',
    whole({
      title: '关于做好防疫工作的通知',
      issuingBodies: ['国家卫生健康委员会'],
      type: '通知',
      status: '失效',
      publishedOn: '2020-01-21',
    }),
  ],
  ['a title with titles in it and no date', made(UNDATED, makeClause('一、', '一、总体要求'))],
  [
    'a notice that forwards another',
    whole({
      title: '国务院办公厅转发《关于促进政府采购〈管理办法〉实施的意见》的通知',
      issuingBodies: ['国务院办公厅'],
      number: '国办发〔2024〕5号',
      type: '通知',
      publishedOn: '2024-03-01',
      url: 'https://www.gov.cn/b.htm',
      site: '中国政府网',
    }),
  ],
  ['four bodies', made(JOINT)],
  [
    'two bodies',
    whole({
      title: '关于印发《数字中国建设评价办法》的通知',
      issuingBodies: ['国家互联网信息办公室', '国家数据局'],
      type: '通知',
      publishedOn: '2024-11-04',
      url: 'https://www.cac.gov.cn/c.htm',
    }),
  ],
  [
    'a county',
    whole({
      title: '洪洞县人民政府办公室关于印发森林防火预案的通知',
      issuingBodies: ['洪洞县人民政府办公室'],
      number: '洪政办发〔2023〕8号',
      type: '通知',
      publishedOn: '2023-03-02',
      cities: ['山西'],
    }),
  ],
  [
    'a province',
    whole({
      title: '陕西省人民政府关于率先实现基本公共服务均等化的实施意见',
      issuingBodies: ['陕西省人民政府'],
      number: '陕政发〔2022〕3号',
      type: '意见',
      publishedOn: '2022-02-14',
      cities: ['陕西'],
    }),
  ],
  [
    'a department of a province',
    whole({
      title: '广东省财政厅关于剥离国有企业办社会职能补助资金的通知',
      issuingBodies: ['广东省财政厅'],
      type: '通知',
      publishedOn: '2018-06-08',
      cities: ['广东'],
      url: 'http://czt.gd.gov.cn/a.html',
    }),
  ],
  [
    'a plan, a numbered clause',
    place(
      {
        title: '“十四五”数字经济发展规划',
        issuingBodies: ['国务院'],
        number: '国发〔2021〕29号',
        type: '规划',
        publishedOn: '2021-12-12',
      },
      '三、（一）2.',
    ),
  ],
  [
    'a party decision',
    whole({
      title: '中共中央关于全面推进依法治国若干重大问题的决定',
      issuingBodies: ['中共中央'],
      type: '决定',
      publishedOn: '2014-10-23',
    }),
  ],
  [
    'party and state',
    whole({
      title: '中共中央 国务院关于构建数据基础制度更好发挥数据要素作用的意见',
      issuingBodies: ['中共中央', '国务院'],
      type: '意见',
      publishedOn: '2022-12-02',
      url: 'https://www.gov.cn/d.htm',
      site: '新华社',
    }),
  ],
  [
    'a draft',
    whole({
      title: '生成式人工智能服务管理办法（征求意见稿）',
      issuingBodies: ['国家互联网信息办公室'],
      type: '办法',
      status: '征求意见',
      publishedOn: '2023-04-11',
      url: 'http://www.cac.gov.cn/2023-04/11/c_1682854275475410.htm',
    }),
  ],
  [
    'an announcement',
    whole({
      title: '财政部 税务总局公告',
      issuingBodies: ['财政部', '国家税务总局'],
      number: '财政部 税务总局公告2023年第7号',
      type: '公告',
      publishedOn: '2023-03-26',
    }),
  ],
  [
    'a reply',
    whole({
      title: '国务院关于同意设立雄安综合保税区的批复',
      issuingBodies: ['国务院'],
      number: '国函〔2023〕56号',
      type: '批复',
      publishedOn: '2023-06-26',
    }),
  ],
  ['a report', made(REPORT, makeClause('三、', '三、任务。'))],
  [
    'a report of which the year alone is known',
    whole({ title: '政府工作报告', issuingBodies: ['国务院'], type: '报告', publishedYear: 1987 }),
  ],
  [
    'a white paper',
    whole({
      title: '新时代的中国网络法治建设',
      issuingBodies: ['国务院新闻办公室'],
      type: '白皮书',
      publishedOn: '2023-03-16',
      url: 'https://www.gov.cn/zhengce/2023-03/16/content_5747005.htm',
      site: '中国政府网',
    }),
  ],
  [
    'a white paper of a court',
    place(
      {
        title: '中国法院的司法改革（2013—2022）',
        issuingBodies: ['最高人民法院'],
        type: '白皮书',
        publishedOn: '2023-02-21',
      },
      '二、',
    ),
  ],
  [
    'a statistical report',
    whole({
      title: '第53次中国互联网络发展状况统计报告',
      issuingBodies: ['中国互联网络信息中心'],
      type: '报告',
      publishedOn: '2024-03-22',
      url: 'https://www.cnnic.net.cn/a.pdf',
    }),
  ],
  ['news without a link', made(NEWS, makeClause('', '工信部近日印發通知。'))],
  [
    'news of a paper, with a byline',
    whole({
      title: '判决书上网',
      type: '新闻',
      authors: ['何海波'],
      issuingBodies: ['最高人民法院'],
      publishedOn: '2000-05-21',
      site: '法制日报',
    }),
  ],
  [
    'news of a site, with bylines and a link',
    whole({
      title: '全国打击治理农村赌博工作现场会召开',
      type: '新闻',
      authors: ['梁秋坪', '郝萍'],
      issuingBodies: ['公安部'],
      publishedOn: '2024-10-12',
      site: '人民网',
      url: 'http://society.people.com.cn/n1/2024/1012/c1008-40337761.html',
    }),
  ],
  [
    'news of a site without a byline',
    whole({
      title: '被告人李宁、张磊贪污案一审开庭',
      type: '新闻',
      issuingBodies: ['最高人民法院'],
      site: '新华网',
      url: 'http://www.xinhuanet.com/legal/2019-12/31/c_1125406056.htm',
    }),
  ],
  [
    'news of a paper online',
    whole({
      title: '大风沙过后的思考',
      type: '新闻',
      authors: ['傅刚', '赵承', '李佳路'],
      publishedOn: '2000-04-12',
      site: '北京青年报',
      url: 'http://www.bjyouth.com.cn/Bqb/20000412/B/4216%5ED0412B1401.htm',
    }),
  ],
  [
    'news of an unknown carrier',
    whole({
      title: '某地召开会议',
      type: '新闻',
      issuingBodies: ['某市人民政府'],
      publishedOn: '2022-01-02',
    }),
  ],
  [
    'a standard',
    whole({
      title: '信息与文献 参考文献著录规则',
      issuingBodies: ['国家质量监督检验检疫总局', '中国国家标准化管理委员会'],
      type: '国家标准',
      publishedOn: '2015-05-15',
      documentNumberPublished: 'GB/T 7714—2015',
    }),
  ],
  [
    'a standard online',
    place(
      {
        title: '信息安全技术 个人信息安全规范',
        issuingBodies: ['国家市场监督管理总局', '国家标准化管理委员会'],
        type: '标准',
        publishedOn: '2020-03-06',
        documentNumberPublished: 'GB/T 35273—2020',
        url: 'https://openstd.samr.gov.cn/a',
      },
      '5.1',
    ),
  ],
  [
    'a derived title',
    place(
      {
        ...derived,
        title: '公布2020年国家技术创新示范企业名单',
        issuingBodies: ['工业和信息化部'],
        number: '工信部科〔2020〕174号',
        type: '通知',
        publishedOn: '2020-12-03',
      },
      '一、',
    ),
  ],
  ['a derived title alone', whole({ ...derived, title: '全省创建工作' })],
  ['an article of Taiwan', made(TAIWAN_CODE, ARTICLE_15_2, FIRST_SECOND)],
  [
    'a law of Taiwan without a link',
    place(
      {
        ...taiwan,
        title: '總統府組織法',
        issuingBodies: ['總統府'],
        type: '法律',
        publishedOn: '2010-09-01',
      },
      '第 4 條',
      { paragraph: 1, item: null },
    ),
  ],
  [
    'a regulation of Taiwan',
    place(
      {
        ...taiwan,
        title: '個人資料保護法施行細則',
        issuingBodies: ['國家發展委員會'],
        issuingBodiesPublished: ['國家發展委員會'],
        type: '命令',
        publishedOn: '2016-03-02',
      },
      '第 12 條',
    ),
  ],
  [
    'a letter of Taiwan',
    whole({
      ...taiwan,
      title: '內政部函',
      issuingBodies: ['内政部'],
      issuingBodiesPublished: ['內政部'],
      number: '台内地字第8673621号',
      documentNumberPublished: '（86）台內地字第8673621號',
      type: '函',
      publishedOn: '1997-06-02',
    }),
  ],
  [
    'an announcement of Taiwan with a link',
    whole({
      ...taiwan,
      title: '公告修正「智慧城市補助作業要點」',
      issuingBodies: ['台北市政府'],
      issuingBodiesPublished: ['臺北市政府'],
      number: '府授产业字第1123012345号',
      documentNumberPublished: '府授產業字第1123012345號',
      type: '公告',
      publishedOn: '2023-05-30',
      url: 'https://www.gov.taipei/a',
    }),
  ],
  [
    'a plan of Taiwan',
    place(
      {
        ...taiwan,
        title: '臺灣AI行動計畫2.0',
        titleEn: 'Taiwan AI Action Plan 2.0',
        issuingBodies: ['行政院'],
        type: '计划',
        publishedYear: 2023,
        url: 'https://digi.nstc.gov.tw/a.pdf',
      },
      '三、',
    ),
  ],
  [
    'news of Taiwan',
    whole({
      ...taiwan,
      title: '國民教育法修正案三讀通過',
      type: '新闻',
      authors: ['鄭媁'],
      publishedOn: '2023-05-29',
      site: '聯合報',
      url: 'https://udn.com/news/story/6885/7197760',
    }),
  ],
  [
    'an address of Hong Kong',
    place(
      {
        title: '二零二三年施政報告',
        titleEn: 'The Chief Executive’s 2023 Policy Address',
        issuingBodies: ['香港特别行政区政府'],
        issuingBodiesPublished: ['香港特別行政區政府'],
        type: '报告',
        publishedOn: '2023-10-25',
        cities: ['香港'],
        script: 'hant',
        url: 'https://www.policyaddress.gov.hk/2023/tc/',
      },
      '12.',
    ),
  ],
  [
    'an ordinance of Hong Kong',
    place(
      {
        title: '個人資料（私隱）條例',
        titleEn: 'Personal Data (Privacy) Ordinance',
        issuingBodies: ['香港特别行政区立法会'],
        type: '条例',
        number: '第486号',
        publishedOn: '1995-08-03',
        cities: ['香港'],
        script: 'hant',
      },
      '第2條',
    ),
  ],
  [
    'bodies and number as published',
    whole({
      title: '關於推動算力的通知',
      issuingBodies: ['农业部'],
      issuingBodiesPublished: ['農業部'],
      number: '农发〔2023〕2号',
      documentNumberPublished: '農發〔2023〕2號',
      type: '通知',
      publishedOn: '2023-01-05',
      script: 'hant',
    }),
  ],
  ['nothing but a title', whole({ title: '工作要点' })],
  [
    'a text in English',
    whole({
      title: 'Provisions on the Administration of Deep Synthesis',
      issuingBodies: ['国家互联网信息办公室'],
      type: '规定',
      publishedOn: '2022-11-25',
      url: 'https://www.cac.gov.cn/en.htm',
    }),
  ],
];
