/** Where the files themselves are kept beside the index, each under what its bytes are: `npm run index -- --keep-files`. */
import { join } from 'node:path';

/** @param sha256  Of the document, as `document.file.sha256` says it. @returns null for what is no hash. */
export function keptFile(dataFolder: string, sha256: string): string | null {
  return /^[0-9a-f]{64}$/u.test(sha256) ? join(keptFolder(dataFolder), sha256) : null;
}

export function keptFolder(dataFolder: string): string {
  return join(dataFolder, 'files');
}
