/** The server's log: a JSON object a line, on stderr; stdout is for what a script waits for. The only file that knows pino. */
import { destination, pino } from 'pino';

export interface Log {
  info(entry: object, message?: string): void;
  /** `err` in the entry is written with its stack and causes. */
  error(entry: object, message?: string): void;
}

const STDERR = 2;

export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination(STDERR));
}
