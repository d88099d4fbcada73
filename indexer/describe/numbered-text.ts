/** Texts whose number says what they are: standards, Hong Kong's laws and notices, papers of its Legislative Council, circulars; Macau's acts. */
import type { Span } from '../../core/model.js';
import type { NamedBody } from './bodies/body-names.js';
import type { OwnNumber } from './document-number.js';
import { readHongKong } from './hong-kong.js';
import { readCouncilPaper } from './legislative-council.js';
import { readSerialOfYear } from './serial-of-year.js';
import { readStandard } from './standard.js';
import type { TextEnds } from './text-ends.js';

export interface NumberedText {
  readonly number: OwnNumber;
  readonly title: string;
  /** The lines of the title, in the cleaned text: a line is one clause. */
  readonly span: Span;
  /** Null where it is what the title ends in. */
  readonly type: string | null;
  /** Who made it. */
  readonly bodies: readonly NamedBody[];
  readonly publishedOn: string | null;
  readonly signedOn: string | null;
  readonly effectiveOn: string | null;
  /** Whose such texts are; null: of no place. */
  readonly place: '香港' | '澳门' | null;
}

/** @returns  null for any other text. */
export function readNumberedText(ends: TextEnds): NumberedText | null {
  return readStandard(ends) ?? readHongKong(ends) ?? readCouncilPaper(ends) ?? readSerialOfYear(ends);
}
