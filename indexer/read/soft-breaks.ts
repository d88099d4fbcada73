/**
 * Line breaks inside a paragraph. In a title they only place it on the page; elsewhere people end paragraphs with them.
 */
const OWN_LINE =
  /^(?:[（(〔[【]|.{0,30}〔\d{4}〕|第\d{1,4}号|\d{4}年\d{1,2}月|第[一二三四五六七八九十百\d]{1,6}[编章节条]|[一二三四五六七八九十]{1,3}、|\d{1,3}[.．、])/u;
/** No title is longer: several paragraphs in one, that are centred. */
const LONGEST_TITLE = 120;

/**
 * @param isTitle  Whether the paragraph is a heading, or centred.
 * @returns        The lines, joined by `\n`: of a title one, but for what is no part of it (a number, a date, a note in brackets).
 */
export function joinSoftBreaks(lines: readonly string[], isTitle: boolean): string {
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  if (!isTitle || lines.length === 1 || length > LONGEST_TITLE) return lines.join('\n');
  let text = '';
  for (const line of lines.map((part) => part.trim())) {
    if (line === '' || text === '') text += line;
    else if (OWN_LINE.test(line) || /[。；！？）〕]$/u.test(text)) text += `\n${line}`;
    else text += isLatinGap(text, line) ? ` ${line}` : line;
  }
  return text;
}

const isLatinGap = (before: string, behind: string): boolean =>
  /[A-Za-z0-9,.;:]$/.test(before) && /^[A-Za-z0-9]/.test(behind);
