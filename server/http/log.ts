/**
 * The server's log: a JSON object a line, on stderr, its level by name; stdout has one line, which a script waits for. The only
 * file that knows pino.
 */
import { writeSync } from 'node:fs';
import { pino } from 'pino';

export interface Log {
  info(entry: object, message?: string): void;
  warn(entry: object, message?: string): void;
  /** `err` in the entry is written with its stack and causes. */
  error(entry: object, message?: string): void;
}

const STDERR = 2;

/** What cannot be written (a full disk under it, a reader that is gone) costs a line of the log, and nobody an answer. */
export function openLog(level: string): Log {
  const formatters = { level: (label: string): object => ({ level: label }) };
  return pino({ level, base: null, formatters, timestamp: pino.stdTimeFunctions.isoTime }, { write });
}

/** In place of pino's own destination, which tries what failed again for ever when the process ends. */
function write(line: string): void {
  try {
    writeSync(STDERR, line);
  } catch {
    // There is nowhere to say so.
  }
}
