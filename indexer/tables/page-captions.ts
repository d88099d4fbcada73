/**
 * Labels that sites print around a text, by what they say: those of the metadata table, and those of a page or a record.
 *
 * As of 2026-11. Sources: 政府信息公开目录系统 (GB/T 21063.3) and 政府网站发展指引 (国办发〔2017〕47号), which name the fields of
 * the table; the words of provincial and ministerial sites differ by a synonym in either half, hence the products.
 */
export type CaptionRole =
  | 'title'
  | 'issuer'
  | 'publisher'
  | 'number'
  | 'signed'
  | 'made'
  | 'published'
  | 'pageTime'
  | 'pageDate'
  | 'effective'
  | 'validity'
  | 'source'
  | 'link'
  | 'other';

/** Every first half with every second half: 发文 制定 × 机关 单位 → 发文机关 发文单位 制定机关 制定单位. */
const product = (firsts: string, seconds: string): string[] =>
  firsts.split(' ').flatMap((first) => seconds.split(' ').map((second) => `${first}${second}`));

const words = (row: string): string[] => row.split(/\s+/u);

/** Of the metadata table (信息公开目录): cut with their values wherever such a table stands. */
export const TABLE_CAPTIONS: Readonly<Partial<Record<CaptionRole, readonly string[]>>> = {
  title: ['标题', '名称', ...product('信息 文件 公文 政策 文档 法规', '名称 标题')],
  issuer: product('发文 制发 制定 颁布 公布 颁发 印发 签发 成文 发文主办', '机关 机构 单位 部门'),
  publisher: product('发布 公开 信息发布 信息公开', '机关 机构 单位 部门 主体'),
  number: [
    ...product('发文 公文 文件 文书', '字号 文号 编号 号'),
    ...words('文号 文件编号 文件字号 发文字 法规文号 公告编号'),
  ],
  signed: [...product('成文 发文 签发 印发 制发 签署', '日期 时间')],
  // When the record was made: the day of signing on some sites, of typing on others.
  made: product('生成', '日期 时间'),
  // Taiwan's registers of law have one of them, by how the law last changed.
  published: [
    ...product('发布 公开 公布 颁布 发表 信息发布', '日期 时间'),
    ...words('公发布日 发布日 修正日期 订定日期'),
  ],
  effective: product('施行 实施 生效 执行', '日期 时间'),
  validity: words('有效性 时效性 时效 效力状态 文件状态 是否有效 文件有效性 时效状态 效力'),
  other: [
    ...product('索引 索取 信息索引 信息索取 统一登记 登记 备案', '号'),
    ...product('主题 体裁 组配 信息 公开 公文 文件 机构 服务对象 法规 题材', '分类 类别 种类'),
    ...product('公开', '方式 形式 程序 时限 范围 属性 责任部门 类型'),
    ...product('废止 失效', '日期 时间'),
    ...product('责任', '部门 处室 单位'),
    ...words(
      '主题词 关键词 关键字 分类 分类词 体裁 文种 所属主题 服务对象 有效期 有效期限 内容概述 内容摘要 语种 效力级别 统一编号 载体形式 载体类型 记录形式 发布层级 行政层级 法规体系 生效状态 异动日期 附档',
    ),
  ],
};

/** Of a page or a collector's record: words of policy texts too, so only read, not cut as a table. */
export const PAGE_CAPTIONS: Readonly<Partial<Record<CaptionRole, readonly string[]>>> = {
  published: words(
    '上网时间 上网日期 发稿时间 发稿日期 刊发时间 建档日期 张贴日期 上版日期 上架日期 公告日期',
  ),
  // Written by a site's software, and again whenever the page is made anew.
  pageDate: ['publishdate', 'publish_date'],
  pageTime: words('时间 日期 更新时间 更新日期'),
  source: words('来源 信息来源 稿件来源 文章来源 内容来源 消息来源 稿源 出处'),
  link: words('链接 原文链接 本文链接 网址 原文地址 文章链接'),
  other: words(
    '本文关键词 总结 字体 字号 浏览次数 浏览量 阅读次数 阅读量 点击数 点击 点击次数 访问量 转发量 作者 责任编辑 编辑 责编 审核 行业 打印 分享 收藏 点阅次数 点阅数 视力保护色',
  ),
};

/**
 * What a line is called that says where a text is from, in Simplified, as patterns: who carried it, and its address. Whole
 * words at the beginning of a line; 申报系统网址 is none of them.
 */
export const SOURCE_CAPTION =
  '(?:文章|信息|内容|稿件|消息|资料|原文|本文|此文|新闻|报道|媒体|文件|文档|政策|转载|官方|网页|数据)?(?:来源|出处)(?:网站|网址|链接|地址|于)?|稿源|转自|转载自|摘自|引自|来自|(?:查看|阅读|检视|政策|新闻|公告|英文)?原文|原文见|原载|Source(?: URL| Link)?|Original(?: URL| Link| Source)?|Retrieved from|Available at';
export const LINK_CAPTION =
  '(?:查看|阅读|检视)?(?:原文|本文|此文|引用|文件|文章|全文|网页|页面|原始|官方|政策|发布|信息|永久|固定|网站|文档|官网|公告|通知)?(?:链接地址|网页地址|网站地址|链接|连结|网址|地址|网页)|URL|Link|Permalink|Web(?:site| page)?';

/** A line of the page that says where the text is from, with its link, and nothing else. In Simplified. */
export const SOURCE_LINE = new RegExp(
  String.raw`^(?:\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?\s)?[\s*_>#•·●■◆（(【\[「<-]{0,6}(?:${SOURCE_CAPTION}|${LINK_CAPTION})(?:[:：\]】*\s（(<]|(?=https?:))[^。；]{0,80}https?[:：]\/\/[^\s。；]{3,300}(?:\s[^。；]{0,40})?[。；]?$`,
  'iu',
);
/** The caption alone, over its link or over the name of the site. */
export const SOURCE_LINE_ABOVE =
  /^(?:(?:原文|来源|本文)(?:链接|连结|网址|地址)?|链接|网址|URL|Source)\s?[:：]$/iu;
