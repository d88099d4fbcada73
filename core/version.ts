/** Of this program, as package.json says it: in `--version`, in a header of each answer, in the log. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: two up from where this is built to, one from where it is written. */
export const HOME = homeAbove(dirname(fileURLToPath(import.meta.url)));

const { version } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as {
  readonly version: string;
};
export const VERSION = version;

function homeAbove(folder: string): string {
  const isHome = existsSync(join(folder, 'package.json')) || dirname(folder) === folder;
  return isHome ? folder : homeAbove(dirname(folder));
}
