import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Answers, CitationTask } from '../../answer/answers.js';
import { CITATION_STYLES } from '../../cite/cite.js';
import { once } from '../query-string.js';

const CitationRequest = z.strictObject({
  style: z.enum(CITATION_STYLES, `The styles are ${CITATION_STYLES.join(', ')}.`).default('plain'),
  lang: z.enum(['zh-Hans', 'zh-Hant', 'en'], 'The languages are zh-Hans, zh-Hant, en.').default('zh-Hans'),
});
const ClauseCitationRequest = CitationRequest.extend({ pinpoint: z.string().optional() });

/** GET /api/clauses/{id}/citation?style=legal-zh&pinpoint=1.2, /api/documents/{id}/citation?style=bibtex */
export function citationRoutes(answers: Answers): Router {
  const send = async (
    response: Response,
    of: CitationTask['of'],
    id: string,
    { pinpoint, style, lang }: z.output<typeof ClauseCitationRequest>,
  ): Promise<void> => {
    const task = { of, id, style, lang, pinpoint: pinpoint ?? null, accessedOn: today() };
    const { text, mediaType } = await answers.citation(task);
    // It carries the day of access.
    response.set('Cache-Control', 'no-cache').type(mediaType).send(text);
  };
  return Router()
    .get('/api/clauses/:id/citation', async (request, response) => {
      once(request.query, []);
      await send(response, 'clause', request.params.id, ClauseCitationRequest.parse(request.query));
    })
    .get('/api/documents/:id/citation', async (request, response) => {
      once(request.query, []);
      await send(response, 'document', request.params.id, CitationRequest.parse(request.query));
    });
}

/** The server's day, ISO: what a reader's calendar says, not what UTC does. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
