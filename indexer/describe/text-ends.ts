/**
 * What the field readers look at: the ends of a document, in Simplified, with offsets that still fit.
 *
 * Descriptions stand at the ends of a text, so a text of any length costs the same; each end is converted when it is first
 * asked for.
 */
import { shortenBlanks } from '../../core/text/blanks.js';
import { scriptOf } from '../../core/text/script.js';
import { withoutInvisible } from '../clean/drop-invisible.js';
import { plainText } from '../clean/plain.js';
import { withoutHtml } from '../clean/read-html.js';
import type { CleanedText, RawDocument } from '../model.js';
import { type Captions, readCaptions } from './captions.js';
import { type NumberedText, readNumberedText } from './numbered-text.js';

/** A notice with its plan signs after the notice, which is seldom longer than this. */
const HEAD = 6000;
const TAIL = 3000;
/** Laws with their history beside them say only in their last article since when they are in force. */
const LAW_END = 1500;

export interface TextEnds {
  readonly raw: RawDocument;
  readonly cleaned: CleanedText;
  /** The first characters of the cleaned text in Simplified; the n-th is the n-th of the cleaned text. */
  readonly head: string;
  /** The head, and before it what was cut as a summary (【导读】…): it says whose act the text is. */
  readonly lead: string;
  /** The last ones, and where in the cleaned text they begin. Empty for a text that fits into the head. */
  readonly tail: string;
  readonly tailStart: number;
  /** The raw text's first characters in Simplified: menus, page titles, datelines. Empty for a law of the corpora. */
  readonly page: string;
  /** The same as they came, but for long runs of blanks and what is invisible; the n-th character is the n-th of `page`. */
  readonly pageAsPrinted: string;
  readonly captions: Captions;
  /** Of the text as a whole. */
  readonly isTraditional: boolean;
  /** What its number says that it is. */
  readonly numbered: NumberedText | null;
}

/** @param isPage  Whether a site printed something around the text; a line of JSONL with its history has nothing there. */
export function readEnds(raw: RawDocument, cleaned: CleanedText, isPage: boolean): TextEnds {
  const { text } = cleaned;
  const headEnd = Math.min(text.length, isPage ? HEAD : LAW_END);
  const tailStart = Math.max(headEnd, text.length - (isPage ? TAIL : LAW_END));
  const head = once(() => plainText(text.slice(0, headEnd)));
  const tail = once(() => plainText(text.slice(tailStart)));
  const pageAsPrinted = once(() =>
    isPage ? withoutInvisible(shortenBlanks(withoutHtml(pageHead(raw, cleaned)))) : '',
  );
  const page = once(() => plainText(pageAsPrinted()));
  const captions = once(() => (isPage ? readCaptions(partsAround(raw, cleaned)) : {}));
  const isTraditional = once(() => scriptOf(text.slice(0, HEAD)) === 'hant');
  const summary = once(() => plainText(cleaned.cuts.find(({ rule }) => rule === 'lead')?.text ?? ''));
  const numbered = once(() => readNumberedText(ends));
  const ends: TextEnds = {
    raw,
    cleaned,
    tailStart,
    get head() {
      return head();
    },
    get lead() {
      return summary() === '' ? head() : `${summary()}\n${head()}`;
    },
    get tail() {
      return tail();
    },
    get page() {
      return page();
    },
    get pageAsPrinted() {
      return pageAsPrinted();
    },
    get captions() {
      return captions();
    },
    get isTraditional() {
      return isTraditional();
    },
    get numbered() {
      return numbered();
    },
  };
  return ends;
}

/** Of the raw text, before where the document begins: a title, a record table, a dateline stand no further above it. */
const ABOVE = 1500;
/** Behind where it ends. */
const BELOW = 1500;
const CAPTIONS = 4000;

/** A page's menus may be longer than all that is looked at: of a file whose reader found the document, what stands around that. */
function pageHead({ text, facts }: RawDocument, cleaned: CleanedText): string {
  const from = facts === null ? 0 : Math.max(0, documentStart(cleaned) - ABOVE);
  return text.slice(from, from + HEAD);
}

function partsAround({ text, facts }: RawDocument, cleaned: CleanedText): readonly string[] {
  if (facts === null) {
    return text.length <= CAPTIONS + BELOW ? [text] : [text.slice(0, CAPTIONS), text.slice(-BELOW)];
  }
  const from = Math.max(0, documentStart(cleaned) - ABOVE);
  const end = cleaned.toRaw({ start: cleaned.text.length, end: cleaned.text.length }).end;
  const records = facts.furniture.filter(({ rule }) => rule === 'record');
  return [
    ...records.map(({ start, end: close }) => text.slice(start, Math.min(close, start + CAPTIONS))),
    text.slice(from, from + CAPTIONS),
    text.slice(Math.max(from + CAPTIONS, end - BELOW), end + BELOW),
  ];
}

function documentStart({ toRaw }: CleanedText): number {
  return toRaw({ start: 0, end: 1 }).start;
}

/** Read when it is first asked for, and kept. */
export function once<T>(read: () => T): () => T {
  let value: { readonly is: T } | undefined;
  return () => {
    value ??= { is: read() };
    return value.is;
  };
}
