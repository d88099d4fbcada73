/**
 * What a run says on the screen when it is done: what was skipped, what stays, which given values could not be used.
 * Every name comes from outside: signs that steer a terminal are shown, not sent.
 */
import type { HeldBack } from './claims.js';
import type { Loaded } from './load.js';
import { type BriefDocument, missedIn, type Report } from './report.js';

const SHOWN = 20; // of skipped files, and of paths that documents stay for; the report has all

/** @param hasReport  All that is left out here is in it. */
export function summaryOf(report: Report, hasReport: boolean): string {
  const where = hasReport ? 'the report lists' : '--report <file.json> lists';
  return [
    ...shorten(
      missedIn(report),
      ({ path, message, remedy }) => `skipped ${path}: ${message}\n  ${remedy}`,
      where,
    ),
    ...shorten(report.heldBack, heldBackLine, where),
    ...unusedValues(report.documents, where),
  ]
    .map((line) => `${printable(line)}\n`)
    .join('');
}

export function changesOf({ added, replaced, removed, unchanged, heldBack }: Loaded): string {
  const held = heldBack.reduce((sum, { documents }) => sum + documents, 0);
  const stay = held === 0 ? '' : `, ${held} held back`;
  return `${added} added, ${replaced} replaced, ${removed} removed, ${unchanged} unchanged${stay}\n`;
}

function shorten<Item>(items: readonly Item[], lineOf: (item: Item) => string, where: string): string[] {
  const more = items.length - SHOWN;
  const rest = more > 0 ? [`… and ${more} more; ${where} all.`] : [];
  return [...items.slice(0, SHOWN).map(lineOf), ...rest];
}

const REASONS: Readonly<Record<HeldBack['reason'], string>> = {
  absent: 'is not there',
  empty: 'holds nothing that could be read; is it mounted?',
  unread: 'could not be read whole',
};

function heldBackLine({ path, reason, documents }: HeldBack): string {
  const stay = documents === 1 ? '1 document of it stays' : `${documents} documents of it stay`;
  return `held back: ${path} ${REASONS[reason]} – ${stay} in the index.`;
}

/** `3 values could not be used: publishedOn 2, source.url 1; …` */
function unusedValues(documents: readonly BriefDocument[], where: string): string[] {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { warnings } of documents) {
    for (const { code, message } of warnings) {
      if (code !== 'invalid_field') continue;
      const field = fieldOf(message);
      counts.set(field, (counts.get(field) ?? 0) + 1);
      total += 1;
    }
  }
  if (total === 0) return [];
  const fields = [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([field, count]) => `${field} ${count}`);
  return [
    `${total} ${total === 1 ? 'value' : 'values'} could not be used: ${fields.join(', ')}; ${where} them.`,
  ];
}

/** Its message begins with the field: `cities[0] is left out: …` → `cities`. */
function fieldOf(message: string): string {
  return message.slice(0, 60).split(/[\s[]/u, 1)[0] ?? '';
}

/** Signs that steer a terminal, as their numbers. */
export function printable(line: string): string {
  return line.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (sign) =>
    sign === '\n' ? sign : `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );
}
