/**
 * What the parts of a page are called in class and id, by the systems that most sites are made with (TRS, UCAP, 大汉, VSB,
 * Dreamweaver's templates of the provinces, WordPress), and in their own words. As of 2026-11.
 */

const words = (rows: string): ReadonlySet<string> => new Set(rows.trim().split(/\s+/u));

/** Whole names, in lower case, of the element that holds the text and nothing else. */
export const TEXT_NAMES: ReadonlySet<string> = words(`
  ucap-content ucapcontent trs_editor trs_ueditor trs_preappend trs_web trs_key4format pages_content zoom zoomcon zooms
  vsb_content vsb_content_2 vsb_content_4 vsb_newscontent v_news_content js_content rich_media_content mw-parser-output
  articlecontent article-content article_content article-con article_con article-body article_body article-content-body articlebody
  newscontent news_content news-content newstext news_text news-text news_con newscon newsdetail news_detail
  contenttext content_text content-text content-txt content_txt contenttxt conttext con_text context contxt con_txt
  detailcontent detail-content detail_content detail-con detail_con detailtext detail-text detail_text details-content
  infocontent info-content info_content info-text info_text xxgkcontent xxgk-content xxgk_content gkcontent gk_content
  zwcontent zw_content zw-content wzcontent wz_content wz-content wznr zhengwen zhengwennr neirong xl_content xl-content xlcontent xilan
  xilan_content xlnr arccontent arc_content artcontent art_content art-content art_con artibody artical articaltext artdetail
  maintext main-text main_text textcontent text-content text_content textbox text_con textcon txtcontent txt_content txtcon
  entry-content post-content post_content post-body single-content printcontent print_content print-content printarea printbody
  ueditor editorcontent editor-content bt_content bt-content bt_con mycontent myfont fontzoom textzoom fwcontent b12c
  tys-main-zt-show view TRS_PreAppend sr-rd-content page-content pagecontent law-content lawcontent law_content law-reg-content nr_content doccontent doc_content
`);

/**
 * Parts of names, with what stands beside the text. A name is cut at its signs and before its capitals: `xxgk-crumb`, `footWrap`.
 */
export const BESIDE_NAMES: readonly (readonly [rule: string, parts: ReadonlySet<string>])[] = [
  [
    'breadcrumb',
    words(
      'crumb crumbs breadcrumb breadcrumbs curmb location dqwz weizhi wz position currentpath mbx local dangqian',
    ),
  ],
  [
    'share',
    words(
      'share bdshare bdsharebuttonbox jiathis print printer toolbar tools ewm qrcode qr erweima fontsize zihao gotop totop backtop social wechat weixin weibo',
    ),
  ],
  ['pager', words('pager pagination paging prevnext prev next pagenext sxp sxpage updown pn')],
  [
    'related',
    words(
      'related relate relation relatednews xgxw xgwz xgyd xgjd xglj xgwd xgzc reldocuments recommend recommended tuijian hot hotnews remen comment comments yqlj friendlink friendlinks',
    ),
  ],
  [
    'footer',
    words(
      'footer foot footers copyright copy bottom btm bot bq banquan dibu footnav sitefoot pagefoot beian',
    ),
  ],
  [
    'menu',
    words(
      'nav navi navbar navigation menu menus submenu sidemenu mainmenu leftmenu header topbar top tops banner sidebar side aside search searchbox login logo hotkeys slide swiper weather skip lanmu subnav leftnav pagehead siteheader tophead topnav toplink rightfloat float fixed popup modal dialog layer tips alert loading cookie',
    ),
  ],
];

/** In class and id of the element that prints the title. */
export const TITLE_NAMES: ReadonlySet<string> = words(
  'title titles tit bt biaoti articletitle ucaptitle contenttitle arttitle headline wzbt xxgktitle heading entrytitle newstitle zwbt xlbt posttitle detailtitle h1',
);
