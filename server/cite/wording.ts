/** The words and punctuation around a reference, in the reader's language. Titles and texts stay as published. */
import { chineseDate, englishDate } from './citation-dates.js';

export type CitationLanguage = 'zh-Hans' | 'zh-Hant' | 'en';

export interface Wording {
  readonly comma: string;
  readonly listComma: string;
  readonly bracket: (content: string) => string;
  readonly date: (isoDate: string) => string;
  readonly noLink: string;
  /** Said of a quotation that is only the beginning of its clause. */
  readonly excerpt: string;
  readonly repealed: string;
  readonly lapsed: string;
}

const CHINESE = {
  comma: '，',
  listComma: '、',
  bracket: (content: string) => `（${content}）`,
  date: chineseDate,
} as const;

export const WORDINGS: Readonly<Record<CitationLanguage, Wording>> = {
  'zh-Hans': { ...CHINESE, noLink: '无链接', excerpt: '节选', repealed: '已废止', lapsed: '已失效' },
  'zh-Hant': { ...CHINESE, noLink: '無連結', excerpt: '節錄', repealed: '已廢止', lapsed: '已失效' },
  en: {
    comma: ', ',
    listComma: ', ',
    bracket: (content) => ` (${content})`,
    date: englishDate,
    noLink: 'no link',
    excerpt: 'excerpt',
    repealed: 'repealed',
    lapsed: 'no longer in force',
  },
};

/** What must be said of a text that is no longer law; null for all others. */
export function endOfForce(status: string | null, wording: Wording): string | null {
  if (status === '废止') return wording.repealed;
  return status === '失效' ? wording.lapsed : null;
}
