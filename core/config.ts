/**
 * The only reader of the environment. README lists these variables with their defaults.
 */
import { readFileSync, realpathSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname } from 'node:path';
import { z } from 'zod';
import { PolicyError } from './errors.js';

export const ENGINES = ['sqlite', 'meilisearch'] as const;
export type EngineName = (typeof ENGINES)[number];

/** One address, or several separated by commas: a shard each. Without a slash at the end, so that two spellings are one. */
const addresses = z
  .string()
  .transform((text) => text.split(',').map((address) => address.trim().replace(/\/{1,9}$/, '')))
  .pipe(
    z
      .array(
        z.url({
          protocol: /^https?$/,
          error: 'Write http://host:port, several of them separated by commas.',
        }),
      )
      .refine((list) => new Set(list).size === list.length, 'An address is named twice.')
      // Addresses are in messages and on the screen; a key has variables of its own.
      .refine((list) => list.every((address) => !address.includes('@')), 'Leave user and password out.'),
  );

const TIME_ZONES = 'Name a time zone as the IANA does: Asia/Shanghai, Europe/Berlin, UTC.';

const TRUSTED = 'Write how many proxies there are (1), or their addresses: loopback, 10.0.0.0/8.';
const UNDER = 'Write the path that the server lies under: /policies, without a slash at its end.';
const ORIGINS =
  'Write none, * or origins as browsers send them: https://example.org, several separated by commas.';

/** ms. A Meilisearch that has not answered by then is ill; the embedded engine may have a slow machine. */
const DEADLINES: Readonly<Record<EngineName, number>> = { sqlite: 10_000, meilisearch: 2000 };

/** A whole number, told as one. */
const number = (least: number, most: number) => {
  const error = `Write a whole number from ${least} to ${most}.`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

const Environment = z.object({
  SEARCH_ENGINE: z.enum(ENGINES).default('sqlite'),
  DATA_DIR: z.string().min(1).default('data'),
  PORT: number(0, 65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  MEILI_URL: addresses.prefault('http://127.0.0.1:7700'),
  MEILI_KEY: z.string().optional(),
  MEILI_KEY_FILE: z.string().optional(),
  MEILI_MASTER_KEY: z.string().optional(),
  SEARCH_DEADLINE: number(100, 60_000).optional(),
  PARTIAL: z.enum(['answer', 'refuse']).default('answer'),
  ACCESS_TIME_ZONE: z.string().refine(isTimeZone, TIME_ZONES).default('Asia/Shanghai'),
  RATE_LIMIT: number(0, 1_000_000).default(0),
  TRUST_PROXY: z.string().refine(isProxies, TRUSTED).default('0'),
  CORS: z.string().refine(isOrigins, ORIGINS).default('none'),
  BASE_PATH: z
    .string()
    .regex(/^\/$|^(?:\/[\w.~-]{1,100}){1,20}$/, UNDER)
    .default('/'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface MeilisearchConfig {
  /** One server, or several: a shard each. `http://host:port`, without a slash at the end. */
  readonly urls: readonly string[];
  /** The server's key: search and read, our indexes only. */
  readonly key: string | null;
  /** Where the indexer writes that key, and the server reads it when MEILI_KEY is unset. */
  readonly keyFile: string | null;
  /** The indexer's. */
  readonly masterKey: string | null;
  /** ms that it may take over a question. */
  readonly deadline: number;
  /** What happens when a shard does not answer: the rest, saying so, or a 503. */
  readonly partial: 'answer' | 'refuse';
}

/** Who may ask, and how much. */
export interface NetworkConfig {
  /** Requests a minute of one client; 0: not limited. */
  readonly rateLimit: number;
  /** Whose word is taken on who the client is: so many proxies, or those of these addresses; false: nobody's. */
  readonly trustProxy: number | readonly string[] | false;
  /** Of other sites whose pages may read the answers; `*`: of all. */
  readonly origins: readonly string[];
  /** The path that everything lies under, without a slash at its end; empty: the root. */
  readonly basePath: string;
}

export interface Config {
  readonly engine: EngineName;
  /** Folder of the embedded index, as given. */
  readonly dataFolder: string;
  /** ms that an answer may take, whichever engine it is of. */
  readonly deadline: number;
  readonly meilisearch: MeilisearchConfig;
  readonly port: number;
  readonly host: string;
  /** Whose day a citation was accessed on, where the reader does not say. */
  readonly accessTimeZone: string;
  readonly logLevel: string;
  readonly network: NetworkConfig;
}

/** @throws PolicyError `invalid_request` that names each variable with a value it cannot have. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // An empty variable (`PORT= npm start`) means its default, as in a shell script.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const errors = parsed.error.issues.map((issue) => ({
      parameter: issue.path.join('.'),
      message: issue.message,
    }));
    throw new PolicyError(
      'invalid_request',
      `A setting is not usable: ${errors.map((e) => `${e.parameter}: ${e.message.replace(/\.$/, '')}`).join('; ')}.`,
      'Correct or unset the variable, or the option that stands for it (--port for PORT); README lists them with their defaults.',
      { errors },
    );
  }
  const { SEARCH_ENGINE, DATA_DIR, PORT, HOST, ACCESS_TIME_ZONE, LOG_LEVEL, ...rest } = parsed.data;
  const deadline = rest.SEARCH_DEADLINE ?? DEADLINES[SEARCH_ENGINE];
  return {
    engine: SEARCH_ENGINE,
    dataFolder: DATA_DIR,
    deadline,
    meilisearch: {
      urls: rest.MEILI_URL,
      key: rest.MEILI_KEY ?? readKey(rest.MEILI_KEY_FILE),
      keyFile: rest.MEILI_KEY_FILE ?? null,
      masterKey: rest.MEILI_MASTER_KEY ?? null,
      deadline: rest.SEARCH_DEADLINE ?? DEADLINES.meilisearch,
      partial: rest.PARTIAL,
    },
    port: PORT,
    host: HOST,
    accessTimeZone: ACCESS_TIME_ZONE,
    logLevel: LOG_LEVEL,
    network: {
      rateLimit: rest.RATE_LIMIT,
      trustProxy: proxiesOf(rest.TRUST_PROXY),
      origins: rest.CORS === 'none' ? [] : partsOf(rest.CORS),
      basePath: rest.BASE_PATH === '/' ? '' : rest.BASE_PATH,
    },
  };
}

function partsOf(list: string): string[] {
  return list.split(',').map((part) => part.trim());
}

function proxiesOf(value: string): NetworkConfig['trustProxy'] {
  if (/^\d{1,2}$/.test(value)) return Number(value) || false;
  return partsOf(value);
}

function isProxies(value: string): boolean {
  if (/^\d{1,2}$/.test(value)) return true;
  return partsOf(value).every((part) => {
    if (['loopback', 'linklocal', 'uniquelocal'].includes(part)) return true;
    const [address = '', bits = '1', more] = part.split('/');
    const most = isIP(address) === 4 ? 32 : 128;
    const isRange = /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most;
    return isIP(address) !== 0 && isRange && more === undefined;
  });
}

function isOrigins(value: string): boolean {
  return value === 'none' || partsOf(value).every((part) => part === '*' || isOrigin(part));
}

function isOrigin(text: string): boolean {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** A file that is not there yet is no error: the indexer has still to write it. */
function readKey(file: string | undefined): string | null {
  if (file === undefined) return null;
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new PolicyError(
      'invalid_request',
      `The file that MEILI_KEY_FILE names cannot be read: ${file} (${code}).`,
      'Name a file that the user of this process may read, or set MEILI_KEY itself.',
      { cause },
    );
  }
}

/** Ours, with some of it changed: for a process that is started from here. */
export function environmentWith(changes: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

/**
 * What SQLite sorts on the disk goes into this folder, unless an administrator named another: where an index has room, what is
 * sorted for it has; `/tmp` may be small. To be said before the first database is opened.
 */
export function sortIn(folder: string): void {
  process.env.SQLITE_TMPDIR ??= folder;
}

/** Ours, with what was typed in its place: what was not is undefined. */
export function environmentOr(typed: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)),
  };
}

/**
 * The folder that a user is in who types a relative path. npm runs our scripts in the folder of package.json, and says
 * in INIT_CWD where it was called; whoever starts us otherwise may have that from an npm of his own, which is not meant.
 */
export function userFolder(environment: NodeJS.ProcessEnv = process.env, folder = process.cwd()): string {
  const { INIT_CWD, npm_lifecycle_event, npm_package_json } = environment;
  const isOurScript = npm_lifecycle_event === 'index' && realPath(dirname(npm_package_json ?? '')) === folder;
  return isOurScript && INIT_CWD ? INIT_CWD : folder;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
