/**
 * All servers of an index, asked as one.
 *
 * A question has one deadline for everything that it asks, and remembers which servers did not answer: they are not
 * waited for a second time, and the answer names them. With a single server, what fails is the answer.
 */
import { PolicyError } from '../../../core/errors.js';
import { LIVE } from '../records/settings.js';
import { type EngineServer, hasNothing, isAway, toActionable } from './servers.js';

export interface Asking {
  readonly signal: AbortSignal;
  /** Before anything is asked: whether those that did not answer the question before are back. */
  readonly looked: Promise<void>;
  /** Names of the servers that did not answer. */
  readonly away: Set<string>;
}

export interface Collection {
  readonly servers: readonly EngineServer[];
  /** The index that is asked, on each of them. */
  readonly index: string;
  ask(): Asking;
  /** Whether a server did not answer when it was asked last. */
  isDoubtful(): boolean;
  /** The same of every server, in parallel. @throws PolicyError where none answers, or a part is refused. */
  each<Result>(
    asking: Asking,
    request: (server: EngineServer, signal: AbortSignal) => Promise<Result>,
  ): Promise<readonly Result[]>;
  /**
   * One request for all, to the first server that is there. @param request  Names those that do not answer, as the servers do (`remote`).
   */
  one<Result extends { readonly away: readonly string[] }>(
    asking: Asking,
    request: (first: EngineServer, all: readonly EngineServer[], signal: AbortSignal) => Promise<Result>,
  ): Promise<Result>;
}

/** Of the time that is left, what a server may take while others could still be asked without it. */
const SHARE = 0.5;
const PROBE = 150; // ms; an answer to /health takes one

export function openCollection(
  servers: readonly EngineServer[],
  { deadline, partial }: { readonly deadline: number; readonly partial: 'answer' | 'refuse' },
  index = LIVE,
): Collection {
  const lastAway = new Set<string>();

  const leave = (asking: Pick<Asking, 'away'>, { name }: EngineServer): void => {
    asking.away.add(name);
    lastAway.add(name);
  };
  const there = (asking: Asking): readonly EngineServer[] =>
    servers.filter(({ name }) => !asking.away.has(name));
  /** @throws PolicyError where too little is left to answer. */
  const settle = (asking: Asking, lastError: unknown): void => {
    if (servers.length === 1 || there(asking).length === 0) throw toActionable(lastError, 'server');
    if (partial === 'refuse') throw incomplete([...asking.away], servers.length);
  };
  const patience = (asking: Asking): AbortSignal =>
    servers.length === 1
      ? asking.signal
      : AbortSignal.any([asking.signal, AbortSignal.timeout(deadline * SHARE)]);
  const probe = async (asking: Pick<Asking, 'away'>, asked: readonly EngineServer[]): Promise<void> => {
    await Promise.all(
      asked.map(async (server) => {
        try {
          await server.client.get('health', { signal: AbortSignal.timeout(PROBE) });
          lastAway.delete(server.name);
        } catch {
          leave(asking, server);
        }
      }),
    );
  };

  /** Others may have learned since this question was begun that a server does not answer: it is not waited for once more. */
  const look = async (asking: Asking): Promise<void> => {
    await asking.looked;
    if (servers.length > 1)
      await probe(
        asking,
        there(asking).filter(({ name }) => lastAway.has(name)),
      );
    if (asking.away.size > 0) settle(asking, allAway(servers));
  };

  return {
    ...{ servers, index },
    isDoubtful: () => lastAway.size > 0,
    ask() {
      const away = new Set<string>();
      const doubtful = servers.length > 1 ? servers.filter(({ name }) => lastAway.has(name)) : [];
      const looked = doubtful.length === 0 ? Promise.resolve() : probe({ away }, doubtful);
      return { signal: AbortSignal.timeout(deadline), looked, away };
    },

    async each(asking, request) {
      await look(asking);
      const signal = patience(asking);
      const asked = there(asking);
      const settled = await Promise.allSettled(asked.map((server) => request(server, signal)));
      const answers = [];
      for (const [place, result] of settled.entries()) {
        const server = asked[place] as EngineServer;
        if (result.status === 'fulfilled') {
          answers.push(result.value);
          continue;
        }
        const reason: unknown = toActionable(result.reason, 'server');
        if (!isAway(reason)) throw reason;
        leave(asking, server);
        settle(asking, reason);
      }
      return answers;
    },

    async one(asking, request) {
      await look(asking);
      for (;;) {
        const all = there(asking);
        const [first] = all;
        if (first === undefined) throw new TypeError('A question without a server.');
        try {
          const result = await request(first, all, patience(asking));
          for (const server of all) if (result.away.includes(server.remote)) leave(asking, server);
          if (result.away.length > 0) settle(asking, allAway(servers));
          return result;
        } catch (error) {
          const reason: unknown = toActionable(error, 'server');
          if (!isAway(reason) || servers.length === 1 || asking.signal.aborted) throw reason;
          if (hasNothing(reason)) leave(asking, first);
          else await probe(asking, there(asking));
          if (!asking.away.has(first.name) && all.length === there(asking).length) throw reason;
          settle(asking, reason);
        }
      }
    },
  };
}

function allAway(servers: readonly EngineServer[]): PolicyError {
  return new PolicyError(
    'engine_unavailable',
    `None of the Meilisearch servers answers (${servers.map(({ url }) => url).join(', ')}).`,
    'Start them, or correct MEILI_URL; they are asked again with the next request.',
  );
}

function incomplete(missing: readonly string[], of: number): PolicyError {
  return new PolicyError(
    'answer_incomplete',
    `Of ${of} parts of the collection, ${missing.join(', ')} did not answer.`,
    'Try again; whoever runs this should look at that server. PARTIAL=answer answers with the rest.',
  );
}
