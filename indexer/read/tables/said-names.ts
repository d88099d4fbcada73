/**
 * Names of <meta> in which pages say what they are, in lower case, the surer first: those of the state's sites (政府网站发展指引,
 * 国办发〔2017〕47号, annex: ArticleTitle, PubDate, ContentSource), of their systems, and those of the web. As of 2026-11.
 */
const rows = (text: string): readonly string[] => text.split(/\s+/u);

export const SAID_NAMES = {
  title: rows('articletitle article_title 标题 文件名称 dc.title citation_title og:title twitter:title'),
  publishedOn: rows(
    'pubdate publishdate publish_date publishtime 发布日期 发布时间 article:published_time og:published_time dc.date.issued dcterms.issued dc.date datepublished citation_publication_date firstpublishedtime',
  ),
  documentNumber: rows(
    '发文字号 文号 filenum filenumber documentnumber docnumber fwzh wenhao dc.identifier.number',
  ),
  issuingBody: rows(
    '发文机关 发布机构 制定机关 issuer issuingbody publisher.issuer fwjg dc.publisher.issuer',
  ),
  sourceName: rows('contentsource 来源 信息来源 source article:source article_source og:site_name sitename'),
} as const;
