/**
 * Several servers know each other: each can be asked for all of them. Community edition, an experimental feature that is
 * switched on here. A single server is left as it is.
 */
import { z } from 'zod';
import { PolicyError } from '../../../core/errors.js';
import { LIVE } from '../records/settings.js';
import type { EngineServer } from './servers.js';

const Network = z.object({
  self: z.string().nullable(),
  remotes: z.record(z.string(), z.object({ url: z.string(), searchApiKey: z.string().nullable() })),
});
type Network = z.output<typeof Network>;

/** Names of ours; remotes of other names are somebody else's. */
const OUR_NAME = /^policy-[0-9a-f]{16}$/;

/** @param key  The server's, with which the servers ask each other. @throws PolicyError where they may not. */
export async function joinNetwork(servers: readonly EngineServer[], key: string | null): Promise<void> {
  if (servers.length < 2) return;
  await Promise.all(
    servers.map(async ({ client, remote }) => {
      const features = (await client.get('experimental-features')) as { readonly network?: boolean };
      if (features.network !== true) await client.patch('experimental-features', { network: true });
      const wanted = networkOf(remote, servers, key);
      const present = Network.parse(await client.get('network'));
      const change = networkChange(present, wanted);
      if (change !== null) await client.patch('network', change);
    }),
  );
  await Promise.all(servers.map((server) => tryOthers(server, servers)));
}

function networkOf(self: string, servers: readonly EngineServer[], key: string | null): Network {
  const remotes = servers.map(({ remote, url }) => [remote, { url, searchApiKey: key }]);
  return { self, remotes: Object.fromEntries(remotes) };
}

/** What to send so that it is as wanted; null where it is. Pure. */
export function networkChange(present: Network, wanted: Network): object | null {
  const left = Object.keys(present.remotes).filter(
    (name) => OUR_NAME.test(name) && !(name in wanted.remotes),
  );
  const isSame = Object.entries(wanted.remotes).every(([name, { url, searchApiKey }]) => {
    const one = present.remotes[name];
    return one?.url === url && one.searchApiKey === searchApiKey;
  });
  if (isSame && left.length === 0 && present.self === wanted.self) return null;
  return {
    self: wanted.self,
    remotes: { ...wanted.remotes, ...Object.fromEntries(left.map((name) => [name, null])) },
  };
}

/** A server refuses private addresses only when it comes to asking them. */
async function tryOthers(
  { client, remote, url }: EngineServer,
  servers: readonly EngineServer[],
): Promise<void> {
  const others = servers.filter((other) => other.remote !== remote);
  const queries = others.map((other) => ({
    ...{ indexUid: LIVE, q: '' },
    federationOptions: { remote: other.remote },
  }));
  const answer = await client.post('multi-search', { federation: { limit: 0 }, queries });
  const { remoteErrors = {} } = RemoteErrors.parse(answer);
  for (const other of others) {
    const error = remoteErrors[other.remote];
    if (error && /rejected ip/i.test(error.message)) {
      throw new PolicyError(
        'engine_unavailable',
        `Meilisearch at ${url} may not ask the one at ${other.url}: it refuses private addresses.`,
        'Start each of the servers with MEILI_EXPERIMENTAL_ALLOWED_IP_NETWORKS set to the network that they are in (for example 172.16.0.0/12).',
      );
    }
    if (error && UNREACHED.has(error.code)) {
      throw new PolicyError(
        'engine_unavailable',
        `Meilisearch at ${url} cannot ask the one at ${other.url}: ${error.message}`,
        'The addresses in MEILI_URL have to be such that the servers themselves reach each other by them.',
      );
    }
  }
}

const RemoteErrors = z.object({
  remoteErrors: z.record(z.string(), z.object({ code: z.string(), message: z.string() })).optional(),
});
const UNREACHED = new Set(['remote_could_not_send_request', 'remote_timeout', 'remote_invalid_api_key']);
