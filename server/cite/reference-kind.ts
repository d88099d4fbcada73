/**
 * What sort of work a text is to a bibliography. It follows the document's type, never the site that
 * carried the text: a notice read on a news site is still a notice.
 */
import type { PolicyDocument } from '../../core/model.js';

/** `notice` is every act of an authority that is no law or regulation: notices, opinions, plans, decisions. */
export type ReferenceKind = 'law' | 'regulation' | 'notice' | 'news' | 'report' | 'standard';

/** The first row that fits is taken; types are canonical Simplified, given ones may be in either script. */
const KINDS: readonly (readonly [ReferenceKind, RegExp])[] = [
  ['news', /新闻|新聞|报道|報導|報道|资讯|資訊|消息|评论|評論/],
  ['report', /报告|報告|白皮书|白皮書|蓝皮书|藍皮書/],
  ['standard', /^(?:国家|國家|行业|行業|地方|团体|團體|企业|企業)(?:标准|標準)$/],
  [
    'regulation',
    /法规|法規|规章|規章|条例|條例|办法|辦法|规定|規定|细则|細則|规则|規則|规程|規程|准则|準則|命令|解释|解釋/,
  ],
  ['law', /法(?:典|律)?$|修正案$/],
];

/** How laws and regulations call themselves at the end of their titles, a bracket after it left out. */
const LAW_TITLE = /(?:法|法典|宪法|憲法)$/;
const REGULATION_TITLE = /(?:条例|條例|办法|辦法|规定|規定|细则|細則|规则|規則)$/;
/** GB/T 7714—2015, DB11/T 1234: what follows the letters is the number of a standard. */
const STANDARD_NUMBER = /^[A-Z]{2,4}\d{0,2}(?:\/[A-Z])?\s?\d/;

/** A document of unknown type is known by its number or the end of its title; failing that it is a notice. */
export function referenceKind({
  type,
  title,
  documentNumberPublished = null,
}: Pick<PolicyDocument, 'type' | 'title'> &
  Partial<Pick<PolicyDocument, 'documentNumberPublished'>>): ReferenceKind {
  if (STANDARD_NUMBER.test(documentNumberPublished ?? '')) return 'standard';
  if (type !== null) return KINDS.find(([, types]) => types.test(type))?.[0] ?? 'notice';
  const name = title.replace(/[（(〔[][^（(〔[]{0,200}[）)〕\]]\s{0,9}$/, '').trimEnd();
  if (/办法$|辦法$/.test(name) || REGULATION_TITLE.test(name)) return 'regulation';
  return LAW_TITLE.test(name) ? 'law' : 'notice';
}

/** Reports that an office publishes in the name of the state, cited by it: what the one for it publishes is hardly ever another. */
export function isWhitePaper(document: Pick<PolicyDocument, 'type' | 'title' | 'issuingBodies'>): boolean {
  const { type, title, issuingBodies } = document;
  if (/白皮书|白皮書/.test(type ?? '')) return true;
  if (type !== null && referenceKind(document) !== 'report') return false;
  return /(?:白皮书|白皮書)$/.test(title) || issuingBodies.includes('国务院新闻办公室');
}
