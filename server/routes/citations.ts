import { type Response, Router } from 'express';
import { z } from 'zod';
import type { SearchEngine } from '../../core/engine/engine.js';
import { PolicyError } from '../../core/errors.js';
import type { Clause, PolicyDocument } from '../../core/model.js';
import { CITATION_STYLES, cite } from '../cite/cite.js';
import { parsePinpoint } from '../cite/pinpoint.js';
import { once } from '../query-string.js';

const CitationRequest = z.strictObject({
  style: z.enum(CITATION_STYLES, `The styles are ${CITATION_STYLES.join(', ')}.`).default('plain'),
  lang: z.enum(['zh-Hans', 'zh-Hant', 'en'], 'The languages are zh-Hans, zh-Hant, en.').default('zh-Hans'),
});
const ClauseCitationRequest = CitationRequest.extend({ pinpoint: z.string().optional() });

/** GET /api/clauses/{id}/citation?style=legal-zh&pinpoint=1.2, /api/documents/{id}/citation?style=bibtex */
export function citationRoutes(engine: SearchEngine): Router {
  return Router()
    .get('/api/clauses/:id/citation', async (request, response) => {
      once(request.query, []);
      const parameters = ClauseCitationRequest.parse(request.query);
      const [found] = await engine.clauses([request.params.id]);
      if (found === undefined) throw PolicyError.clauseNotFound(request.params.id);
      sendCitation(response, found.document, found.clause, parameters);
    })
    .get('/api/documents/:id/citation', async (request, response) => {
      once(request.query, []);
      const parameters = CitationRequest.parse(request.query);
      const found = await engine.document(request.params.id);
      if (found === null) throw PolicyError.documentNotFound(request.params.id);
      sendCitation(response, found.document, null, parameters);
    });
}

function sendCitation(
  response: Response,
  document: PolicyDocument,
  clause: Clause | null,
  { pinpoint, style, lang }: z.output<typeof ClauseCitationRequest>,
): void {
  const { text, mediaType } = cite({
    ...{ document, clause, style, lang },
    pinpoint: pinpoint === undefined ? null : parsePinpoint(pinpoint),
    accessedOn: today(),
  });
  // It carries the day of access.
  response.set('Cache-Control', 'no-cache').type(mediaType).send(text);
}

/** The server's day, ISO: what a reader's calendar says, not what UTC does. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
