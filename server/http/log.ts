/**
 * The server's log: a JSON object a line, on stderr, its level by name; stdout has one line, which a script waits for. The only
 * file that knows pino.
 */
import { destination, pino } from 'pino';

export interface Log {
  info(entry: object, message?: string): void;
  warn(entry: object, message?: string): void;
  /** `err` in the entry is written with its stack and causes. */
  error(entry: object, message?: string): void;
}

const STDERR = 2;

export function openLog(level: string): Log {
  const formatters = { level: (label: string): object => ({ level: label }) };
  return pino(
    { level, base: null, formatters, timestamp: pino.stdTimeFunctions.isoTime },
    destination(STDERR),
  );
}
