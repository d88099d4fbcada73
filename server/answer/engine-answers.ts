/**
 * What is answered beside the engine, in whichever thread holds it: questions come understood, and nothing of it loads a
 * dictionary.
 */
import { PolicyError } from '../../core/errors.js';
import type { Clause, FacetName, PolicyDocument } from '../../core/model.js';
import type { SearchEngine } from '../../engine/engine.js';
import type { DocumentAnswer } from '../api.js';
import { settle } from '../query/known-stretches.js';
import type { Question } from '../query/question.js';
import { type DocumentRequest, SearchRequest } from '../request.js';
import {
  type AskedTotal,
  type Catalogue,
  countTotals,
  countValues,
  type FacetValues,
  readCatalogue,
  type Totals,
} from './counts.js';
import { PATIENT, type Patience, within } from './deadline.js';
import { decideMatch } from './decide-match.js';
import { countedAs, toEngineQuery } from './engine-query.js';
import { ofOneIndex } from './one-index.js';
import { notFoundIn, refuseShort } from './partial.js';
import { markedPhrases, presentDocument } from './present.js';
import { search } from './search.js';
import type { Searched } from './searched.js';

export interface AskedCited {
  readonly of: 'clause' | 'document';
  readonly id: string;
  /** Whether to say where in its document a clause stands: for that the whole document is read. */
  readonly withOrdinal: boolean;
}

export interface Cited {
  readonly document: PolicyDocument;
  /** null: the whole document. */
  readonly clause: Clause | null;
  /** Of the clause, from 0, where it was asked for. */
  readonly ordinal?: number;
}

/** `Answers`, as far as they are the engine's; `question` is what `request.q` means. */
export interface EngineAnswers {
  /** @throws PolicyError `server_busy` where a search need not even be understood. */
  refuseEarly?(request: SearchRequest, patience?: Patience): void;
  search(request: SearchRequest, question: Question, patience?: Patience): Promise<Searched>;
  document(
    id: string,
    request: DocumentRequest,
    question: Question,
    patience?: Patience,
  ): Promise<DocumentAnswer>;
  cited(asked: AskedCited, patience?: Patience): Promise<Cited>;
  totals(asked: readonly AskedTotal[], patience?: Patience): Promise<Totals>;
  facetValues(
    facet: FacetName,
    request: SearchRequest,
    question: Question,
    patience?: Patience,
  ): Promise<FacetValues>;
  catalogue(patience?: Patience): Promise<Catalogue>;
  close(): Promise<void>;
}

export function answerUnderstood(asked: SearchEngine): EngineAnswers {
  return {
    async search(request, question, patience = PATIENT) {
      const engine = within(asked, patience);
      const ask = async (): Promise<Searched> => {
        const before = await engine.status();
        const answer = await search(engine, request, question);
        const after = await engine.status();
        // Of three: a part may have gone and come back meanwhile, and what is without it is another index.
        const isOne = [before.version, answer.index.version].every((one) => one === after.version);
        const version = isOne ? after.version : null;
        // A part that went while it was asked may have been counted, or not.
        const { missing } = after;
        if (version !== null && !missing) refuseShort(answer);
        return { answer: missing && !answer.partial ? { ...answer, partial: { missing } } : answer, version };
      };
      return ofOneIndex(ask);
    },

    async document(id, request, question, patience = PATIENT) {
      const engine = within(asked, patience);
      const { from, count } = request;
      const found = await engine.document(id, { from, count: count + 1 }); // one more says whether there is more
      if (found === null) throw await notFoundIn(engine, PolicyError.documentNotFound(id));
      const here = await settle(engine, question);
      const read = readAtOnce(found.clauses, request);
      const hits = await hitsInDocument(engine, here, request, {
        ...found,
        read: from + read.clauses.length,
      });
      return presentDocument(
        await withTies(engine, found.document),
        read,
        { hits, phrases: markedPhrases(here) },
        request.script,
      );
    },

    async cited({ of, id, withOrdinal }, patience = PATIENT) {
      const engine = within(asked, patience);
      const found = of === 'clause' ? (await engine.clauses([id]))[0] : await engine.document(id);
      if (!found) {
        const notFound = of === 'clause' ? PolicyError.clauseNotFound(id) : PolicyError.documentNotFound(id);
        throw await notFoundIn(engine, notFound);
      }
      if (!('clause' in found)) return { document: found.document, clause: null };
      const whole = withOrdinal ? await engine.document(found.document.id) : null;
      const ordinal = whole?.clauses.findIndex((clause) => clause.id === id) ?? -1;
      return { document: found.document, clause: found.clause, ...(ordinal < 0 ? {} : { ordinal }) };
    },

    totals: (all, patience = PATIENT) => countTotals(within(asked, patience), all),
    facetValues: (facet, request, question, patience = PATIENT) =>
      countValues(within(asked, patience), facet, { request, question }),
    catalogue: (patience = PATIENT) => readCatalogue(within(asked, patience)),
    close: () => asked.close(),
  };
}

/** Of one answer: behind it the text of a clause is twice, and to write it down holds up everybody. */
const MOST_CHARACTERS = 4_000_000;

/** As many clauses as were asked for, and as are written down without delay; one at least. */
function readAtOnce(
  found: readonly Clause[],
  { from, count }: DocumentRequest,
): { readonly clauses: readonly Clause[]; readonly next: number | null } {
  let characters = 0;
  const past = found.findIndex(({ text }, at) => {
    characters += text.length;
    return at > 0 && (at === count || characters > MOST_CHARACTERS);
  });
  return past === -1 ? { clauses: found, next: null } : { clauses: found.slice(0, past), next: from + past };
}

/** Clause ids: the hits of `document=<id>`. */
async function hitsInDocument(
  engine: SearchEngine,
  question: Question,
  { q, match, scope }: DocumentRequest,
  /** Clauses up to the end of what is shown: so many hits there may be, and more is not asked for. */
  { document, read }: { readonly document: PolicyDocument; readonly read: number },
): Promise<ReadonlySet<string>> {
  if (question.words.length === 0) return new Set();
  const decided = await decideMatch(engine, question, { match, scope });
  const inDocument = { ...SearchRequest.parse({ q, sort: 'oldest' }), document: document.id, scope };
  const query = toEngineQuery(question, inDocument, countedAs(decided));
  const { proposals } = await engine.search({ ...query, take: read });
  return new Set(proposals.map(({ clauseId }) => clauseId));
}

/** Annexes and their page are known by their files' names: those that could not be read are no documents. */
async function withTies(engine: SearchEngine, document: PolicyDocument): Promise<PolicyDocument> {
  const { attachments, attachmentOf } = document;
  const named = [...attachments.map(({ id }) => id), ...(attachmentOf === null ? [] : [attachmentOf])];
  if (named.length === 0) return document;
  const held = new Set((await engine.documents(named)).map(({ id }) => id));
  return {
    ...document,
    attachments: attachments.filter(({ id }) => held.has(id)),
    attachmentOf: attachmentOf !== null && held.has(attachmentOf) ? attachmentOf : null,
  };
}
