import { resolve } from 'node:path';
import { Option, openCommand } from '../core/command-line.js';
import { ENGINES, environmentOr, readConfig } from '../core/config.js';
import { endWith, serve as serveWith } from '../server/serve.js';
import type { RunCommand } from './run-command.js';

/** zhengsou serve: options before the environment, under the same rules. */
export const serve: RunCommand = async (argv, streams) => {
  const command = openCommand('zhengsou serve', streams)
    .description(
      'Serves the page and the API until a signal ends it; the address is printed when it is ready.',
    )
    .option('--port <number>', 'the port; 0 takes any free one (default: PORT, or 3000)')
    .option('--host <address>', 'the address to listen on (default: HOST, or 127.0.0.1)')
    .option('--data <folder>', 'the index folder (default: DATA_DIR, or data/)')
    .addOption(
      new Option('--engine <name>', 'which engine (default: SEARCH_ENGINE, or sqlite)').choices(ENGINES),
    )
    .parse([...argv], { from: 'user' });
  const { port, host, data, engine } =
    command.opts<Readonly<Record<'port' | 'host' | 'data' | 'engine', string>>>();
  const given = {
    PORT: port,
    HOST: host,
    DATA_DIR: data === undefined ? undefined : resolve(data),
    SEARCH_ENGINE: engine,
  };
  try {
    await serveWith(readConfig(environmentOr(given)));
  } catch (error) {
    endWith(error);
  }
  return 0;
};
