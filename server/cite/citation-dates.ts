/** ISO dates (`2025-08-21`) as the styles print them. Nothing here asks the clock or a time zone. */
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Bluebook, table T12: May, June and July are not shortened, September has four letters. */
const SHORT_MONTHS = MONTHS.map((month) =>
  month.length <= 4 ? month : `${month.slice(0, month === 'September' ? 4 : 3)}.`,
);

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dateParts(isoDate: string): DateParts {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  return { year, month, day };
}

/** 2023年5月30日 */
export function chineseDate(isoDate: string): string {
  const { year, month, day } = dateParts(isoDate);
  return `${year}年${month}月${day}日`;
}

/** 30 May 2023 */
export function englishDate(isoDate: string): string {
  const { year, month, day } = dateParts(isoDate);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** 2025, August 21 */
export function apaDate(isoDate: string): string {
  const { year, month, day } = dateParts(isoDate);
  return `${year}, ${MONTHS[month - 1]} ${day}`;
}

/** Aug. 21, 2025 */
export function bluebookDate(isoDate: string): string {
  const { year, month, day } = dateParts(isoDate);
  return `${SHORT_MONTHS[month - 1]} ${day}, ${year}`;
}
