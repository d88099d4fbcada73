/** The words and punctuation around a reference, in the reader's language. Names, titles and texts stay as published. */
import { chineseDate, englishDate } from './citation-dates.js';

export type CitationLanguage = 'zh-Hans' | 'zh-Hant' | 'en';

export interface Wording {
  readonly comma: string;
  readonly listComma: string;
  readonly bracket: (content: string) => string;
  readonly date: (isoDate: string) => string;
  readonly noLink: string;
  /** Said of a quotation that is only a part of its clause. */
  readonly excerpt: string;
  readonly repealed: string;
  readonly lapsed: string;
  readonly inForce: string;
  readonly amended: string;
  readonly draft: string;
  /** Before the paper or site of news, and behind the day of a white paper, where the style is Chinese. */
  readonly carriedBy: string;
  readonly issued: string;
  /** Said of a title that the text does not print. */
  readonly derivedTitle: string;
}

const CHINESE = {
  comma: '，',
  listComma: '、',
  bracket: (content: string) => `（${content}）`,
  date: chineseDate,
} as const;

export const WORDINGS: Readonly<Record<CitationLanguage, Wording>> = {
  'zh-Hans': {
    ...CHINESE,
    noLink: '无链接',
    excerpt: '节选',
    repealed: '已废止',
    lapsed: '已失效',
    inForce: '现行',
    amended: '已修改',
    draft: '征求意见',
    carriedBy: '载',
    issued: '发布',
    derivedTitle: '题名为推断',
  },
  'zh-Hant': {
    ...CHINESE,
    noLink: '無連結',
    excerpt: '節錄',
    repealed: '已廢止',
    lapsed: '已失效',
    inForce: '現行',
    amended: '已修改',
    draft: '徵求意見',
    carriedBy: '載',
    issued: '發布',
    derivedTitle: '題名為推斷',
  },
  en: {
    comma: ', ',
    listComma: ', ',
    bracket: (content) => ` (${content})`,
    date: englishDate,
    noLink: 'no link',
    excerpt: 'excerpt',
    repealed: 'repealed',
    lapsed: 'no longer in force',
    inForce: 'in force',
    amended: 'amended',
    draft: 'draft for comments',
    carriedBy: 'in ',
    issued: ' (issued)',
    derivedTitle: 'title inferred',
  },
};

/** What must be said of a text that is no longer law; null for all others. */
export function endOfForce(status: string | null, wording: Wording): string | null {
  if (status === '废止') return wording.repealed;
  return status === '失效' ? wording.lapsed : null;
}

/** Whatever is known of it, for the notes of a machine format. */
export function statusWord(status: string | null, wording: Wording): string | null {
  if (status === '现行') return wording.inForce;
  if (status === '已修改') return wording.amended;
  return status === '征求意见' ? wording.draft : (endOfForce(status, wording) ?? status);
}
