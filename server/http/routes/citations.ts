import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Answers, CitationTask } from '../../answer/answers.js';
import type { CitationAnswer } from '../../api.js';
import { CITATION_STYLES } from '../../cite/cite.js';
import { attachment } from '../attachment.js';
import type { PatienceOf } from '../patience.js';
import { once } from '../query-string.js';

export const CitationRequest = z.strictObject({
  style: z.enum(CITATION_STYLES, `The styles are ${CITATION_STYLES.join(', ')}.`).default('plain'),
  lang: z.enum(['zh-Hans', 'zh-Hant', 'en'], 'The languages are zh-Hans, zh-Hant, en.').default('zh-Hans'),
  parts: z.enum(['on', 'off']).default('off'),
  accessed: z.iso.date('The day of access is written 2026-08-22.').optional(),
  download: z.enum(['1', '0'], 'download=1 sends a file.').default('0'),
});
export const ClauseCitationRequest = CitationRequest.extend({
  pinpoint: z.string().optional(),
  quote: z.string().optional(),
});

/**
 * GET /api/clauses/{id}/citation?style=legal-zh&pinpoint=1.2, /api/documents/{id}/citation?style=bibtex: the text. With
 * `parts=on` as JSON, with what it is made of; with `download=1` as a file.
 *
 * @param timeZone  Whose day of access it is where a reader does not say.
 */
export function citationRoutes(answers: Answers, patienceOf: PatienceOf, timeZone: string): Router {
  const send = async (
    response: Response,
    of: CitationTask['of'],
    id: string,
    asked: z.output<typeof ClauseCitationRequest>,
  ): Promise<void> => {
    const { pinpoint = null, quote = null, style, lang, accessed } = asked;
    const accessedOn = accessed ?? dayIn(timeZone);
    const task = { of, id, style, lang, pinpoint, quote, accessedOn };
    const { text, mediaType, parts, fileName } = await answers.citation(task, patienceOf(response));
    const isJson = asked.parts === 'on';
    response.set('Cache-Control', 'no-cache'); // it carries the day of access
    if (asked.download === '1') {
      const name = isJson ? fileName.replace(/\.\w{1,8}$/, '.json') : fileName;
      response.set('Content-Disposition', attachment(name));
    }
    if (isJson) response.json({ text, parts } satisfies CitationAnswer);
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

/** ISO: what a calendar there says now. */
function dayIn(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
  }).formatToParts(new Date());
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
