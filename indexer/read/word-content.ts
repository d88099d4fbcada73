/** What the readers of word processors' files have in common: from printed lines to a file's content. */
import { PolicyError } from '../../core/errors.js';
import type { FileFormat } from '../../core/model.js';
import type { SaidMetadata } from '../model.js';
import { loneSurrogates } from './encoding.js';
import type { FileContent } from './file-content.js';
import type { FlowText } from './flow.js';
import { wellFormed } from './well-formed.js';

export interface WordFile {
  readonly name: string;
  readonly format: FileFormat;
  readonly flow: FlowText;
  /** Lines of the first page's header. */
  readonly header?: string;
  /** As the properties of the file say it. */
  readonly title?: string;
  readonly encoding?: string;
}

/**
 * A red head that stands in the header of the first page: 北京市人民政府文件, 中华人民共和国国务院令. Any other header is a page's, not the
 * text's.
 */
const RED_HEAD = /^(?!内部|秘密|机密|绝密|会议|参考|学习|征求)[\p{Script=Han}（）()、·]{2,40}(?:文件|令)$/u;
/** Enough for a title below a red head, a number and a date. */
const HEAD = 2000;

/** @throws  PolicyError `page_without_text` where nothing is printed. */
export function wordContent({ name, format, flow, header, title, encoding }: WordFile): FileContent {
  const { text: printed, replaced } = wellFormed(flow.text);
  if (!/[\p{L}\p{N}]/u.test(printed)) throw withoutText(name);
  const head = redHead(header ?? '', printed);
  const shift = head === null ? 0 : head.length + 1;
  const text = head === null ? printed : `${head}\n${printed}`;
  return {
    format,
    text,
    furniture: flow.furniture.map((span) => ({ ...span, start: span.start + shift, end: span.end + shift })),
    said: saidTitle(title ?? '', text),
    savedFrom: null,
    links: [],
    encoding: encoding ?? null,
    warnings: replaced === 0 ? [] : [loneSurrogates(replaced)],
  };
}

function redHead(header: string, text: string): string | null {
  const lines = header.split('\n').map(plain);
  const head = lines.length <= 3 ? lines.find((line) => RED_HEAD.test(line)) : undefined;
  return head === undefined || plain(text.slice(0, HEAD)).includes(head) ? null : head;
}

/**
 * The title that a file's properties say, where the text prints it: they mostly say the name of a file, of a program or of its
 * user.
 */
export function saidTitle(title: string, text: string): SaidMetadata {
  const said = title.slice(0, 300).replace(/\s+/gu, ' ').trim();
  if (plain(said).length < 4 || !plain(text.slice(0, HEAD)).includes(plain(said))) return {};
  return { title: said };
}

const plain = (part: string): string => part.replace(/\s/gu, '');

export function withoutText(name: string): PolicyError {
  return new PolicyError(
    'page_without_text',
    `${name} prints no text: it holds pictures at most.`,
    'Look for the same document as text at its source, or take it out of the folder.',
  );
}
