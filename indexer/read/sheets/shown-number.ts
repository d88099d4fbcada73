/**
 * A number of a cell → the text that is shown, by the cell's format: dates, percents, places behind the point, thousands, and what is
 * written around the number. What no form is given for is shown with all its digits.
 *
 * ```
 * 45076, yyyy-mm-dd          →  2023-05-30
 * 0.125, 0.0%                →  12.5%
 * 1234.5, #,##0.00"元"       →  1,234.50元
 * 360105201003, General      →  360105201003
 * ```
 */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, '#,##0'],
  [38, '#,##0'],
  [39, '#,##0.00'],
  [40, '#,##0.00'],
  [45, 'mm:ss'],
  [46, 'h:mm:ss'],
  [47, 'mm:ss'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** A piece of a format: what is quoted or escaped, a colour or a language in brackets, a run of one letter, a number's form. */
const PIECE =
  /"[^"]{0,200}"|\\.|\[[^\]]{0,60}\]|_.|\*.|AM\/PM|上午\/下午|y{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}|e{1,2}|[#0?][#0?,.]{0,60}|./giu;
const LONGEST_FORMAT = 300;

export interface NumberForm {
  /** Null: as the program likes. */
  readonly format: string | null;
  /** Days are counted from 1904, as Macs did. */
  readonly from1904: boolean;
}

export function builtInFormat(id: number): string | null {
  return BUILT_IN.get(id) ?? null;
}

export function shownNumber(value: number, { format, from1904 }: NumberForm): string {
  if (!Number.isFinite(value)) return '';
  if (format === null || format === '' || /^(?:general|@|G\/通用格式)/iu.test(format)) return digits(value);
  const sections = format.slice(0, LONGEST_FORMAT).split(';');
  const section = (value < 0 ? sections[1] : value === 0 ? sections[2] : undefined) ?? sections[0] ?? '';
  const pieces = [...section.matchAll(PIECE)].map(([piece]) => piece);
  if (pieces.some((piece) => /^(?:y{1,4}|d{1,4}|h{1,2}|s{1,2}|m{3,5})$/iu.test(piece)))
    return shownDate(value, pieces, from1904);
  const size = value < 0 && sections[1] !== undefined && sections[1] !== '' ? -value : value;
  return shownQuantity(size, pieces) ?? digits(value);
}

/** All of them: never 3.6E+11, and no more than a number holds (2.98, not 2.9800000000000004). */
export function digits(value: number): string {
  const rounded = Number.parseFloat(value.toPrecision(15));
  const text = String(rounded);
  if (!/e/iu.test(text)) return text;
  if (Math.abs(rounded) >= 1) return BigInt(Math.round(rounded)).toString();
  return rounded.toFixed(20).replace(/0{1,20}$/u, '');
}

function shownQuantity(value: number, pieces: readonly string[]): string | null {
  const isPercent = pieces.includes('%');
  const at = pieces.findIndex((piece) => /^[#0?]/u.test(piece));
  const form = pieces[at];
  if (form === undefined || pieces.some((piece) => /^E$/iu.test(piece))) return null;
  const places = /\.([#0?]{0,30})/u.exec(form)?.[1] ?? '';
  const most = Math.min(20, places.length);
  const least = (places.match(/0/gu) ?? []).length;
  const scaled = isPercent ? Number.parseFloat((value * 100).toPrecision(15)) : value;
  if (Math.abs(scaled) >= 1e15) return null;
  const fixed = scaled.toFixed(most);
  const trimmed = withoutZeros(fixed, most - least);
  const [whole = '', rest] = trimmed.split('.');
  const filled = whole.replace(/\d{1,20}/u, (all) =>
    all.padStart((/^[#?,]*([0,]*)/u.exec(form)?.[1] ?? '').replaceAll(',', '').length, '0'),
  );
  const grouped = /[#0?],[#0?]/u.test(form) ? filled.replace(/\B(?=(?:\d{3}){1,7}$)/gu, ',') : filled;
  const number = rest === undefined ? grouped : `${grouped}.${rest}`;
  return pieces
    .map((piece, index) => (index === at ? number : literal(piece)))
    .join('')
    .trim();
}

/** Behind the point, the places that `#` has. */
function withoutZeros(fixed: string, spare: number): string {
  let end = fixed.length;
  for (let left = spare; left > 0 && fixed.charAt(end - 1) === '0'; left -= 1) end -= 1;
  return fixed.charAt(end - 1) === '.' ? fixed.slice(0, end - 1) : fixed.slice(0, end);
}

/** What a piece prints that stands for itself. */
function literal(piece: string): string {
  if (piece.startsWith('"')) return piece.slice(1, -1);
  if (piece.startsWith('\\')) return piece.slice(1);
  if (/^(?:[_*].|[#0?].*)$/u.test(piece)) return '';
  if (!piece.startsWith('[')) return piece;
  return /^\[\$([^\]-]{1,10})/u.exec(piece)?.[1] ?? ''; // [$€-407] prints a currency
}

const DAY = 86_400_000;
/** Day 60 is the 29 February 1900 that never was: days before it are one off, and in no policy text. */
const EPOCH = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

function shownDate(value: number, pieces: readonly string[], from1904: boolean): string {
  const time = Math.round((value * DAY) / 1000) * 1000 + (from1904 ? EPOCH_1904 : EPOCH);
  const date = new Date(time);
  if (value < 0 || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return digits(value);
  const hasNoon = pieces.some((piece) => /^(?:AM\/PM|上午\/下午)$/iu.test(piece));
  let wasHour = false;
  return pieces
    .map((piece, index) => {
      const letter = piece.toLowerCase();
      if (/^m{1,2}$/u.test(letter)) {
        const isMinute =
          wasHour || /^s/iu.test(pieces.slice(index + 1).find((next) => /^[a-z]/iu.test(next)) ?? '');
        return padded(isMinute ? date.getUTCMinutes() : date.getUTCMonth() + 1, letter.length);
      }
      if (/^[ymdhse]/u.test(letter)) wasHour = /^h/u.test(letter);
      return datePart(letter, date, hasNoon) ?? literal(piece);
    })
    .join('')
    .trim();
}

function datePart(letter: string, date: Date, hasNoon: boolean): string | null {
  if (/^(?:y{3,4}|e{1,2})$/u.test(letter)) return String(date.getUTCFullYear());
  if (/^y{1,2}$/u.test(letter)) return padded(date.getUTCFullYear() % 100, 2);
  if (/^m{3,5}$/u.test(letter)) return MONTHS[date.getUTCMonth()] ?? '';
  if (/^d{1,2}$/u.test(letter)) return padded(date.getUTCDate(), letter.length);
  if (/^d{3,4}$/u.test(letter)) return '';
  if (/^h{1,2}$/u.test(letter))
    return padded(hasNoon ? date.getUTCHours() % 12 || 12 : date.getUTCHours(), letter.length);
  if (/^s{1,2}$/u.test(letter)) return padded(date.getUTCSeconds(), letter.length);
  if (letter === 'am/pm') return date.getUTCHours() < 12 ? 'AM' : 'PM';
  return letter === '上午/下午' ? (date.getUTCHours() < 12 ? '上午' : '下午') : null;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
