/** Why a path gives no file to read, in words that help. */
import { PolicyError } from '../../core/errors.js';

/** @param isNamed  On the command line, not met in a folder. */
export function missing(path: string, { code }: NodeJS.ErrnoException, isNamed: boolean): PolicyError {
  if (path.includes('\ufffd')) return nameless(path);
  const isNowhere = code === 'ENOENT' || code === 'ENOTDIR';
  if (!isNowhere) {
    return new PolicyError(
      'unreadable_file',
      `${path} cannot be looked at (${code}).`,
      'Check its permissions and those of the folders above it.',
    );
  }
  return new PolicyError(
    'unreadable_file',
    isNamed ? `There is no file or folder ${path}.` : `${path} is a link to nothing.`,
    isNamed ? 'Check the path; it is relative to the folder you are in.' : 'Mend or remove the link.',
  );
}

/** Names from an archive of another system: bytes that are no UTF-8 lose their way back to the file. */
function nameless(path: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `The name of ${path} is in another encoding than UTF-8.`,
    'Rename it: `convmv -f gbk -t utf8 -r --notest <folder>` does a folder at a time.',
  );
}

export function unreadableFolder(path: string): PolicyError {
  return new PolicyError('unreadable_file', `The folder ${path} cannot be opened.`, 'Check its permissions.');
}

export function unsupported(name: string): PolicyError {
  return new PolicyError(
    'unsupported_format',
    `${name} is of no format that we read.`,
    'Save its text as .txt or .md (.markdown), or documents as .jsonl (one a line) or .json (an array).',
  );
}
