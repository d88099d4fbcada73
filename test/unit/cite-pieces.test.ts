/** The shared pieces of the citations: numerals, marks, kinds, dates, links, pinyin. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumeral, writeNumeral } from '../../core/text/numerals.js';
import { apaDate, bluebookDate, chineseDate, englishDate } from '../../server/cite/citation-dates.js';
import { referenceKind } from '../../server/cite/reference-kind.js';
import { romaniseKey, romaniseTitle } from '../../server/cite/romanise.js';
import { sourceLink } from '../../server/cite/source-link.js';
import { markTitle, shortLawTitle } from '../../server/cite/title-marks.js';

describe('numerals', () => {
  // biome-ignore format: a table, aligned
  it.each([
    ['一',             1],
    ['十',             10],
    ['十二',           12],
    ['二十',           20],
    ['廿一',           21],
    ['一百零三',       103],
    ['二〇',           20],
    ['一千二百二十四', 1224],
    ['甲',             null],
    ['',               null],
  ])('%s is %s', (numeral, value) => {
    expect(parseNumeral(numeral)).toBe(value);
  });

  it('reads what it writes', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), (n) => parseNumeral(writeNumeral(n)) === n));
  });
});

describe('title marks', () => {
  // biome-ignore format: a table, aligned
  it.each([
    ['民法典',                         '《民法典》'],
    ['关于印发《甲》的通知',           '《关于印发〈甲〉的通知》'],
    ['转发《关于〈甲〉的意见》的通知', '《转发〈关于《甲》的意见〉的通知》'],
    ['《甲》',                         '《甲》'],
    ['《关于〈甲〉》',                 '《关于〈甲〉》'],
    ['《甲》和《乙》',                 '《〈甲〉和〈乙〉》'],
    ['半个《括号',                     '《半个《括号》'],
    ['半个》括号',                     '《半个》括号》'],
    ['',                               '《》'],
  ])('%s → %s', (title, marked) => {
    expect(markTitle(title)).toBe(marked);
  });

  // biome-ignore format: a table, aligned
  it.each([
    ['中华人民共和国民法典',                       '民法典'],
    ['中华人民共和国政府采购法',                   '政府采购法'],
    ['中华人民共和国国务院组织法',                 '国务院组织法'],
    ['中华人民共和国海关法',                       '海关法'],
    ['中华人民共和国国务院关于管理常驻机构的规定', '中华人民共和国国务院关于管理常驻机构的规定'],
    ['中华人民共和国海关总署关于进出境物品的规定', '中华人民共和国海关总署关于进出境物品的规定'],
    ['中华人民共和国和老挝引渡条约',               '中华人民共和国和老挝引渡条约'],
    ['中华人民共和国政府与某国政府协定',           '中华人民共和国政府与某国政府协定'],
    ['上海市实施《中华人民共和国义务教育法》办法', '上海市实施《中华人民共和国义务教育法》办法'],
    ['中华人民共和国',                             '中华人民共和国'],
  ])('%s is cited as %s', (title, short) => {
    expect(shortLawTitle(title)).toBe(short);
  });
});

describe('the kind of reference', () => {
  // biome-ignore format: a table, aligned
  it.each([
    // type         title                        kind
    ['新闻',         '关于某办法的通知',               'news'],
    ['法律',         '民法典',                         'law'],
    ['宪法',         '中華民國憲法',                   'law'],
    ['修正案',       '刑法修正案（十一）',             'law'],
    ['办法',         '某办法',                         'regulation'],
    ['条例',         '某条例',                         'regulation'],
    ['命令',         '某施行細則',                     'regulation'],
    ['地方性法规',   '某条例',                         'regulation'],
    ['司法解释',     '关于适用民法典的解释',           'regulation'],
    ['通知',         '关于某法的通知',                 'notice'],
    ['方案',         '某方案',                         'notice'],
    ['规划',         '某规划',                         'notice'],
    ['政府工作报告', '政府工作报告',                   'report'],
    ['白皮书',       '某白皮书',                       'report'],
    [null,           '中华人民共和国民法典',           'law'],
    [null,           '中华人民共和国刑法（2020修正）', 'law'],
    [null,           '某管理办法（试行）',             'regulation'],
    [null,           '关于印发某办法的通知',           'notice'],
  ])('%s, %s: %s', (type, title, kind) => {
    expect(referenceKind({ type, title })).toBe(kind);
  });
});

describe('dates', () => {
  // biome-ignore format: a table, aligned
  it.each([
    ['2023-05-30', '2023年5月30日', '30 May 2023',       '2023, May 30',       'May 30, 2023'],
    ['2025-08-01', '2025年8月1日',  '1 August 2025',     '2025, August 1',     'Aug. 1, 2025'],
    ['2024-09-15', '2024年9月15日', '15 September 2024', '2024, September 15', 'Sept. 15, 2024'],
    ['2024-07-02', '2024年7月2日',  '2 July 2024',       '2024, July 2',       'July 2, 2024'],
  ])('%s', (date, chinese, english, apa, bluebook) => {
    expect([chineseDate(date), englishDate(date), apaDate(date), bluebookDate(date)]).toEqual([
      chinese,
      english,
      apa,
      bluebook,
    ]);
  });
});

describe('links', () => {
  // biome-ignore format: a table, aligned
  it.each([
    ['https://www.gov.cn/a_b?c=1&d=（二）#e', 'https://www.gov.cn/a_b?c=1&d=（二）#e'],
    ['HTTP://example.cn',                     'HTTP://example.cn'],
    [' https://example.cn/a b ',              'https://example.cn/a%20b'],
    ['https://example.cn/{a}"<b>\\',          'https://example.cn/%7Ba%7D%22%3Cb%3E%5C'],
    ['https://example.cn/\r\nUR  - x',        'https://example.cn/%0D%0AUR%20%20-%20x'],
    ['https://政府.中国/甲',                  'https://政府.中国/甲'],
    ['https://example.cn/a\u202eb\u3164',     'https://example.cn/a%E2%80%AEb%E3%85%A4'],
    // neither name nor password, whatever stands for one
    ['https://user:pass@example.cn/a@b',      'https://example.cn/a@b'],
    ['https://user@example.cn:8080?q=@',      'https://example.cn:8080?q=@'],
    ['https://www.gov.cn@evil.example',       'https://evil.example'],
    ['https://a@b:c@example.cn/',             'https://example.cn/'],
    ['https://@example.cn/',                  'https://example.cn/'],
    ['https:////user:pass@example.cn/',       'https:////example.cn/'],
    // what a browser takes for another host than what is written
    ['https://www.gov.cn\\@evil.example/',    null],
    ['https://exam\nple.cn/',                 null],
    ['javascript:alert(1)',                   null],
    ['java\nscript:alert(1)',                 null],
    ['data:text/html,x',                      null],
    ['ftp://example.cn/a',                    null],
    ['//example.cn/a',                        null],
    ['www.gov.cn/a',                          null],
    ['https://',                              null],
    ['',                                      null],
    [null,                                    null],
    [undefined,                               null],
  ])('%j → %s', (url, link) => {
    expect(sourceLink(url)).toBe(link);
  });
});

describe('pinyin', () => {
  it.each([
    [
      '国务院关于深入实施“人工智能+”行动的意见',
      'Guowuyuan Guanyu Shenru Shishi “Rengong Zhineng +” Xingdong de Yijian',
    ],
    ['上海口岸服务条例', 'Shanghai Kou’an Fuwu Tiaoli'],
    ['關於印發《實施方案》的通知', 'Guanyu Yinfa 《Shishi Fang’an》 de Tongzhi'],
    ['北京市、西安市2023-2025年规划（试行）', 'Beijing Shi, Xi’an Shi 2023-2025 Nian Guihua (Shixing)'],
    ['银行行长', 'Yinhang Hangzhang'],
    ['5G应用 AI plan', '5G Yingyong AI plan'],
    ['Plan', 'Plan'],
    ['', ''],
  ])('%s → %s', (title, romanised) => {
    expect(romaniseTitle(title)).toBe(romanised);
  });

  it('reads no text aloud that is no title', () => {
    const text = '单县'.repeat(600);
    expect(romaniseTitle(text)).toBe(text);
    expect(romaniseTitle(text.slice(0, 1000))).toMatch(/^Shanxian Shanxian /);
  });

  // biome-ignore format: a table, aligned
  it.each([
    // names that are read otherwise than their characters usually are
    ['单县人民政府',             'Shanxian Renmin Zhengfu'],
    ['歙县',                     'Shexian'],
    ['浚县',                     'Xunxian'],
    ['蔚县',                     'Yuxian'],
    ['都匀市',                   'Duyun Shi'],
    ['都安瑶族自治县',           'Du’an Yaozu Zizhixian'],
    ['洪洞县人民政府',           'Hongtong Xian Renmin Zhengfu'],
    ['会稽山',                   'Kuaijishan'],
    ['吴堡县',                   'Wubu Xian'],
    ['尉犁县',                   'Yuli Xian'],
    ['涡阳县',                   'Guoyang Xian'],
    ['繁峙县',                   'Fanshi Xian'],
    ['大埔县',                   'Dabu Xian'],
    ['乐清市、乐陵市、乐都区',   'Yueqing Shi, Laoling Shi, Ledu Qu'],
    ['闵行区',                   'Minhangqu'],
    ['喀什地区、什邡市',         'Kashi Diqu, Shifang Shi'],
    ['长子县',                   'Zhangzi Xian'],
    ['陕西省人民政府',           'Shaanxi Sheng Renmin Zhengfu'],
    ['山西省',                   'Shanxi Sheng'],
    ['克什克腾旗',               'Keshiketeng Qi'],
    // bodies are cut where their names are
    ['上海市人民政府',           'Shanghai Shi Renmin Zhengfu'],
    ['国务院办公厅',             'Guowuyuan Bangongting'],
    ['内蒙古自治区人民政府',     'Neimenggu Zizhiqu Renmin Zhengfu'],
    // words
    ['率先',                     'Shuaixian'],
    ['还款办法',                 'Huankuan Banfa'],
    ['退耕还林',                 'Tuigeng Huanlin'],
    ['剥离',                     'Boli'],
    ['资产重组',                 'Zichan Chongzu'],
    ['严重',                     'Yanzhong'],
    ['南水北调',                 'Nanshui Beidiao'],
    ['调整调查',                 'Tiaozheng Diaocha'],
    ['本行政区域',               'Ben Xingzheng Quyu'],
    ['工商行政管理',             'Gongshang Xingzheng Guanli'],
    ['银行业务、银行政策',       'Yinhang Yewu, Yinhang Zhengce'],
    ['河长制、检察长、长期',     'Hezhangzhi, Jianchazhang, Changqi'],
    ['审时度势',                 'Shenshi Duoshi'],
    ['给排水、供给侧',           'Jipaishui, Gongji Ce'],
    ['藏区、宝藏、储藏',         'Zangqu, Baozang, Chucang'],
  ])('%s is read %s', (title, romanised) => {
    expect(romaniseTitle(title)).toBe(romanised);
  });

  // biome-ignore format: a table, aligned
  it.each([
    ['国务院',           'guowuyuan'],
    ['陕西省人民政府',   'shaanxishengrenminzhengfu'],
    ['绿色发展局',       'lvsefazhanju'],
    ['內政部',           'neizhengbu'],
    ['OECD（经合组织）', 'oecdjinghezuzhi'],
    ['🙂',               ''],
  ])('%s as a key: %s', (name, key) => {
    expect(romaniseKey(name)).toBe(key);
  });
});
