/** The options that a person types. The only file that knows commander. */
import { Command } from 'commander';

export { CommanderError, Option } from 'commander';

interface Output {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/**
 * A command that says what is wrong with its options where it is told to, and throws a CommanderError then, and after
 * `--help` and `--version` (exit code 0): it never ends the process.
 */
export function openCommand(name: string, { stdout, stderr }: Output): Command {
  return new Command(name).exitOverride().configureOutput({
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => stderr.write(text),
  });
}
