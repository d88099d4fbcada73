/** PDFs in a process of their own, which is there from the first one on. */
import { PolicyError } from '../core/errors.js';
import { openProcessApart, type ProcessLimits } from '../core/process-apart.js';
import type { PdfTask } from './pdf-worker.js';
import type { FileContent } from './read/file-content.js';
import type { Reader } from './read/read-content.js';
import type { SkippedInput } from './report.js';

const LIMITS: ProcessLimits = { milliseconds: 60_000, megabytes: 1024 };
const WORKER = new URL('./pdf-worker.js', import.meta.url);

export interface PdfProcess {
  readonly read: Reader;
  close(): void;
}

/** One PDF after the other. */
export function openPdfProcess(worker: URL = WORKER, limits: ProcessLimits = LIMITS): PdfProcess {
  const apart = openProcessApart<PdfTask, FileContent | SkippedInput>(worker, limits);
  return {
    async read(bytes, name) {
      const outcome = await apart.run({ bytes, name });
      if (outcome.kind === 'lost') throw lost(name, outcome.over, limits);
      const { result } = outcome;
      if ('code' in result) throw new PolicyError(result.code, result.message, result.remedy);
      return result;
    },
    close: apart.close,
  };
}

function lost(
  name: string,
  over: 'time' | 'memory',
  { milliseconds, megabytes }: ProcessLimits,
): PolicyError {
  const fault =
    over === 'time'
      ? `takes more than ${milliseconds / 1000} seconds to be read`
      : `needs more than the ${megabytes} MB that a file may have, or is damaged`;
  return new PolicyError(
    'unreadable_file',
    `${name} ${fault}.`,
    'Open it in a PDF reader and print it to a new PDF, or its parts as files of their own.',
  );
}
