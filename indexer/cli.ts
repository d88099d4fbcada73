/**
 * npm run index -- <path>… [options]
 *
 * The entry: it runs whatever it is called by, a link or a name without `.js`. Nothing that goes wrong ends it with
 * Node's own exit code 1, which is that of skipped files: neither a module that cannot be loaded nor an error that
 * nobody waits for.
 */
import { setFlagsFromString } from 'node:v8';
import { faultOf } from './fault.js';

function fail(error: unknown): never {
  process.stderr.write(faultOf(error));
  process.exit(2);
}

const endedEarly = (): never => fail(new Error('The run ended before its work was done.'));

process.on('uncaughtException', fail);
process.on('beforeExit', endedEarly);
// Whoever reads what we say may go (`| head`): the work goes on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

// V8 lets a heap grow to four times what is in use before it looks; what crosses from the threads is used once.
setFlagsFromString('--heap-growing-percent=40');

const { main } = await import('./command.js');
process.exitCode = await main(process.argv.slice(2), process);
process.off('beforeExit', endedEarly);
