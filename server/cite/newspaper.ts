/** Whether what carried a text is a paper or a magazine, by its name: 法制日报, 半月谈, 聯合報; 人民网 and 新华社客户端 are sites. */
const PAPER =
  /(?:报|報|报社|報社|周刊|週刊|杂志|雜誌|月刊|半月谈|瞭望|求是|公报|公報)$|^(?:China Daily|Global Times|Taipei Times)$/;
const SITE = /(?:网|網|网站|客户端|新闻网|通讯社|社|公众号|电视台|微博)$/;

export function isPaper(name: string): boolean {
  return PAPER.test(name) && !SITE.test(name.replace(/[报報]社$/, ''));
}
