/** Tries a pattern on hostile strings and says on which it stalls. */
import { hostileStrings } from './hostile-strings.js';

export interface Stall {
  readonly milliseconds: number;
  readonly length: number;
  readonly text: string;
}

/** Processor time, in milliseconds: a machine that does other work beside is not a slow pattern. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Best of so many: a first run compiles, another may meet the garbage collector. */
const TRIES = 5;

function timeOf(pattern: RegExp, text: string, limit: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < TRIES && best > limit; round += 1) {
    const started = spent();
    if (pattern.global) text.replace(pattern, '');
    else pattern.exec(text);
    best = Math.min(best, spent() - started);
  }
  return best;
}

/** Close to each other: what takes 2ⁿ steps is seen at 24 or 32 and would not come back from 100. */
const SHORT = [24, 32, 48, 100];

/** Of the strings of one length, so many are tried at the next: those that cost most. */
const DEAREST = 16;

/**
 * A string on which the pattern takes longer than `limit` milliseconds; null where there is none.
 *
 * Short strings come first, with a limit to match: what takes n⁴ steps would not come back from a long one.
 */
export function findStall(
  { source, flags }: { readonly source: string; readonly flags: string },
  lengths: readonly number[],
  limit: number,
): Stall | null {
  const pattern = new RegExp(source, flags.replace('y', ''));
  let wanted: readonly number[] | null = null; // all
  for (const length of [...SHORT, ...lengths]) {
    const allowed = length < 500 ? limit / 5 : limit;
    const strings = [...hostileStrings(source, length)];
    const times: { readonly index: number; readonly milliseconds: number }[] = [];
    for (const index of wanted ?? strings.keys()) {
      const text = strings[index] ?? '';
      const milliseconds = timeOf(pattern, text, allowed);
      if (milliseconds > allowed) return { milliseconds, length, text };
      times.push({ index, milliseconds });
    }
    times.sort((one, other) => other.milliseconds - one.milliseconds);
    if (length >= 500) wanted = times.slice(0, DEAREST).map(({ index }) => index);
  }
  return null;
}
