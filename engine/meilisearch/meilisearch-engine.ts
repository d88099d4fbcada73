/**
 * The production engine: one server of Meilisearch, or several.
 *
 * Nothing is asked of it before something is asked of us; what fails is told with the answer, and the next question asks
 * again, so that an engine that was away needs no restart of ours.
 */
import type { MeilisearchConfig } from '../../core/config.js';
import type { SearchEngine } from '../engine.js';
import { UnknownDocument } from './search/count.js';
import { readKnown } from './search/known.js';
import { readCatalogue } from './search/read-columns.js';
import { openStored } from './search/read-records.js';
import { readSuggestions } from './search/read-suggestions.js';
import { openSearch, type Search } from './search/search.js';
import { type Capacities, openServing, type Serving } from './search/serving.js';
import { FoundNoHit } from './search/weigh-clause.js';
import { type Asking, openCollection } from './wire/collection.js';
import { withoutDocument } from './wire/failure.js';
import { refuseStrongKey } from './wire/key-strength.js';
import { openServers } from './wire/servers.js';

/** Of a question that meets an update. */
const ATTEMPTS = 4;

/** @param capacities  Of what is held in memory; answers do not depend on them. */
export function openMeilisearchEngine(config: MeilisearchConfig, capacities?: Capacities): SearchEngine {
  const servers = openServers(config.urls, config.key);
  const collection = openCollection(servers, config);
  const serving = openServing(collection, capacities);
  let isTried = config.key === null; // where there are no keys, there is none to be too strong

  /** A server that was away is tried when it is back. */
  let trying: Promise<void> | null = null;
  const tryKey = async (asking: Asking): Promise<void> => {
    if (isTried) return;
    if (trying !== null) return trying.catch(() => tryNow(asking)); // another's deadline is not ours
    trying = tryNow(asking).finally(() => {
      trying = null;
    });
    return trying;
  };
  const tryNow = async (asking: Asking): Promise<void> => {
    await collection.each(asking, refuseStrongKey);
    isTried = asking.away.size === 0;
  };

  const current = async (asking: Asking, asOf?: 'now'): Promise<Serving> => {
    const reading = asOf === 'now' ? serving.fresh(asking) : serving.current(asking);
    const [now] = await Promise.all([reading, tryKey(asking)]);
    return now;
  };
  /** Asked again where an update of the index, or another index, came in meanwhile. */
  const searching = async <Answer>(ask: (search: Search) => Promise<Answer>): Promise<Answer> => {
    const asking = collection.ask();
    for (let attempt = 1; ; attempt += 1) {
      const now = await current(asking);
      try {
        return await ask(openSearch(collection, asking, now, serving));
      } catch (error) {
        if (error instanceof UnknownDocument) {
          if (attempt === ATTEMPTS) throw withoutDocument(config.urls);
          now.columns.forget();
          continue;
        }
        if (!(error instanceof FoundNoHit)) throw error;
        const { status } = await serving.fresh(asking);
        if (status.version === now.status.version) throw error;
      }
    }
  };
  const reading = (): ReturnType<typeof openStored> => openStored(collection, collection.ask(), serving);

  return {
    name: 'meilisearch',
    status: async (asOf) => (await current(collection.ask(), asOf)).status,
    search: (query) => searching((search) => search.answer(query)),
    hitsIn: (query, groups, most) => searching((search) => search.hitsIn(query, groups, most)),
    frequencies: (phrases) => searching((search) => search.frequencies(phrases)),
    known: async (texts) => {
      const asking = collection.ask();
      return readKnown(collection, asking, await current(asking), texts);
    },
    clauses: async (ids) => reading().clauses(ids),
    catalogue: async () => {
      const asking = collection.ask();
      await current(asking); // says what is wrong with the index
      return readCatalogue(collection, asking);
    },
    suggestions: async () => {
      const asking = collection.ask();
      const { status } = await current(asking, 'now');
      return readSuggestions(collection, asking, status.version);
    },
    documents: async (ids) => reading().documents(ids),
    document: async (id, stretch) => reading().document(id, stretch),
    raw: async (id) => reading().raw(id),
    close: async () => undefined,
  };
}
