/** 农业法, 信访条例: names too short to be told from words of a text, but for what stands under them. */
import type { Span } from '../../../core/model.js';

const NAME =
  /^[\u3400-\u9fff、“”《》]{2,40}(?:法|法典|条例|办法|规定|细则|规则|决定|章程)(?:[（(][^（()）]{1,20}[）)])?$/u;
/** The note of who passed it, its table of contents, or its first article. */
const FOLLOWS =
  /^(?:[（(]\s{0,4}(?:\d{4}|[一二][〇○零OОＯ一二三四五六七八九]{3})\s{0,2}年|中华民国|目\s{0,4}[录次]|第\s{0,2}[一1]\s{0,2}[条章编]|总\s{0,4}则)/u;

/** @param head  The beginning of the text in Simplified. */
export function lawTitle(head: string): Span | null {
  const start = /^\s{0,32}/u.exec(head)?.[0].length ?? 0;
  const line = (head.slice(start).split('\n', 1)[0] ?? '').trimEnd();
  const next = head.slice(start + line.length, start + line.length + 80).trimStart();
  return NAME.test(line.replace(/\s/gu, '')) && FOLLOWS.test(next)
    ? { start, end: start + line.length }
    : null;
}
