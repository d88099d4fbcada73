/**
 * Every style, for every sort of text that is cited. Read down a case to see what a style does with a part
 * that is missing; the first case is the one that API.md prints.
 */
import { describe, expect, it } from 'vitest';
import { CITATION_STYLES, type CitationStyle } from '../../server/cite/cite.js';
import {
  ARTICLE_15_2,
  ARTICLE_17_1,
  ARTICLE_1224,
  CIVIL_CODE,
  citeAs,
  HOSTILE,
  HOSTILE_CLAUSE,
  inEveryStyle,
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

const FIRST_SECOND = { paragraph: 1, item: 2 };

/** Lines where the format has lines, the one item of CSL-JSON as an object. */
interface Case {
  readonly name: string;
  readonly cited: Record<CitationStyle, string>;
  readonly texts: Readonly<Record<CitationStyle, string | readonly string[] | object>>;
}

const CASES: readonly Case[] = [
  {
    name: 'a notice with all its parts',
    cited: inEveryStyle(NOTICE, NOTICE_CLAUSE),
    texts: {
      plain:
        '“（三）“人工智能+”消费提质。培育智能产品生态。” ——《国务院关于深入实施“人工智能+”行动的意见》（国发〔2025〕11号），二、（三），国务院，2025年8月21日，https://www.gov.cn/zhengce/content/202508/content_7037861.htm',
      markdown: [
        '> （三）“人工智能+”消费提质。培育智能产品生态。',
        '',
        '——[《国务院关于深入实施“人工智能+”行动的意见》](https://www.gov.cn/zhengce/content/202508/content_7037861.htm)（国发〔2025〕11号），二、（三），国务院，2025年8月21日',
      ],
      'gbt7714-2015':
        '国务院. 国务院关于深入实施“人工智能+”行动的意见: 国发〔2025〕11号[EB/OL]. (2025-08-21)[2026-08-22]. https://www.gov.cn/zhengce/content/202508/content_7037861.htm.',
      'gbt7714-2025':
        '国务院. 国务院关于深入实施“人工智能+”行动的意见：国发〔2025〕11号[EB/OL]. （2025-08-21）[2026-08-22]. https://www.gov.cn/zhengce/content/202508/content_7037861.htm.',
      'legal-zh': '《国务院关于深入实施“人工智能+”行动的意见》（国发〔2025〕11号），二、（三）。',
      apa: '国务院. (2025, August 21). *国务院关于深入实施“人工智能+”行动的意见* (国发〔2025〕11号), 二、（三）. https://www.gov.cn/zhengce/content/202508/content_7037861.htm.',
      bluebook:
        'Guowuyuan Guanyu Shenru Shishi “Rengong Zhineng +” Xingdong de Yijian (国务院关于深入实施“人工智能+”行动的意见) (promulgated by 国务院, Aug. 21, 2025) 国发〔2025〕11号, 二、（三）, https://www.gov.cn/zhengce/content/202508/content_7037861.htm.',
      ris: [
        'TY  - STAT',
        'AU  - 国务院',
        'TI  - 国务院关于深入实施“人工智能+”行动的意见',
        'DB  - 中国政府网',
        'PY  - 2025',
        'DA  - 2025/08/21',
        'M1  - 国发〔2025〕11号',
        'UR  - https://www.gov.cn/zhengce/content/202508/content_7037861.htm',
        'Y2  - 2026/08/22',
        'N1  - 二、（三）',
        'ER  - ',
      ],
      bibtex:
        '@misc{guowuyuan2025a, author = {{国务院}}, title = {{国务院关于深入实施“人工智能+”行动的意见}}, number = {国发〔2025〕11号}, date = {2025-08-21}, year = {2025}, url = {https://www.gov.cn/zhengce/content/202508/content_7037861.htm}, urldate = {2026-08-22}, note = {二、（三）}, langid = {chinese}}',
      'csl-json': {
        id: 'clause',
        type: 'regulation',
        title: '国务院关于深入实施“人工智能+”行动的意见',
        author: [{ literal: '国务院' }],
        issued: { 'date-parts': [[2025, 8, 21]] },
        number: '国发〔2025〕11号',
        genre: '意见',
        'container-title': '中国政府网',
        URL: 'https://www.gov.cn/zhengce/content/202508/content_7037861.htm',
        accessed: { 'date-parts': [[2026, 8, 22]] },
        note: '二、（三）',
        language: 'zh-Hans',
      },
    },
  },
  {
    name: 'a document as a whole',
    cited: inEveryStyle(NOTICE),
    texts: {
      plain:
        '《国务院关于深入实施“人工智能+”行动的意见》（国发〔2025〕11号），国务院，2025年8月21日，https://www.gov.cn/zhengce/content/202508/content_7037861.htm',
      markdown: [
        '[《国务院关于深入实施“人工智能+”行动的意见》](https://www.gov.cn/zhengce/content/202508/content_7037861.htm)（国发〔2025〕11号），国务院，2025年8月21日',
      ],
      'gbt7714-2015':
        '国务院. 国务院关于深入实施“人工智能+”行动的意见: 国发〔2025〕11号[EB/OL]. (2025-08-21)[2026-08-22]. https://www.gov.cn/zhengce/content/202508/content_7037861.htm.',
      'gbt7714-2025':
        '国务院. 国务院关于深入实施“人工智能+”行动的意见：国发〔2025〕11号[EB/OL]. （2025-08-21）[2026-08-22]. https://www.gov.cn/zhengce/content/202508/content_7037861.htm.',
      'legal-zh': '《国务院关于深入实施“人工智能+”行动的意见》（国发〔2025〕11号）。',
      apa: '国务院. (2025, August 21). *国务院关于深入实施“人工智能+”行动的意见* (国发〔2025〕11号). https://www.gov.cn/zhengce/content/202508/content_7037861.htm.',
      bluebook:
        'Guowuyuan Guanyu Shenru Shishi “Rengong Zhineng +” Xingdong de Yijian (国务院关于深入实施“人工智能+”行动的意见) (promulgated by 国务院, Aug. 21, 2025) 国发〔2025〕11号, https://www.gov.cn/zhengce/content/202508/content_7037861.htm.',
      ris: [
        'TY  - STAT',
        'AU  - 国务院',
        'TI  - 国务院关于深入实施“人工智能+”行动的意见',
        'DB  - 中国政府网',
        'PY  - 2025',
        'DA  - 2025/08/21',
        'M1  - 国发〔2025〕11号',
        'UR  - https://www.gov.cn/zhengce/content/202508/content_7037861.htm',
        'Y2  - 2026/08/22',
        'ER  - ',
      ],
      bibtex:
        '@misc{guowuyuan2025a, author = {{国务院}}, title = {{国务院关于深入实施“人工智能+”行动的意见}}, number = {国发〔2025〕11号}, date = {2025-08-21}, year = {2025}, url = {https://www.gov.cn/zhengce/content/202508/content_7037861.htm}, urldate = {2026-08-22}, langid = {chinese}}',
      'csl-json': {
        id: 'notice',
        type: 'regulation',
        title: '国务院关于深入实施“人工智能+”行动的意见',
        author: [{ literal: '国务院' }],
        issued: { 'date-parts': [[2025, 8, 21]] },
        number: '国发〔2025〕11号',
        genre: '意见',
        'container-title': '中国政府网',
        URL: 'https://www.gov.cn/zhengce/content/202508/content_7037861.htm',
        accessed: { 'date-parts': [[2026, 8, 22]] },
        language: 'zh-Hans',
      },
    },
  },
  {
    name: 'an item of an article',
    cited: inEveryStyle(CIVIL_CODE, ARTICLE_1224, FIRST_SECOND),
    texts: {
      plain:
        '“（二）医务人员在抢救生命垂危的患者等紧急情况下已经尽到合理诊疗义务；” ——《中华人民共和国民法典》，第一千二百二十四条第一款第二项，2020年5月28日，无链接',
      markdown: [
        '> （二）医务人员在抢救生命垂危的患者等紧急情况下已经尽到合理诊疗义务；',
        '',
        '——《中华人民共和国民法典》，第一千二百二十四条第一款第二项，2020年5月28日，无链接',
      ],
      'gbt7714-2015': '中华人民共和国民法典[Z]. 2020-05-28.',
      'gbt7714-2025': '中华人民共和国民法典[Z]. 2020-05-28.',
      'legal-zh': '《民法典》第1224条第1款第2项。',
      apa: '*中华人民共和国民法典*, 第一千二百二十四条第一款第二项. (2020, May 28).',
      bluebook:
        'Zhonghua Renmin Gongheguo Minfadian (中华人民共和国民法典) (promulgated May 28, 2020), 第一千二百二十四条第一款第二项.',
      ris: [
        'TY  - STAT',
        'TI  - 中华人民共和国民法典',
        'PY  - 2020',
        'DA  - 2020/05/28',
        'N1  - 第一千二百二十四条第一款第二项',
        'ER  - ',
      ],
      bibtex:
        '@misc{zhonghuarenmingongheguomin2020a, title = {{中华人民共和国民法典}}, date = {2020-05-28}, year = {2020}, note = {第一千二百二十四条第一款第二项}, langid = {chinese}}',
      'csl-json': {
        id: 'clause',
        type: 'legislation',
        title: '中华人民共和国民法典',
        issued: { 'date-parts': [[2020, 5, 28]] },
        genre: '法律',
        note: '第一千二百二十四条第一款第二项',
        language: 'zh-Hans',
      },
    },
  },
  {
    name: 'an item of a Taiwan article',
    cited: inEveryStyle(TAIWAN_CODE, ARTICLE_15_2, FIRST_SECOND),
    texts: {
      plain:
        '“二、為消費借貸、消費寄託、保證、贈與或信託。” ——《民法》，第 15-2 條第 1 項第 2 款，法务部，2021年1月20日，https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=B0000001',
      markdown: [
        '> 二、為消費借貸、消費寄託、保證、贈與或信託。',
        '',
        '——[《民法》](https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=B0000001)，第 15-2 條第 1 項第 2 款，法务部，2021年1月20日',
      ],
      'gbt7714-2015':
        '法务部. 民法[EB/OL]. (2021-01-20)[2026-08-22]. https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=B0000001.',
      'gbt7714-2025':
        '法务部. 民法[EB/OL]. （2021-01-20）[2026-08-22]. https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=B0000001.',
      'legal-zh':
        '《民法》第 15-2 條第 1 項第 2 款，https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=B0000001.',
      apa: '法务部. (2021, January 20). *民法*, 第 15-2 條第 1 項第 2 款. https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=B0000001.',
      bluebook:
        'Minfa (民法) [Civil Code] (promulgated by 法务部, Jan. 20, 2021), 第 15-2 條第 1 項第 2 款, https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=B0000001.',
      ris: [
        'TY  - STAT',
        'AU  - 法务部',
        'TI  - 民法',
        'TT  - Civil Code',
        'DB  - 全國法規資料庫',
        'PY  - 2021',
        'DA  - 2021/01/20',
        'UR  - https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=B0000001',
        'Y2  - 2026/08/22',
        'N1  - 第 15-2 條第 1 項第 2 款',
        'ER  - ',
      ],
      bibtex:
        '@misc{fawubu2021a, author = {{法务部}}, title = {{民法}}, date = {2021-01-20}, year = {2021}, url = {https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=B0000001}, urldate = {2026-08-22}, note = {第 15-2 條第 1 項第 2 款}, langid = {chinese}}',
      'csl-json': {
        id: 'clause',
        type: 'legislation',
        title: '民法',
        author: [{ literal: '法务部' }],
        issued: { 'date-parts': [[2021, 1, 20]] },
        genre: '法律',
        'container-title': '全國法規資料庫',
        URL: 'https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=B0000001',
        accessed: { 'date-parts': [[2026, 8, 22]] },
        note: '第 15-2 條第 1 項第 2 款',
        language: 'zh-Hant',
      },
    },
  },
  {
    name: 'news without a link',
    cited: inEveryStyle(NEWS, makeClause('', '工信部近日印發通知。')),
    texts: {
      plain:
        '“工信部近日印發通知。” ——《國家人工智能先導區增至8個為何選中這5個城市》，工业和信息化部，2021年2月23日，第一财经（无链接）',
      markdown: [
        '> 工信部近日印發通知。',
        '',
        '——《國家人工智能先導區增至8個為何選中這5個城市》，工业和信息化部，2021年2月23日，第一财经（无链接）',
      ],
      'gbt7714-2015': '工业和信息化部. 國家人工智能先導區增至8個為何選中這5個城市[N]. 第一财经, 2021-02-23.',
      'gbt7714-2025': '工业和信息化部. 國家人工智能先導區增至8個為何選中這5個城市[N]. 第一财经，2021-02-23.',
      'legal-zh': '《國家人工智能先導區增至8個為何選中這5個城市》，2021年2月23日。',
      apa: '工业和信息化部. (2021, February 23). *國家人工智能先導區增至8個為何選中這5個城市*. 第一财经.',
      bluebook:
        'Guojia Rengong Zhineng Xiandao Qu Zengzhi 8 Ge Weihe Xuanzhong Zhe 5 Ge Chengshi (國家人工智能先導區增至8個為何選中這5個城市) (第一财经, Feb. 23, 2021).',
      ris: [
        'TY  - NEWS',
        'AU  - 工业和信息化部',
        'TI  - 國家人工智能先導區增至8個為何選中這5個城市',
        'T2  - 第一财经',
        'PY  - 2021',
        'DA  - 2021/02/23',
        'ER  - ',
      ],
      bibtex:
        '@article{gongyehexinxihuabu2021a, author = {{工业和信息化部}}, title = {{國家人工智能先導區增至8個為何選中這5個城市}}, journal = {第一财经}, date = {2021-02-23}, year = {2021}, langid = {chinese}}',
      'csl-json': {
        id: 'clause',
        type: 'article-newspaper',
        title: '國家人工智能先導區增至8個為何選中這5個城市',
        author: [{ literal: '工业和信息化部' }],
        issued: { 'date-parts': [[2021, 2, 23]] },
        genre: '新闻',
        'container-title': '第一财经',
        language: 'zh-Hant',
      },
    },
  },
  {
    name: 'a repealed regulation',
    cited: inEveryStyle(REPEALED, ARTICLE_17_1),
    texts: {
      plain:
        '“第十七条之一　进口配额不得转让。” ——《中华人民共和国货物进出口管理条例》（国务院令第332号）（已废止），第十七条之一，国务院，2001年12月10日，无链接',
      markdown: [
        '> 第十七条之一　进口配额不得转让。',
        '',
        '——《中华人民共和国货物进出口管理条例》（国务院令第332号）（已废止），第十七条之一，国务院，2001年12月10日，无链接',
      ],
      'gbt7714-2015': '国务院. 中华人民共和国货物进出口管理条例: 国务院令第332号[Z]. 2001-12-10.',
      'gbt7714-2025': '国务院. 中华人民共和国货物进出口管理条例：国务院令第332号[Z]. 2001-12-10.',
      'legal-zh': '《货物进出口管理条例》（国务院令第332号）（已废止）第17条之一。',
      apa: '国务院. (2001, December 10). *中华人民共和国货物进出口管理条例* (国务院令第332号), 第十七条之一.',
      bluebook:
        'Zhonghua Renmin Gongheguo Huowu Jinchukou Guanli Tiaoli (中华人民共和国货物进出口管理条例) (promulgated by 国务院, Dec. 10, 2001) 国务院令第332号, 第十七条之一.',
      ris: [
        'TY  - STAT',
        'AU  - 国务院',
        'TI  - 中华人民共和国货物进出口管理条例',
        'PY  - 2001',
        'DA  - 2001/12/10',
        'M1  - 国务院令第332号',
        'N1  - 第十七条之一',
        'ER  - ',
      ],
      bibtex:
        '@misc{guowuyuan2001a, author = {{国务院}}, title = {{中华人民共和国货物进出口管理条例}}, number = {国务院令第332号}, date = {2001-12-10}, year = {2001}, note = {第十七条之一}, langid = {chinese}}',
      'csl-json': {
        id: 'clause',
        type: 'regulation',
        title: '中华人民共和国货物进出口管理条例',
        author: [{ literal: '国务院' }],
        issued: { 'date-parts': [[2001, 12, 10]] },
        number: '国务院令第332号',
        genre: '条例',
        note: '第十七条之一',
        language: 'zh-Hans',
      },
    },
  },
  {
    name: 'a title with titles in it, and no date',
    cited: inEveryStyle(UNDATED, makeClause('一、', '一、总体要求')),
    texts: {
      plain: '“一、总体要求” ——《关于印发〈数据要素《三年行动》计划〉的通知》，一、，无链接',
      markdown: ['> 一、总体要求', '', '——《关于印发〈数据要素《三年行动》计划〉的通知》，一、，无链接'],
      'gbt7714-2015': '关于印发《数据要素〈三年行动〉计划》的通知[Z].',
      'gbt7714-2025': '关于印发《数据要素〈三年行动〉计划》的通知[Z].',
      'legal-zh': '《关于印发〈数据要素《三年行动》计划〉的通知》，一。',
      apa: '*关于印发《数据要素〈三年行动〉计划》的通知*, 一、. (n.d.).',
      bluebook:
        'Guanyu Yinfa 《Shuju Yaosu 〈Sannian Xingdong〉 Jihua》 de Tongzhi (关于印发《数据要素〈三年行动〉计划》的通知), 一、.',
      ris: ['TY  - STAT', 'TI  - 关于印发《数据要素〈三年行动〉计划》的通知', 'N1  - 一、', 'ER  - '],
      bibtex:
        '@misc{guanyuyinfashujuyaonda, title = {{关于印发《数据要素〈三年行动〉计划》的通知}}, note = {一、}, langid = {chinese}}',
      'csl-json': {
        id: 'clause',
        type: 'regulation',
        title: '关于印发《数据要素〈三年行动〉计划》的通知',
        genre: '通知',
        note: '一、',
        language: 'zh-Hans',
      },
    },
  },
  {
    name: 'four bodies',
    cited: inEveryStyle(JOINT),
    texts: {
      plain:
        '《关于加强数据安全的通知》，国家发展和改革委员会、工业和信息化部、财政部、海关总署，2024年9月15日，https://example.gov.cn/a_b?x=1&y=(2)',
      markdown: [
        '[《关于加强数据安全的通知》](https://example.gov.cn/a_b?x=1&y=%282%29)，国家发展和改革委员会、工业和信息化部、财政部、海关总署，2024年9月15日',
      ],
      'gbt7714-2015':
        '国家发展和改革委员会, 工业和信息化部, 财政部, 等. 关于加强数据安全的通知[EB/OL]. (2024-09-15)[2026-08-22]. https://example.gov.cn/a_b?x=1&y=(2).',
      'gbt7714-2025':
        '国家发展和改革委员会，工业和信息化部，财政部，等. 关于加强数据安全的通知[EB/OL]. （2024-09-15）[2026-08-22]. https://example.gov.cn/a_b?x=1&y=(2).',
      'legal-zh': '《关于加强数据安全的通知》，2024年9月15日，https://example.gov.cn/a_b?x=1&y=(2).',
      apa: '国家发展和改革委员会, 工业和信息化部, 财政部, & 海关总署. (2024, September 15). *关于加强数据安全的通知*. https://example.gov.cn/a_b?x=1&y=(2).',
      bluebook:
        'Guanyu Jiaqiang Shuju Anquan de Tongzhi (关于加强数据安全的通知) (promulgated by 国家发展和改革委员会 & 工业和信息化部 & 财政部 & 海关总署, Sept. 15, 2024), https://example.gov.cn/a_b?x=1&y=(2).',
      ris: [
        'TY  - STAT',
        'AU  - 国家发展和改革委员会',
        'AU  - 工业和信息化部',
        'AU  - 财政部',
        'AU  - 海关总署',
        'TI  - 关于加强数据安全的通知',
        'PY  - 2024',
        'DA  - 2024/09/15',
        'UR  - https://example.gov.cn/a_b?x=1&y=(2)',
        'Y2  - 2026/08/22',
        'ER  - ',
      ],
      bibtex:
        '@misc{guojiafazhanhegaigeweiyuanhui2024a, author = {{国家发展和改革委员会} and {工业和信息化部} and {财政部} and {海关总署}}, title = {{关于加强数据安全的通知}}, date = {2024-09-15}, year = {2024}, url = {https://example.gov.cn/a_b?x=1&y=(2)}, urldate = {2026-08-22}, langid = {chinese}}',
      'csl-json': {
        id: 'joint',
        type: 'regulation',
        title: '关于加强数据安全的通知',
        author: [
          { literal: '国家发展和改革委员会' },
          { literal: '工业和信息化部' },
          { literal: '财政部' },
          { literal: '海关总署' },
        ],
        issued: { 'date-parts': [[2024, 9, 15]] },
        genre: '通知',
        URL: 'https://example.gov.cn/a_b?x=1&y=(2)',
        accessed: { 'date-parts': [[2026, 8, 22]] },
        language: 'zh-Hans',
      },
    },
  },
  {
    name: 'a report',
    cited: inEveryStyle(REPORT, makeClause('三、', '三、任务。')),
    texts: {
      plain: '“三、任务。” ——《2024年政府工作报告》，三、，国务院，2024年3月5日，https://www.gov.cn/a.htm',
      markdown: [
        '> 三、任务。',
        '',
        '——[《2024年政府工作报告》](https://www.gov.cn/a.htm)，三、，国务院，2024年3月5日',
      ],
      'gbt7714-2015': '国务院. 2024年政府工作报告[R/OL]. (2024-03-05)[2026-08-22]. https://www.gov.cn/a.htm.',
      'gbt7714-2025':
        '国务院. 2024年政府工作报告[R/OL]. （2024-03-05）[2026-08-22]. https://www.gov.cn/a.htm.',
      'legal-zh': '《2024年政府工作报告》，三、，2024年3月5日，https://www.gov.cn/a.htm.',
      apa: '国务院. (2024, March 5). *2024年政府工作报告*, 三、. https://www.gov.cn/a.htm.',
      bluebook:
        '2024 Nian Zhengfu Gongzuo Baogao (2024年政府工作报告) (promulgated by 国务院, Mar. 5, 2024), 三、, https://www.gov.cn/a.htm.',
      ris: [
        'TY  - RPRT',
        'AU  - 国务院',
        'TI  - 2024年政府工作报告',
        'DB  - 中国政府网',
        'PY  - 2024',
        'DA  - 2024/03/05',
        'UR  - https://www.gov.cn/a.htm',
        'Y2  - 2026/08/22',
        'N1  - 三、',
        'ER  - ',
      ],
      bibtex:
        '@techreport{guowuyuan2024a, author = {{国务院}}, title = {{2024年政府工作报告}}, institution = {{国务院}}, date = {2024-03-05}, year = {2024}, url = {https://www.gov.cn/a.htm}, urldate = {2026-08-22}, note = {三、}, langid = {chinese}}',
      'csl-json': {
        id: 'clause',
        type: 'report',
        title: '2024年政府工作报告',
        author: [{ literal: '国务院' }],
        issued: { 'date-parts': [[2024, 3, 5]] },
        genre: '政府工作报告',
        'container-title': '中国政府网',
        URL: 'https://www.gov.cn/a.htm',
        accessed: { 'date-parts': [[2026, 8, 22]] },
        note: '三、',
        language: 'zh-Hans',
      },
    },
  },
  {
    name: 'a hostile title',
    cited: inEveryStyle(HOSTILE, HOSTILE_CLAUSE),
    texts: {
      plain:
        '“1. <img> [x](javascript:y)\n# a\n- b\n> c &amp; *d*” ——《}{a\\b% <img src=x onerror=alert(1)> ](javascript:alert(1)) "q" ER - *_`#$&~^》，1.，A, B} and {C，2024年1月2日，x UR - y（无链接）',
      markdown: [
        '> 1\\. \\<img\\> \\[x\\](javascript:y)',
        '>',
        '> \\# a',
        '>',
        '> \\- b',
        '>',
        '> \\> c \\&amp; \\*d\\*',
        '',
        '——《}{a\\\\b% \\<img src=x onerror=alert(1)\\> \\](javascript:alert(1)) "q" ER - \\*\\_\\`#$&\\~^》，1.，A, B} and {C，2024年1月2日，x UR - y（无链接）',
      ],
      'gbt7714-2015':
        'A, B} and {C. }{a\\b% <img src=x onerror=alert(1)> ](javascript:alert(1)) "q" ER - *_`#$&~^[Z]. 2024-01-02.',
      'gbt7714-2025':
        'A, B} and {C. }{a\\b% <img src=x onerror=alert(1)> ](javascript:alert(1)) "q" ER - *_`#$&~^[Z]. 2024-01-02.',
      'legal-zh':
        '《}{a\\b% <img src=x onerror=alert(1)> ](javascript:alert(1)) "q" ER - *_`#$&~^》，1.，2024年1月2日。',
      apa: 'A, B} and {C. (2024, January 2). *}{a\\b% <img src=x onerror=alert(1)> ](javascript:alert(1)) "q" ER - \\*_`#$&~^*, 1.',
      bluebook:
        '}{a\\b% <img src=x onerror=alert(1)>](javascript:alert(1)) "q" ER - *_`#$&~^ (}{a\\b% <img src=x onerror=alert(1)> ](javascript:alert(1)) "q" ER - *_`#$&~^) (promulgated by A, B} and {C, Jan. 2, 2024), 1.',
      ris: [
        'TY  - STAT',
        'AU  - A, B} and {C',
        'TI  - }{a\\b% <img src=x onerror=alert(1)> ](javascript:alert(1)) "q" ER - *_`#$&~^',
        'DB  - x UR - y',
        'PY  - 2024',
        'DA  - 2024/01/02',
        'N1  - 1.',
        'ER  - ',
      ],
      bibtex:
        '@misc{abandc2024a, author = {{A, B{\\textbraceright} and {\\textbraceleft}C}}, title = {{{\\textbraceright}{\\textbraceleft}a{\\textbackslash}b\\% <img src=x onerror=alert(1)> ](javascript:alert(1)) "q" ER - *\\_`\\#\\$\\&{\\textasciitilde}{\\textasciicircum}}}, date = {2024-01-02}, year = {2024}, note = {1.}, langid = {chinese}}',
      'csl-json': {
        id: 'clause',
        type: 'regulation',
        title: '}{a\\b% <img src=x onerror=alert(1)> ](javascript:alert(1)) "q" ER - *_`#$&~^',
        author: [{ literal: 'A, B} and {C' }],
        issued: { 'date-parts': [[2024, 1, 2]] },
        genre: '通知',
        'container-title': 'x UR - y',
        note: '1.',
        language: 'zh-Hans',
      },
    },
  },
];

describe.each(CASES)('$name', ({ cited, texts }) => {
  it.each(CITATION_STYLES)('%s', (style) => {
    expect(readBack(style, cited[style])).toEqual(texts[style]);
  });
});

function readBack(style: CitationStyle, text: string): unknown {
  if (style === 'markdown') return text.split('\n');
  if (style === 'ris') return text.split('\r\n');
  return style === 'csl-json' ? JSON.parse(text)[0] : text;
}

describe('media types', () => {
  // biome-ignore format: a table, aligned
  it.each([
    ['plain',        'text/plain; charset=utf-8'],
    ['markdown',     'text/markdown'],
    ['gbt7714-2015', 'text/plain; charset=utf-8'],
    ['gbt7714-2025', 'text/plain; charset=utf-8'],
    ['legal-zh',     'text/plain; charset=utf-8'],
    ['apa',          'text/plain; charset=utf-8'],
    ['bluebook',     'text/plain; charset=utf-8'],
    ['ris',          'application/x-research-info-systems'],
    ['bibtex',       'application/x-bibtex'],
    ['csl-json',     'application/vnd.citationstyles.csl+json'],
  ] as const)('%s: %s', (style, mediaType) => {
    expect(citeAs(style, NOTICE).mediaType).toBe(mediaType);
  });
});

describe('the language of the words around', () => {
  const number = NOTICE.documentNumber;
  const lapsed = makeDocument({
    title: '通知',
    documentNumber: number,
    status: '失效',
    publishedOn: '2023-05-30',
  });
  const repealed = { ...lapsed, status: '废止' };
  // biome-ignore format: a table, aligned
  it.each([
    ['plain',    'zh-Hans', repealed, '《通知》（国发〔2025〕11号）（已废止），2023年5月30日，无链接'],
    ['plain',    'zh-Hant', repealed, '《通知》（国发〔2025〕11号）（已廢止），2023年5月30日，無連結'],
    ['plain',    'en',      repealed, '《通知》 (国发〔2025〕11号) (repealed), 30 May 2023, no link'],
    ['plain',    'en',      lapsed,   '《通知》 (国发〔2025〕11号) (no longer in force), 30 May 2023, no link'],
    ['markdown', 'en',      repealed, '《通知》 (国发〔2025〕11号) (repealed), 30 May 2023, no link'],
    ['legal-zh', 'zh-Hant', repealed, '《通知》（国发〔2025〕11号）（已廢止）。'],
    ['legal-zh', 'en',      repealed, '《通知》（国发〔2025〕11号）（已废止）。'],
  ] as const)('%s, %s', (style, lang, document, text) => {
    expect(citeAs(style, document, null, null, lang).text).toBe(text);
  });
});

describe('a legal reference', () => {
  const link = { name: null, url: 'https://www.gov.cn/a.htm' };
  const notice = { ...UNDATED, title: '通知', publishedOn: '2024-09-15' };
  const law = { ...CIVIL_CODE, source: link };
  const order = {
    ...CIVIL_CODE,
    documentNumber: { text: '主席令第45号', issuerCode: '主席令', year: null, serial: '45' },
  };
  it.each([
    [
      'no number: date and link',
      { ...notice, source: link },
      null,
      '《通知》，2024年9月15日，https://www.gov.cn/a.htm.',
    ],
    ['no number, no link: date', notice, null, '《通知》，2024年9月15日。'],
    ['a law as a whole has its date', CIVIL_CODE, null, '《民法典》，2020年5月28日。'],
    ['an article has none', CIVIL_CODE, ARTICLE_1224, '《民法典》第1224条。'],
    ['its link stays', law, ARTICLE_1224, '《民法典》第1224条，https://www.gov.cn/a.htm.'],
    ['nor its number', order, ARTICLE_1224, '《民法典》第1224条。'],
    [
      'an article of a numbered notice',
      NOTICE,
      ARTICLE_17_1,
      '《国务院关于深入实施“人工智能+”行动的意见》（国发〔2025〕11号）第17条之一。',
    ],
    [
      'the stop of a number gives way',
      NOTICE,
      makeClause('三、（一）2.', ''),
      '《国务院关于深入实施“人工智能+”行动的意见》（国发〔2025〕11号），三、（一）2。',
    ],
  ] as const)('%s', (_, document, clause, text) => {
    expect(citeAs('legal-zh', document, clause).text).toBe(text);
  });
});

describe('a long clause', () => {
  const sentence = `${'算'.repeat(299)}。`;
  it.each([
    ['a thousand characters are quoted whole', 'x'.repeat(1000), `“${'x'.repeat(1000)}” ——《通知》，无链接`],
    [
      'more end at a sentence and say so',
      sentence.repeat(4),
      `“${sentence.repeat(3)}……”（节选） ——《通知》，无链接`,
    ],
    [
      'and where there is none, at a character',
      `x${'𠀀'.repeat(1000)}`,
      `“x${'𠀀'.repeat(499)}……”（节选） ——《通知》，无链接`,
    ],
  ])('%s', (_, text, citation) => {
    expect(citeAs('plain', makeDocument({}), makeClause('', text)).text).toBe(citation);
  });
});
