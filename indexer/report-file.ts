/**
 * The file that `--report` names: opened before the work, so that a path that cannot be written costs no time, and
 * written when the work is done. Until then a report of an earlier run stays as it was.
 */
import { constants, statSync } from 'node:fs';
import { type FileHandle, open, readFile, rm, stat } from 'node:fs/promises';
import { PolicyError } from '../core/errors.js';
import type { ListedFiles } from './read/list-files.js';
import type { Report } from './report.js';

export interface ReportFile {
  write(report: Report): Promise<void>;
  /** A file that was made for a report that never came is removed. */
  close(): Promise<void>;
}

/** @param path  Absolute. @throws PolicyError `report_write_failed`. */
export async function openReportFile(path: string): Promise<ReportFile> {
  const there = await stat(path).catch(() => null);
  const isNew = there === null;
  const reader = there?.isFIFO() ? await orFailure(path, () => findReader(path)) : null;
  const handle = await orFailure(path, () => open(path, 'a'));
  await reader?.close();
  let isWritten = false;
  return {
    write: (report) =>
      orFailure(path, async () => {
        const isFile = (await handle.stat()).isFile(); // a pipe or a terminal takes what comes
        const empty = async (): Promise<void> => {
          if (isFile) await handle.truncate(0);
        };
        await empty();
        try {
          for (const piece of pieces(report)) await handle.appendFile(piece);
          isWritten = true;
        } catch (cause) {
          await empty(); // half a report is none
          throw cause;
        }
      }),
    async close() {
      await handle.close();
      if (isNew && !isWritten) await rm(path, { force: true });
    },
  };
}

/** Of a named pipe: whoever opens one that nobody reads waits for a reader, and no signal ends that. */
async function findReader(path: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (cause) {
    if ((cause as { readonly code?: unknown }).code !== 'ENXIO') throw cause;
    throw new PolicyError(
      'report_write_failed',
      `The report cannot be written to ${path}: nobody reads this pipe.`,
      'Start what reads it first, or name a file.',
      { cause },
    );
  }
}

/**
 * The same without the report, where it lies among the inputs: one that we wrote, or have just made.
 *
 * @throws PolicyError `report_write_failed` where it would take the place of a text.
 */
export async function withoutReport(listed: ListedFiles, path: string): Promise<ListedFiles> {
  const report = statSync(path, { throwIfNoEntry: false });
  if (!report?.isFile()) return listed;
  const isReport = ({ origin }: { readonly origin: string }): boolean => {
    const status = statSync(origin, { throwIfNoEntry: false }); // by what it is: a link has another name
    return status?.ino === report.ino && status.dev === report.dev;
  };
  const input = listed.files.find(isReport);
  if (input !== undefined && !(await isOurs(path))) {
    throw new PolicyError(
      'report_write_failed',
      `The report would overwrite ${input.path}, which is to be indexed.`,
      'Name another file for the report.',
    );
  }
  return {
    ...listed,
    files: listed.files.filter((file) => file !== input),
    skipped: listed.skipped.filter((one) => !isReport(one)),
  };
}

async function isOurs(path: string): Promise<boolean> {
  const content = await readFile(path, 'utf8');
  return content === '' || /^\{\s{0,9}"documents": \[/u.test(content);
}

const PIECE = 1 << 20; // characters; the whole may be longer than a string can be

/** A document a line. */
function* pieces({ documents, skipped, heldBack }: Report): Generator<string> {
  let piece = '{';
  let separator = '\n';
  for (const [name, list] of Object.entries({ documents, skipped, heldBack })) {
    piece += `${separator}"${name}": [`;
    separator = '\n';
    for (const one of list) {
      piece += separator + JSON.stringify(one);
      separator = ',\n';
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
    piece += ']';
    separator = ',\n';
  }
  yield `${piece}\n}\n`;
}

/** Of the disk, and of what this user may have of it. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

async function orFailure<Result>(path: string, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (cause) {
    if (cause instanceof PolicyError) throw cause;
    const code = String((cause as { readonly code?: unknown } | null)?.code);
    const isFull = FULL.has(code);
    const fault = cause instanceof Error ? cause.message : String(cause);
    throw new PolicyError(
      'report_write_failed',
      `The report cannot be written to ${path}: ${isFull ? `there is no room left (${code})` : fault}.`,
      isFull
        ? 'Free some space there, or name a file on another disk; then run this again.'
        : 'Name a file in a folder that exists and that you may write to.',
      { cause },
    );
  }
}
