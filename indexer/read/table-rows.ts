/**
 * The rows of a table → lines in which every cell stands with the head of its column, so that a number found alone says what
 * it is of.
 *
 * ```
 * 序号  项目    标准           序号 项目 标准
 * 1     护照费  160元      →   护照费：160元（序号 1）
 *
 * 地区  1985年  1986年         地区 1985年 1986年
 * 北京  50      60         →   北京：1985年：50；1986年：60
 * ```
 *
 * Rows come as a grid: a cell over several rows or columns is in each of them. Where no row looks like heads, a row is its cells
 * in order.
 */
const ORDINAL_HEAD = /^(?:序号|序號|编号|編號|项次|項次|No\.?|#|序)$/iu;
const ORDINAL = /^[（(]?\d{1,4}[)）.．、]?$/u;
/** A number, an amount, a share: what no head is. 2018年 and 第一季度 are heads. */
const QUANTITY = /^[-+±≤≥<>≈约]?[\d０-９][\d０-９,，.．\s]*(?:[%％‰]|亿?元|万元|人|个|户|吨)?$/u;
const YEAR = /^(?:19|20)\d{2}$/u;
const LONGEST_HEAD = 40;
const MOST_HEAD_ROWS = 3;

type Row = readonly string[];

/** @returns Lines without line ends; a cell that is empty is left out, with its head. */
export function tableLines(rows: readonly Row[]): readonly string[] {
  const printed = rows.map((row) => row.map(tidy)).filter((row) => row.some((cell) => cell !== ''));
  const lines: string[] = [];
  let heads: Row | null = null;
  let about = 0;
  for (let at = 0; at < printed.length; at += 1) {
    const row = printed[at] as Row;
    const only = onlyCell(row);
    if (only !== null) {
      lines.push(only);
      continue;
    }
    if (heads === null) {
      const count = headRows(printed, at);
      heads = count === 0 ? [] : headsOf(printed.slice(at, at + count));
      about = subjectColumn(printed.slice(at + count), heads);
      if (count > 0) {
        lines.push(distinct(heads).join(' '));
        at += count - 1;
        continue;
      }
    } else if (isSame(row, heads)) continue;
    lines.push(rowLine(row, heads, about));
  }
  return lines;
}

const tidy = (cell: string): string => cell.replace(/\s+/gu, ' ').trim();

/** The text of a row that has one, printed over all columns: a caption, a note. */
function onlyCell(row: Row): string | null {
  const texts = new Set(row.filter((cell) => cell !== ''));
  const [only] = texts;
  return texts.size === 1 && only !== undefined ? only : null;
}

/** How many rows from `at` on are heads: the first, and those below it that go on dividing its cells. */
function headRows(rows: readonly Row[], at: number): number {
  const first = rows[at] as Row;
  if (at + 1 >= rows.length || !isHead(first)) return 0;
  let count = 1;
  while (count < MOST_HEAD_ROWS && at + count + 1 < rows.length) {
    const above = rows[at + count - 1] as Row;
    const row = rows[at + count] as Row;
    if (!isDivided(above) || !divides(row, above)) break;
    count += 1;
  }
  return count;
}

function isHead(row: Row): boolean {
  const filled = row.filter((cell) => cell !== '');
  if (filled.length < row.length - 1 || filled.length < 2) return false;
  if (filled.every((cell) => YEAR.test(cell))) return false;
  return filled.every(
    (cell) =>
      cell.length <= LONGEST_HEAD && (YEAR.test(cell) || !QUANTITY.test(cell)) && !/[。；]/u.test(cell),
  );
}

/** A head over several columns. */
const isDivided = (row: Row): boolean => row.some((cell, at) => cell !== '' && cell === row[at + 1]);

/** Every column of a head over one goes on in it; what stands below a head over several is a head too. */
function divides(row: Row, above: Row): boolean {
  return (
    isHead(row) &&
    row.every((cell, at) => {
      const isWide = above[at] === above[at - 1] || above[at] === above[at + 1];
      return isWide || cell === above[at] || cell === '';
    })
  );
}

function headsOf(rows: readonly Row[]): Row {
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) =>
    distinct(rows.map((row) => row[column] ?? '')).join(''),
  );
}

const distinct = (cells: Row): readonly string[] => [...new Set(cells.filter((cell) => cell !== ''))];

/** A head that is printed again on the next page. */
const isSame = (row: Row, heads: Row): boolean =>
  heads.length > 0 && row.every((cell, at) => cell === heads[at]);

/** The first column that calls every row otherwise: groups to the left of it stand over several rows. */
function subjectColumn(rows: readonly Row[], heads: Row): number {
  const named = rows.filter((row) => onlyCell(row) === null);
  const column = heads.findIndex((head, at) => {
    if (ORDINAL_HEAD.test(head)) return false;
    const cells = named.map((row) => row[at] ?? '').filter((cell) => cell !== '' && !QUANTITY.test(cell));
    return cells.length * 2 > named.length && new Set(cells).size >= cells.length * 0.9;
  });
  return Math.max(column, 0);
}

function rowLine(row: Row, heads: Row, about: number): string {
  const filled = row
    .map((text, column) => ({ text, column, head: heads[column] ?? '', again: text === row[column - 1] }))
    .filter(({ text }) => text !== '');
  if (heads.length === 0) {
    const printed = filled.filter(({ text, again }) => !again || QUANTITY.test(text));
    return printed.map(({ text }) => text).join(' ');
  }
  const subject =
    filled.find(({ column, text, head }) => column >= about && !isOrdinal(text, head)) ?? filled[0];
  if (subject === undefined) return '';
  // A long cell over several columns is printed once; a short one is said of each of them.
  const rest = filled.filter(
    (cell) => cell !== subject && !(cell.again && (cell.text.length > 8 || cell.text === subject.text)),
  );
  const others = rest.filter(({ text, head }) => !isOrdinal(text, head));
  const numbers = rest.filter(({ text, head }) => isOrdinal(text, head));
  const behind = numbers.map(({ text, head }) => `${head} ${text}`).join('，');
  const isPair = heads.filter((head) => !ORDINAL_HEAD.test(head)).length <= 2;
  const said = others.map(({ text, head }) => (isPair || head === '' ? text : `${head}：${text}`));
  const colon = said.length === 0 || /[：:]$/u.test(subject.text) ? '' : '：';
  return `${subject.text}${colon}${said.join('；')}${behind === '' ? '' : `（${behind}）`}`;
}

const isOrdinal = (text: string, head: string): boolean => ORDINAL_HEAD.test(head) && ORDINAL.test(text);
