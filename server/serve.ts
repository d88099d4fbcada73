/**
 * The server: opens the engine, listens, and leaves in good order.
 *
 * Without an index, or without the engine, it starts all the same: readyz and every search say so, and what to do.
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Config } from '../core/config.js';
import { PolicyError } from '../core/errors.js';
import { growFurther, isLarge, keepThreadLimits, keepYoung } from '../core/heap.js';
import { loadDictionary } from '../core/text/segment.js';
import { VERSION } from '../core/version.js';
import type { SearchEngine } from '../engine/engine.js';
import { openEngine } from '../engine/open.js';
import { answerHere, warmUp } from './answer/answers.js';
import { cached } from './answer/cache.js';
import { giveUpAt, PATIENT, type Patience, within } from './answer/deadline.js';
import { nearFirst } from './answer/near.js';
import { refuseDamaged } from './answer/whole.js';
import { createApp } from './http/app.js';
import { checkEngine } from './http/check-engine.js';
import { openHttpServer } from './http/http-server.js';
import { type Log, openLog } from './http/log.js';
import { openAnswerPool } from './http/pool.js';
import { spell } from './names/spell.js';

const WEB_FOLDER = fileURLToPath(new URL('../../web/dist', import.meta.url)); // from dist/server
const FIRST_SUGGESTED = '管';
const GRACE = 10_000; // ms that requests under way have to finish
const SWEEP = 50; // ms; a connection that has its answer is kept alive otherwise

/**
 * Serves until a signal ends the process.
 *
 * @throws PolicyError `address_in_use`, `engine_key_too_strong`, before it listens.
 */
export async function serve(config: Config): Promise<void> {
  keepYoung();
  keepThreadLimits();
  const log = openLog(config.logLevel);
  // Whoever waits for that line may go, or have no room for it: that ends no server.
  process.stdout.on('error', () => undefined);
  const engine = openEngine(config, { verify: true });
  const usual = (): Patience => ({ until: giveUpAt(config) });
  const near = config.engine === 'meilisearch' ? answerHere(engine) : null;
  loadDictionary();
  spell(FIRST_SUGGESTED); // loads how Chinese is read, which holds up this thread for a tenth of a second
  // One that is out of reach holds up the start by one deadline, not by two; the embedded one is read in whatever time it takes.
  const warmUntil = config.engine === 'sqlite' ? PATIENT : usual();
  const large = config.engine === 'sqlite' && isLarge(await clausesOf(engine));
  if (large) growFurther();
  const [pool] = await Promise.all([
    openAnswerPool(config, { large, warmUntil }),
    near && warmUp(near, warmUntil).catch(() => undefined), // what is wrong is told to whoever asks
    checkEngine(within(engine, warmUntil), log),
  ]);
  const readVersion = async (patience: Patience): Promise<string> =>
    (await within(engine, patience).status()).version;
  const kept = cached(near ? nearFirst(near, pool) : pool, readVersion, usual);
  const answers = config.engine === 'sqlite' ? refuseDamaged(kept, engine) : kept;
  const { partial } = config.meilisearch;
  const { accessTimeZone, dataFolder, network } = config;
  const webFolder = WEB_FOLDER;
  const app = createApp({
    ...{ engine, usual, partial, answers, webFolder, dataFolder, accessTimeZone, log, network },
  });
  const server = openHttpServer(app).listen(config.port, config.host);
  await listening(server, config);
  void pool.suggest({ q: FIRST_SUGGESTED, limit: 1 }).catch(() => undefined); // what can be suggested is read meanwhile
  const address = addressOf(server, config) + config.network.basePath;
  log.info({ version: VERSION, engine: config.engine, address, node: process.version }, 'ready');
  process.stdout.write(`Zhengsou is ready on ${address}\n`);

  const leave = async (signal: string): Promise<void> => {
    log.info({ signal }, 'closing');
    await close(server);
    await Promise.all([pool.close(), engine.close()]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void leave(signal).catch((error) => endWith(error, log)));
  }
}

/** None where they cannot be read: what is wrong is told to whoever asks. */
async function clausesOf(engine: SearchEngine): Promise<number> {
  return (await engine.status().catch(() => null))?.clauses ?? 0;
}

function listening(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (cause: NodeJS.ErrnoException) => reject(unusableAddress(host, port, cause)));
  });
}

function unusableAddress(host: string, port: number, cause: NodeJS.ErrnoException): unknown {
  if (cause.code === 'EADDRINUSE') {
    return new PolicyError(
      'address_in_use',
      `Port ${port} of ${host} is taken by another program.`,
      'Stop it, or choose another port: PORT=3001 npm start.',
      { cause },
    );
  }
  if (cause.code === 'EACCES' || cause.code === 'EADDRNOTAVAIL') {
    return new PolicyError(
      'address_in_use',
      `Cannot listen on port ${port} of ${host} (${cause.code}).`,
      'Set PORT to a number above 1023 and HOST to an address of this machine.',
      { cause },
    );
  }
  return cause;
}

/** Loopback is called by the name that people type. */
function addressOf(server: Server, { host }: Config): string {
  const { port } = server.address() as AddressInfo;
  const isLocal = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host);
  const name = isLocal ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** No new connections; those without a request end at once, the others when it is answered, all of them after 10 s. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => server.closeAllConnections(), GRACE);
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP);
    server.close(() => {
      clearTimeout(limit);
      clearInterval(sweep);
      resolve();
    });
  });
}

/** Ends the process with what went wrong: in words where somebody can act on it, whole where it is a fault of ours. */
export function endWith(error: unknown, log?: Log): never {
  if (error instanceof PolicyError) process.stderr.write(`${error.message}\n  ${error.remedy}\n`);
  else if (log) log.error({ err: error });
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
