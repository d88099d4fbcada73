/** Which command is meant; what each is, in a line; what is said where it fails. */
import { CommanderError, openCommand } from '../core/command-line.js';
import { PolicyError } from '../core/errors.js';
import { VERSION } from '../core/version.js';
import type { Streams } from '../indexer/run-index.js';

/** @returns The exit code. A server goes on after it. */
export type RunCommand = (argv: readonly string[], streams: Streams) => Promise<number>;

interface Subcommand {
  readonly summary: string;
  /** Loaded when it is wanted: a list needs no server. */
  load(): Promise<RunCommand>;
}

const COMMANDS: ReadonlyMap<string, Subcommand> = new Map<string, Subcommand>([
  [
    'index',
    {
      summary: 'read files and folders into an index',
      load: async () => (await import('./index-command.js')).indexCommand,
    },
  ],
  ['serve', { summary: 'serve the page and the API', load: async () => (await import('./serve.js')).serve }],
  ['check', { summary: 'read an index whole', load: async () => (await import('./check.js')).check }],
  [
    'list',
    { summary: 'name the documents, a line each', load: async () => (await import('./list.js')).list },
  ],
  [
    'backup',
    { summary: 'copy the index while it serves', load: async () => (await import('./copy.js')).backup },
  ],
  [
    'restore',
    { summary: 'put a backup in its place', load: async () => (await import('./copy.js')).restore },
  ],
]);

export async function runCommand(argv: readonly string[], streams: Streams): Promise<number> {
  const [name = '', ...rest] = argv;
  try {
    const run = await COMMANDS.get(name)?.load();
    if (run) return await run(rest, streams);
    const program = openCommand('zhengsou', streams)
      .description('Finds the clause in Chinese policy texts, and gives the citation.')
      .version(VERSION, '-V, --version');
    for (const [command, { summary }] of COMMANDS) program.command(command).description(summary);
    program.parse(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // it has said what is wrong
    if (!(error instanceof PolicyError)) throw error;
    streams.stderr.write(`${error.message}\n  ${error.remedy}\n`);
    return 2;
  }
}
