/**
 * What a page prints around a text, told by how it reads. One line of the table is one kind of thing; a unit is a
 * line, or in a line that was flattened a piece between spaces.
 *
 * `anywhere` rules are cut wherever they stand: no policy text reads like that. The others only in the head of a
 * page (above the text) or its tail.
 */
import { SOURCE_LINE, SOURCE_LINE_ABOVE } from '../../tables/page-captions.js';
import { plainText } from '../plain.js';

export interface FurnitureRule {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly anywhere?: true;
  /** Nothing of the text comes after it: the tail begins here. */
  readonly ends?: true;
}

const DATE = String.raw`\d{4}(?:\s?年\s?|[-/.])\d{1,2}(?:\s?月\s?|[-/.])\d{1,2}\s?日?`;
const TIME = String.raw`\d{1,2}[:：]\d{2}(?:[:：]\d{2})?`;
const SOURCE = String.raw`(?:文章|信息|内容|稿件|消息|資料|资料)?(?:来源|來源|稿源|出处|出處)\s?[:：]`;
const DATE_LABEL = String.raw`(?:发布|發布|發佈|更新|发稿|公布|录入|上网|刊发|发表|信息发布|最后更新)?(?:时间|時間|日期)\s?[:：]`;

/** Found inside a line as well: a page's dateline, whatever stands left and right of it. */
export const DATELINE = new RegExp(
  String.raw`(?<=^|\s)(?:[【\[（(]?${DATE_LABEL}\s*)?${DATE}\s+${TIME}(?:[】\]）)])?(?:[ \u3000]*${SOURCE}[ \u3000]?[^\s，。；【\[]{0,30})?(?=$|[\s【\[])`,
  'u',
);

export const RULES: readonly FurnitureRule[] = [
  {
    rule: 'dateline',
    pattern: new RegExp(
      `^(?:${DATE_LABEL}\\s*)?${DATE}\\s+${TIME}(?:\\s.{0,40}|\\s*${SOURCE}.{0,40})?$`,
      'u',
    ),
  },
  {
    rule: 'dateline',
    pattern: new RegExp(
      `^[【\\[（(]?${DATE_LABEL}\\s*${DATE}(?:\\s*${TIME})?[】\\]）)]?(?:\\s.{0,40})?$`,
      'u',
    ),
  },
  // 2023年8月26日 来源：新华社; 昆山日报 2023-08-26: a day alone is none, it may be a signature's.
  {
    rule: 'dateline',
    pattern: new RegExp(
      `^(?:[（(]?${DATE}[）)]?\\s{1,8}${SOURCE}.{0,40}|[\\u4e00-\\u9fff]{2,8}(?:日报|晚报|时报|早报|周报|新闻网|新华社|政府网)\\s{1,8}${DATE})$`,
      'u',
    ),
  },
  { rule: 'dateline', pattern: new RegExp(`^[【\\[（(]?${SOURCE}\\s*[^，。；]{0,30}[】\\]）)]?$`, 'u') },
  {
    rule: 'dateline',
    pattern:
      /^(?:作者|记者|記者|撰稿|供稿|撰文|摄影|文\/图|信息员|通讯员|发布人|录入人?|供稿单位)\s?[:：]\s*[^，。；]{0,20}$/u,
  },
  { rule: 'dateline', pattern: /^publish_?date\s?[:：].{0,30}$/iu, ends: true },
  {
    rule: 'counter',
    pattern:
      /^(?:本文|文章|页面)?(?:总|累计)?(?:被)?(?:浏览|阅读|点击|访问|查看|转发|评论|点赞|人气|收藏|下载(?=[次量]))(?:次数|总数|人次|量|数|率)?(?:\s?[:：])?\s*(?:[\d,，]+\s*)?(?:次|人次)?$/u,
  },
  {
    rule: 'counter',
    pattern: /^(?:浏览|阅读|点击|访问|查看|转发)(?:次数|人次|量|数)\s?[:：]\s*(?:[\d,，]+\s*)?次?$/u,
    anywhere: true,
  },
  {
    rule: 'breadcrumb',
    pattern:
      /^(?:您(?:现在|現在|当前)?(?:所在)?的?(?:位置|所在)|(?:当前|當前|现在|現在|所在)(?:的)?位置)\s?(?:是)?\s?[:：]?.{0,100}$/u,
  },
  { rule: 'breadcrumb', pattern: /^(?:网站|網站)?首\s?[页頁]\s*(?:>|＞|»|›|→|\/|::|-+>).{0,120}$/u },
  {
    rule: 'breadcrumb',
    pattern: /^[^。；]{1,40}(?:>>|＞＞|»|›| > )[^。；]{0,80}(?:正文|详情|詳情|内容)\s{0,32}$/u,
  },
  {
    rule: 'menu',
    pattern:
      /^(?:设为首页|設為首頁|加入收藏|收藏本站|手机版|手機版|移动版|电脑版|PC版|触屏版|客户端|客戶端|下载客户端|下載客戶端|繁体|繁體|繁体版|繁體版|繁体中文|繁體中文|简体|简体版|简体中文|简|繁|English|EN|无障碍|无障碍浏览|无障碍阅读|無障礙|长者模式|长者版|适老版|关怀版|登录|登錄|登入|注册|註冊|退出|搜索|搜尋|搜 索|站内搜索|高级搜索|检索|网站导航|导航|网站首页|網站首頁|首\s?[页頁]|返回首页|返回|主页|主頁|网站地图|網站地圖|邮箱|RSS|RSS订阅|智能问答|智能机器人|智能客服|本站首页|政府网站首页|大字版|老年版|老年模式|关爱版|适老化|辅助阅读|盲人模式|网站支持IPv6|IPv6|政务新媒体|移动客户端|国务院客户端|中国政府网|用户中心|个人中心|我的|语言|Language|简体中文版)$/iu,
  },
  {
    rule: 'share',
    pattern:
      /^[【[（(「]?\s*(?:打印|列印|打印本页|打印此页|打印页面|打印正文|打印文章|我要打印|我要纠错|纠错|糾錯|字体|字號|字号|字体大小|大|中|小|默认|超大|特大|较大|标准|放大|缩小|收藏|收藏本页|分享|分享到|分享至|分享本页|一键分享|转发|微信|微博|新浪微博|腾讯微博|官方微信|官方微博|官方抖音|朋友圈|微信好友|QQ|QQ空间|QQ好友|抖音|学习强国|关闭|關閉|关闭本页|关闭窗口|關閉窗口|关闭页面|关闭此页|下载|下載|下载文字版|下载图片版|保存|保存本页|推荐给朋友|加关注|顶部|返回顶部|回到顶部|返回頂部|TOP|返回列表|返回上一页|返回上页|听全文|播放|语音播报|语音朗读|语音阅读|一键朗读|朗读|暂停|分享按钮|(?:打印|列印|关闭|收藏|分享|保存|下载|复制|举报|推荐|评论)(?:本|此|该|当前)?(?:页|页面|文|正文|全文|文章|内容|窗口|链接|网页|信息|稿件)|复制|评论|点赞|微信扫一扫|QQ分享|(?:分享|转发)到?(?:微信|微博|QQ|朋友圈|QQ空间|新浪微博)|(?:返回|回到)(?:页首|首页|上级|上一级|上层|目录|列表页)|上一页|下一页|首页|末页|字体[:：]?|[【\\[]?字号[:：]?|小号|中号|大号|正常|纠错反馈|我要咨询|我要评论|错误反馈|有错提意见|页面纠错|内容纠错)\s*[】\]）)」]?$/iu,
  },
  {
    rule: 'share',
    pattern:
      /^[【[（(](?:打印|列印|纠错|关闭|關閉|关闭窗口|打印本页|打印此页|打印正文|关闭本页|关闭页面|返回顶部|返回列表|返回首页|我要纠错|我要打印|字体|字号|字號|加入收藏|收藏本页|分享|下载本文|保存本页)[^】\]）)]{0,20}[】\]）)]$/u,
    anywhere: true,
    ends: true,
  },
  {
    rule: 'share',
    pattern:
      /^[【[（(]?\s*(?:字体|字號|字号|字体大小|文字大小)\s?[:：]?(?:特大|超大|大|较大|中|默认|标准|小|A[+-]?|[\s/|\]】[【])*(?:[）)]\s*)?(?:(?:打印|关闭|收藏|分享).{0,10})?$/u,
  },
  { rule: 'share', pattern: /^(?:分享到?|分享至|转发至)\s?[:：]\s*.{0,40}$/u, ends: true },
  {
    rule: 'share',
    pattern:
      /^(?=.*\p{Script=Han})(?:打印|关闭|收藏|分享|纠错|复制链接|下载|字号|大|中|小|[\s|｜/【】[\]·])+$/u,
  },
  {
    rule: 'share',
    pattern:
      /^(?:扫一扫|掃一掃|扫码|掃碼|扫描二维码|掃描二維碼|扫描.{0,8}二维码|微信扫一扫|长按.{0,6}二维码|长按识别)[^。]{0,24}$/u,
    anywhere: true,
    ends: true,
  },
  {
    rule: 'share',
    pattern:
      /^(?:.{0,10}(?:更多信息|更多资讯|更多内容|更多精彩|欢迎|敬请|请))?关注.{0,12}(?:微信|微博|公众号|订阅号).{0,20}$/u,
    ends: true,
  },
  {
    rule: 'editor',
    pattern:
      /^[（(【[]?\s*(?:(?:责任|值班|网络|执行|本期|网站|实习|文字|美术|新媒体|本文)?\s?(?:编\s?辑|編\s?輯)|责\s?编|責\s?編|[一二三初复终]审|初校|终校|审核|审校|校对|监制|统筹|责任校对|责任審核|信息审核|值班主任|值班总编|总值班|终审)\s?[:：][^。]{0,40}$/u,
    ends: true,
  },
  {
    rule: 'related',
    pattern:
      /^[•·■●◆【[\s]*(?:相关|相關)(?:新闻|新聞|阅读|閱讀|报道|報道|報導|文章|链接|鏈接|連結|推荐|推薦|专题|專題|稿件|资讯|信息|政策解读|解读|政策|文件|内容)[】\]\s]*[:：]?(?:更多|>>)?$/u,
    ends: true,
  },
  {
    rule: 'related',
    pattern:
      /^[•·■●【[\s]*(?:延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|热点推荐|热门推荐|猜你喜欢|为您推荐|热门文章|热点新闻|最新文章|最新资讯|图片新闻|精彩推荐|精彩专题|精彩專題|专题推荐|编辑推荐|今日推荐|大家都在看|友情链接|友情連結)[】\]\s]*[:：]?$/u,
    ends: true,
  },
  {
    rule: 'related',
    pattern:
      /^[•·\s]*(?:\d+\s?小[时時]|今日|一周|本周|本月|热门|熱門|热点|点击|點擊|阅读|新闻|新聞)?(?:排行榜?)(?:[\s•·].{0,12})?$/u,
    ends: true,
  },
  {
    rule: 'related',
    pattern:
      /^[【[<＜«‹←→》《]*\s?(?:上|下|前|后)一(?:篇|条|则|页|个|编|项)(?:文章|新闻|信息|内容)?[】\]]?\s?(?:[:：].{0,120}|没有了?|无)?$/u,
    ends: true,
  },
  {
    rule: 'related',
    pattern: /^(?:本文|文章)?(?:链接|网址|地址|关键词|标签|TAG)\s?[:：]\s*https?:\S+$/iu,
    ends: true,
  },
  { rule: 'related', pattern: /^本文(?:链接|网址|关键词|标签|地址)\s?[:：].{0,200}$/u, ends: true },
  {
    rule: 'copyright',
    pattern:
      /^(?:.{0,40}(?:版权所有(?![人者权])|版权归.{0,20}所有|Copyright|©|All Rights Reserved)).{0,160}$/iu,
    ends: true,
  },
  {
    rule: 'copyright',
    pattern: /^.{0,60}(?:ICP[备備证證]|公网安备|公網安備|网安备|网站标识码|網站標識碼)[^。]{0,120}$/iu,
    ends: true,
  },
  {
    // The permits of a site, with their number: a list of permits to be had (危险废物经营许可证核发) is a policy's own.
    rule: 'copyright',
    pattern:
      /^.{0,60}(?:(?:互联网|新闻|药品|教育)[^，。；]{0,6}信息服务|增值电信业务经营|电信与信息服务业务经营|视听节目|节目制作经营|网络[^，。；]{0,4}出版(?:服务)?|网络文化经营)许可证?(?:编号|号)?\s?[:：]?\s?(?:[A-Z\d（(]|[京津冀晋辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云滇藏陕甘青宁新蒙][A-Z\d（(B网新备文])[^。，]{0,80}$/u,
    ends: true,
  },
  {
    rule: 'copyright',
    pattern:
      /^未[经經](?:书面|書面)?(?:许可|許可|授权|授權|允许|允許)[^。]{0,30}(?:转载|轉載|复制|複製|使用|镜像|鏡像)[^。]{0,20}。?$/u,
    ends: true,
  },
  {
    rule: 'disclaimer',
    pattern:
      /^[【[（(]?(?:(?:免责|版权|特别|郑重|重要|法律)?(?:声明|申明)[】\]）)]?\s?[:：]?.{0,300}(?:本站|本网|本平台|转载|侵权|版权|网友|投稿)|(?:特别|重要|温馨)?(?:说明|提示)[】\]）)]?\s?[:：].{0,300}(?:本站|本网站?|本平台|转载自|网友)).*$/u,
    ends: true,
  },
  {
    rule: 'disclaimer',
    pattern: /^(?:本作品(?:是|来自|收录|在|曾)|本模板|注：中文维基文库).{0,400}$/u,
    ends: true,
  },
  { rule: 'disclaimer', pattern: /^Public domain.{0,40}$/iu, ends: true },
  {
    rule: 'footer',
    pattern:
      /^(?:主办单位|主辦單位|主办|主管单位|主管|承办单位|承办|协办|运维单位|技术支持|技術支持|维护单位|运行维护|运行管理|建设维护|网站管理|网站制作|制作单位|网站联系电话|联系我们|聯繫我們|聯系我們|关于我们|關於我們|广告服务|广告报价|法律声明|隐私声明|隱私聲明|使用帮助|网站声明|网站说明|站点地图|Produced By)(?:\s?[:：|].{0,60}|\s.{0,40})?$/iu,
  },
  {
    rule: 'footer',
    pattern:
      /^(?:地址|邮编|郵編|电话|電話|传真|傳真|邮箱|电子邮件).{0,40}(?:网站(?:标识|维护|管理|建设|联系|支持|技术)|维护|建议使用|分辨率|浏览器).{0,60}$/u,
  },
  {
    rule: 'footer',
    pattern: /^.{0,30}(?:建议使用|最佳浏览|分辨率).{0,40}(?:浏览器|浏览|分辨率).{0,40}$/u,
    ends: true,
  },
  { rule: 'source', pattern: SOURCE_LINE },
  { rule: 'source', pattern: SOURCE_LINE_ABOVE },
  { rule: 'link', pattern: /^[<（(【]?(?:https?:)?\/\/[^\s，。]{4,300}$/u },
];

/** What is longer is no furniture. */
const LONGEST_UNIT = 700;

/** `首頁|必讀|視頻|專訪`: three separators or more between short names. */
function isMenuBar(text: string): boolean {
  if (text.length > 400) return false;
  const items = text.split(/[|｜]/u);
  if (items.length < 4) return false;
  return items.every((item) => item.trim().length <= 12 && !/[，。；！？]/u.test(item));
}

/** In Simplified, digits and letters narrow: the rules are written so. */
export function plainOf(text: string): string {
  return text.length > LONGEST_UNIT ? text : plainText(text);
}

export function ruleOf(printed: string): FurnitureRule | null {
  if (printed.length > LONGEST_UNIT) return null;
  const text = plainOf(printed);
  if (/^[|｜>＞»›·•\s]+$/u.test(text)) return { rule: 'menu', pattern: /^/u };
  if (isMenuBar(text)) return { rule: 'menu', pattern: /^/u };
  return RULES.find(({ pattern }) => pattern.test(text)) ?? null;
}
