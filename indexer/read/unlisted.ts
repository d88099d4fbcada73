/** Why a path gives no file to read, in words that help. */
import { PolicyError } from '../../core/errors.js';

/** @param isNamed  On the command line, not met in a folder. @param isLink  Whether a link is there. */
export function missing(
  path: string,
  { code }: NodeJS.ErrnoException,
  isNamed: boolean,
  isLink = false,
): PolicyError {
  if (path.includes('\ufffd')) return nameless(path);
  const isNowhere = code === 'ENOENT' || code === 'ENOTDIR';
  if (!isNowhere) {
    return new PolicyError(
      'unreadable_file',
      `${path} cannot be looked at (${code}).`,
      'Check its permissions and those of the folders above it.',
    );
  }
  if (!isNamed && !isLink) return vanished(path);
  return new PolicyError(
    'unreadable_file',
    isNamed ? `There is no file or folder ${path}.` : `${path} is a link to nothing.`,
    isNamed ? 'Check the path; it is relative to the folder you are in.' : 'Mend or remove the link.',
  );
}

/** Somebody else works in the folder. */
export function vanished(path: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `${path} was there when the folder was listed, and is gone.`,
    'Run the same again when nobody changes the folder; where it is to be gone, nothing is to be done.',
  );
}

export function linkOut(path: string, target: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `${path} is a link out of the folder that was named, to ${target}: it is not followed.`,
    'Name what it leads to as well, or put a copy in its place.',
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

/** What systems and editors leave in folders: hidden files, Word's marks of an open file, the forks of a Mac. */
export function isClutter(name: string): boolean {
  return /^(?:\.|~\$)|^(?:__MACOSX|Thumbs\.db|desktop\.ini)$/iu.test(name);
}

/**
 * Browsers put what belongs to a page that they save beside it: X.html and X_files, X.htm and X.files.
 *
 * @param names  Of everything in the folder. @returns the page, null for a folder that is none of a page's.
 */
export function savedPageOf(folder: string, names: { has(name: string): boolean }): string | null {
  const stem = /^(.+)[._](?:files|fichiers|archivos|dateien)$/iu.exec(folder)?.[1];
  if (stem === undefined) return null;
  const pages = ['.html', '.htm', '.xhtml', '.shtml'].flatMap((ending) => [ending, ending.toUpperCase()]);
  return pages.map((ending) => stem + ending).find((page) => names.has(page)) ?? null;
}

export function partOfPage(path: string, page: string): PolicyError {
  return new PolicyError(
    'part_of_page',
    `${path} belongs to the saved page ${page}.`,
    'Nothing is to be done: the page itself is read.',
  );
}

export function leadsOut(path: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `The name of ${path} leads out of its archive.`,
    'Whoever made the archive may mean harm: unpack it yourself, and look.',
  );
}

export function archiveTooDeep(path: string, most: number): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `${path} is an archive in ${most} others.`,
    'Unpack it, and name the folder.',
  );
}

export function unsupported(name: string): PolicyError {
  return new PolicyError(
    'unsupported_format',
    `${name} is of no format that we read.`,
    'We read .txt .md .markdown .html .mhtml .docx .doc .wps .odt .rtf .epub .pdf .xlsx .xls .csv .jsonl .ndjson .json .zip .warc: save it as one of these.',
  );
}
