/**
 * The compose files as Docker reads them: variables put in, `extends` followed, one file laid over another; of a profile,
 * what is started.
 *
 * The schema is that part of the Compose Specification that these files use: what is not in it is a mistake of ours.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from './source-files.js';

const duration = z.string().regex(/^\d+(?:ms|s|m)$/);
const bytes = z.string().regex(/^\d+[kmg]$/i);
const words = z.array(z.string()).min(1);

const Healthcheck = z.union([
  z.strictObject({ disable: z.literal(true) }),
  z.strictObject({
    test: words.refine(([kind]) => kind === 'CMD', 'No shell: CMD and its words.'),
    interval: duration,
    timeout: duration,
    retries: z.int().positive().optional(),
    start_period: duration,
  }),
]);

const Bind = z.strictObject({
  type: z.literal('bind'),
  source: z.string(),
  target: z.string().startsWith('/'),
  read_only: z.boolean(),
  bind: z.strictObject({ create_host_path: z.boolean() }),
});

const Service = z.strictObject({
  profiles: z.tuple([z.enum(['meilisearch', 'embedded'])]),
  image: z.string().regex(/:[\w.-]+$/, 'Pinned by a version.'),
  build: z.string().optional(),
  entrypoint: words.optional(),
  command: words.optional(),
  init: z.boolean(),
  restart: z.enum(['no', 'unless-stopped']),
  stop_grace_period: duration,
  read_only: z.boolean().optional(),
  tmpfs: words.optional(),
  cap_drop: words,
  security_opt: words,
  environment: z.record(z.string().regex(/^[A-Z_]+$/), z.string('Quoted: YAML makes something else of it.')),
  depends_on: z
    .record(
      z.string(),
      z.strictObject({ condition: z.enum(['service_healthy', 'service_completed_successfully']) }),
    )
    .optional(),
  volumes: z.array(z.union([z.string().regex(/^[\w-]+:\/[\w/]+(?::ro)?$/), Bind])),
  networks: words.default([]),
  network_mode: z.literal('none').optional(),
  ports: words.optional(),
  healthcheck: Healthcheck,
  logging: z.strictObject({ driver: z.string(), options: z.record(z.string(), z.string()) }),
  deploy: z.strictObject({
    resources: z.strictObject({
      limits: z.strictObject({ memory: bytes, pids: z.int().positive().optional() }),
    }),
  }),
});

const Network = z.strictObject({
  internal: z.boolean().optional(),
  ipam: z.strictObject({ config: z.array(z.strictObject({ subnet: z.cidrv4() })) }).optional(),
});

const Compose = z.strictObject({
  name: z.string(),
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.null()),
  networks: z.record(z.string(), Network.nullable()),
});

export type ComposeService = z.output<typeof Service>;
type ComposeFile = z.output<typeof Compose>;
type Environment = Readonly<Record<string, string>>;
type Tree = Record<string, unknown>;

/** What `docker compose --profile` starts. @throws Error where a variable that the file needs is unset; ZodError. */
export function readCompose(
  files: readonly string[],
  profile: ComposeService['profiles'][0],
  environment: Environment,
): ComposeFile {
  const whole = readProfiles(files, environment);
  const services = Object.entries(whole.services).filter(([, { profiles }]) => profiles.includes(profile));
  const used = (names: readonly (string | undefined)[]) => (name: string) => names.includes(name);
  const all = services.map(([, service]) => service);
  return {
    ...whole,
    services: Object.fromEntries(services),
    volumes: only(whole.volumes, used(all.flatMap(volumesOf))),
    networks: only(whole.networks, used(all.flatMap(({ networks }) => networks))),
  };
}

/** Everything, whatever its profile. */
export function readProfiles(files: readonly string[], environment: Environment): ComposeFile {
  const layers = files.map((file) => extended(parse(read(file), { merge: true })));
  const whole = interpolate(layers.reduce(lay), environment) as Tree;
  const named = Object.entries(whole).filter(([name]) => !name.startsWith('x-'));
  return Compose.parse(Object.fromEntries(named));
}

function only<Value>(all: Readonly<Record<string, Value>>, isMeant: (name: string) => boolean) {
  return Object.fromEntries(Object.entries(all).filter(([name]) => isMeant(name)));
}

/** By name: not the folders of this machine. */
export function volumesOf({ volumes }: ComposeService): readonly string[] {
  return volumes.flatMap((mount) => (typeof mount === 'string' ? [mount.split(':')[0] ?? ''] : []));
}

export const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

function extended(file: Tree): Tree {
  const services = Object.entries(file.services as Record<string, Tree>).map(([name, service]) => {
    const { extends: from, ...own } = service;
    if (from === undefined) return [name, own];
    const { file: base, service: of } = from as { file: string; service: string };
    const { services } = parse(read(base), { merge: true }) as { services: Record<string, Tree> };
    return [name, lay(services[of] ?? {}, own)];
  });
  return { ...file, services: Object.fromEntries(services) };
}

/** Maps are merged; of lists, volumes by where they are mounted, the others whole. */
function lay(under: Tree, over: Tree): Tree {
  const merged: Tree = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = under[key];
    if (isTree(below) && isTree(value)) merged[key] = lay(below, value);
    else if (key === 'volumes' && Array.isArray(below) && Array.isArray(value)) {
      merged[key] = [...new Map([...below, ...value].map((mount) => [targetOf(mount), mount])).values()];
    } else merged[key] = value;
  }
  return merged;
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function targetOf(mount: string | { readonly target: string }): string {
  return typeof mount === 'string' ? (mount.split(':')[1] ?? '') : mount.target;
}

const VARIABLE = /\$(?:\$|\{(\w+)(?::([-?])([^}]*))?\})/g;

function interpolate(value: unknown, environment: Environment): unknown {
  if (Array.isArray(value)) return value.map((one) => interpolate(one, environment));
  if (isTree(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, interpolate(one, environment)]),
    );
  }
  if (typeof value !== 'string') return value;
  return value.replace(VARIABLE, (whole, name?: string, kind?: string, other = '') => {
    if (whole === '$$') return '$';
    const given = environment[name ?? ''];
    if (given) return given;
    if (kind === '?') throw new Error(`${name}: ${other}`);
    return other;
  });
}

export function environmentOf(service: ComposeService | undefined): Readonly<Record<string, string>> {
  return service?.environment ?? {};
}

/** What Meilisearch does not start without. */
export const KEYS = { MEILI_MASTER_KEY: 'a-master-key-of-some-length' };
