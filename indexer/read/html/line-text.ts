/**
 * The text of one line as a browser shows it: runs of white space are one space, and none where a line of the source
 * ends between two Han characters.
 */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;
const SUPERSCRIPT: ReadonlyMap<string, string> = new Map(
  [...'0123456789+-'].map((one, at) => [one, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'[at] ?? '']),
);

export function lineText(source: string): string {
  const text = source.replace(/[ \t\n\r\f]+/gu, (run, at: number) => {
    if (at === 0 || at + run.length === source.length) return '';
    if (!/[\n\r]/u.test(run)) return ' ';
    return WIDE.test(source.charAt(at - 1)) && WIDE.test(source.charAt(at + run.length)) ? '' : ' ';
  });
  return text.toWellFormed();
}

/** 10 and a raised 8 are no 108. A mark that is raised behind anything else is printed as it is. */
export function raised(text: string, before: string): string {
  if (!/\d$/u.test(before) || !/^[-+]?\d{1,3}$/u.test(text)) return text;
  return [...text].map((one) => SUPERSCRIPT.get(one) ?? one).join('');
}
