/**
 * The only reader of the environment. README lists these variables with their defaults.
 */
import { z } from 'zod';
import { PolicyError } from './errors.js';

const Environment = z.object({
  SEARCH_ENGINE: z.enum(['sqlite', 'meilisearch']).default('sqlite'),
  DATA_DIR: z.string().min(1).default('data'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface Config {
  readonly engine: 'sqlite' | 'meilisearch';
  /** Folder of the embedded index, as given. */
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  readonly logLevel: string;
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
      `The environment is not usable: ${errors.map((e) => `${e.parameter}: ${e.message}`).join('; ')}.`,
      'Correct or unset these variables; README lists them with their defaults.',
      { errors },
    );
  }
  const { SEARCH_ENGINE, DATA_DIR, PORT, HOST, LOG_LEVEL } = parsed.data;
  return { engine: SEARCH_ENGINE, dataFolder: DATA_DIR, port: PORT, host: HOST, logLevel: LOG_LEVEL };
}
