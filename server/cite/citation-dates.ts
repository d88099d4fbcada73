/**
 * ISO days (`2025-08-21`) as the styles print them, and years alone (`2025`) where no day is known. Nothing here asks the
 * clock or a time zone.
 */
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

interface Day {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

export function yearOf(isoDate: string): string {
  return isoDate.slice(0, 4);
}

/** null for a year alone. */
export function dayOf(isoDate: string): Day | null {
  const [year = '', month, day] = isoDate.split('-');
  return month === undefined || day === undefined ? null : { year, month: Number(month), day: Number(day) };
}

/** 2023年5月30日 */
export const chineseDate = writeDate(
  ({ year, month, day }) => `${year}年${month}月${day}日`,
  (year) => `${year}年`,
);

/** 30 May 2023 */
export const englishDate = writeDate(({ year, month, day }) => `${day} ${MONTHS[month - 1]} ${year}`);

/** 2025, August 21 */
export const apaDate = writeDate(({ year, month, day }) => `${year}, ${MONTHS[month - 1]} ${day}`);

/** Aug. 21, 2025 */
export const bluebookDate = writeDate(({ year, month, day }) => `${SHORT_MONTHS[month - 1]} ${day}, ${year}`);

/** 08/21/2025 */
export const taiwanDate = writeDate(
  ({ year, month, day }) => `${twoDigits(month)}/${twoDigits(day)}/${year}`,
);

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}

function writeDate(
  write: (day: Day) => string,
  writeYear: (year: string) => string = (year) => year,
): (isoDate: string) => string {
  return (isoDate) => {
    const day = dayOf(isoDate);
    return day === null ? writeYear(isoDate) : write(day);
  };
}
