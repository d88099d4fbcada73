/** How titles of official texts begin, end, and what follows them: the marks by which they are cut out of a line. */

import { TITLE_ENDINGS } from '../../../core/tables/types.js';
import { FULL_PLACE } from '../places.js';

/** Endings that are ordinary words as well: they end a title only where the line ends too. */
const WEAK = new Set([
  '法',
  '令',
  '函',
  '结果',
  '安排',
  '政策',
  '建议',
  '说明',
  '目录',
  '名单',
  '清单',
  '制度',
  '标准',
  '规范',
  '规则',
  '总结',
  '解释',
  '讲话',
  '计划',
  '规划',
  '措施',
  '举措',
  '报告',
  '答复',
  '蓝图',
  '请示',
]);
const words = [...TITLE_ENDINGS.keys()].sort((a, b) => b.length - a.length);
const strong = words.filter((word) => !WEAK.has(word)).join('|');
const SUFFIX = '(?:[（(〔【][^（(〔【）)〕】]{1,40}[）)〕】])*';

/** Titles that name a dozen joint bodies pass 150 characters. */
export const LONGEST_TITLE = 260;

/** On text without white space. */
export const ENDS_LIKE_TITLE = new RegExp(`(?:${words.join('|')})”?${SUFFIX}$`, 'u');
export const ENDS_STRONGLY = new RegExp(
  `(?:${strong}|关于.{4,}(?:${words.join('|')})|20\\d{2}年.{2,}(?:${words.join('|')}))${SUFFIX}$`,
  'u',
);

/** No title begins so: a body text, an address, a number, a label, a menu. */
export const NO_TITLE =
  /^(?:\d{1,3}\s*\n|[[［]\d{1,2}[\]］]|[（(][^（()）\n]{2,40}[）)]\s*\n|[、，。；：）)》”]|起|前|后|[一二][〇○零OОＯ一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月|现在|我(?:代表|受)|[代副]?省长|[代副]?市长|主任|局长|部长|为|根据|按照|依据|依照|遵照|近日|日前|近年|现将|现就|经|各(?!级|类|地.{0,6}关于)|附件|附：|第[一二三四五六七八九十\dA-Z]+[章条节]|机密|秘密|绝密|内部(?:资料|文件)|特急|加急|平急|签发人|密级|份号|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]|来源|发布|索引|当前位置|首页|您|网站|打印|字体|分享|时间|浏览|\d{4}年\d{1,2}月\d{1,2}日|请|联系|电话|主题|标题|链接|我[国省市部]|自\d|以|在|截至|据|本(?!溪)|今年|去年|目前|当前|最近|近期|随着|新华社|记者|同志们|主席|各位)/u;

/** 目录第一章 is a law's table of contents, but 清理结果目录 one title. */
export const GOES_ON = new RegExp(`^(?:的(?!士)|[》”]|(?!目录(?:第一|\\s*第一))(?:${words.join('|')}))`, 'u');

const ADDRESSEE = `(?:各|有关|[省市县区厅局部委](?!级)|全[国省市]|国务院|中央|驻|机关|直属|国家|中国|${FULL_PLACE})[^。；：:的]{0,60}(?:、[^。；：:]{2,160}|，[^。；：:]{2,160}){0,4}[：:]`;

/** What follows a title in a line that lost its breaks: an addressee, a date, a number, the first words of a body. */
export const FOLLOWS_TITLE = new RegExp(
  `^(?:$|\\n|(?:[[［〔]\\d{1,2}[\\]］〕]|[①-⑳*＊※])(?:\\n|$)|_|\\||[（(]《|[（(〔【]?(?:此件|本件|全文|摘要|草案)|各|[（(]?\\d{4}年\\d{1,2}月|[（(]?[一二]○|第[一1][章条]|一、|现在|我(?:代表|受)|[代副]?省长|[代副]?市长|主任|局长|部长|为|根据|按照|依据|依照|近日|日前|近年|现将|现就|自(?:\\d|年初|今年|去年|[^，。]{2,16}以来)|当前|最近|—|[\\u4e00-\\u9fff]{1,8}[〔［[（(【]\\d{4}[〕］\\]）)】]第?\\d{1,5}号|目录|目　录|前言|序言|总则|导言|解读|【|《|编者按|${ADDRESSEE})`,
  'u',
);
