#!/usr/bin/env node
/**
 * zhengsou <command> …: the entry of what is installed. Nothing that goes wrong ends it with Node's own exit code 1, which has
 * a meaning of its own in most commands.
 */
import { faultOf } from '../indexer/fault.js';

function fail(error: unknown): never {
  process.stderr.write(faultOf(error, 'what was there is unchanged'));
  process.exit(2);
}

process.on('uncaughtException', fail);
// Whoever reads what we say may go (`| head`): the work goes on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const { runCommand } = await import('./run-command.js');
process.exitCode = await runCommand(process.argv.slice(2), process);
