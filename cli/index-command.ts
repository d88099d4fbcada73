import { setFlagsFromString } from 'node:v8';
import { main } from '../indexer/command.js';
import type { RunCommand } from './run-command.js';

/** zhengsou index <path>… : what `npm run index --` is. */
export const indexCommand: RunCommand = (argv, streams) => {
  setFlagsFromString('--heap-growing-percent=40'); // as in indexer/cli.ts
  return main(argv, streams, 'zhengsou index');
};
