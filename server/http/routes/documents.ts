import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { PolicyError } from '../../../core/errors.js';
import { keptFile } from '../../../core/kept-files.js';
import type { SearchEngine } from '../../../engine/engine.js';
import type { Answers } from '../../answer/answers.js';
import { notFoundIn } from '../../answer/partial.js';
import { DocumentRequest, NoParameters } from '../../request.js';
import { attachment } from '../attachment.js';
import type { PatienceOf } from '../patience.js';
import { once } from '../query-string.js';
import { sendAnswer } from '../send-answer.js';

/**
 * GET /api/documents/{id}?q=算力, /api/documents/{id}/raw, /api/documents/{id}/file
 *
 * @param inTime  The engine, for one request.
 */
export function documentRoutes(
  inTime: () => SearchEngine,
  answers: Answers,
  patienceOf: PatienceOf,
  dataFolder: string,
): Router {
  return Router()
    .get('/api/documents/:id', async (request, response) => {
      once(request.query, ['without']);
      const asked = DocumentRequest.parse(request.query);
      const answer = await answers.document(request.params.id, asked, patienceOf(response));
      const { document } = answer;
      // Asked each time, and no part of what is cached: files may come to an index that is there, and go.
      const kept = (await keptSize(dataFolder, document.file.sha256)) !== null;
      sendAnswer(response, { ...answer, document: { ...document, file: { ...document.file, kept } } });
    })
    .get('/api/documents/:id/raw', async (request, response) => {
      NoParameters.parse(request.query);
      const { id } = request.params;
      const engine = inTime();
      const text = await engine.raw(id);
      if (text === null) throw await notFoundIn(engine, PolicyError.documentNotFound(id));
      // With nosniff (helmet), so that a text that looks like HTML is shown as the text it is.
      response.set('Cache-Control', 'no-cache').type('text/plain; charset=utf-8').send(text);
    })
    .get('/api/documents/:id/file', async (request, response) => {
      NoParameters.parse(request.query);
      const { id } = request.params;
      const engine = inTime();
      const [document] = await engine.documents([id]);
      if (document === undefined) throw await notFoundIn(engine, PolicyError.documentNotFound(id));
      const { path, sha256 } = document.file;
      const kept = keptFile(dataFolder, sha256);
      const size = await keptSize(dataFolder, sha256);
      if (kept === null || size === null) throw notKept(path);
      // Never as what it is: a page that somebody saved is nothing that this site shows.
      response
        .set('Cache-Control', 'no-cache')
        .set('Content-Disposition', attachment(basename(path), 'file'));
      response.type('application/octet-stream').set('Content-Length', String(size));
      await pipeline(createReadStream(kept), response);
    });
}

/** @returns null where the file is not kept. */
async function keptSize(dataFolder: string, sha256: string): Promise<number | null> {
  const kept = keptFile(dataFolder, sha256);
  const status = kept === null ? null : await stat(kept).catch(() => null);
  return status?.size ?? null;
}

function notKept(path: string): PolicyError {
  return new PolicyError(
    'file_not_kept',
    `The file ${path} is not kept beside the index.`,
    'Its text is at /raw; whoever runs this server keeps files with `npm run index -- --keep-files <path>…`.',
  );
}
