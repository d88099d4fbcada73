import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Answers, CitationTask } from '../../answer/answers.js';
import type { CitationAnswer } from '../../api.js';
import { CITATION_STYLES } from '../../cite/cite.js';
import { once } from '../query-string.js';

const CitationRequest = z.strictObject({
  style: z.enum(CITATION_STYLES, `The styles are ${CITATION_STYLES.join(', ')}.`).default('plain'),
  lang: z.enum(['zh-Hans', 'zh-Hant', 'en'], 'The languages are zh-Hans, zh-Hant, en.').default('zh-Hans'),
  parts: z.enum(['on', 'off']).default('off'),
});
const ClauseCitationRequest = CitationRequest.extend({ pinpoint: z.string().optional() });

/**
 * GET /api/clauses/{id}/citation?style=legal-zh&pinpoint=1.2, /api/documents/{id}/citation?style=bibtex: the text. With
 * `parts=on` as JSON, with what it is made of.
 */
export function citationRoutes(answers: Answers): Router {
  const send = async (
    response: Response,
    of: CitationTask['of'],
    id: string,
    { pinpoint, style, lang, parts: asked }: z.output<typeof ClauseCitationRequest>,
  ): Promise<void> => {
    const task = { of, id, style, lang, pinpoint: pinpoint ?? null, accessedOn: today() };
    const { text, mediaType, parts } = await answers.citation(task);
    response.set('Cache-Control', 'no-cache'); // it carries the day of access
    if (asked === 'on') response.json({ text, parts } satisfies CitationAnswer);
    else response.type(mediaType).send(text);
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
