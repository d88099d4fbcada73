import { join } from 'node:path';
import express, { type Response, Router } from 'express';
import { PolicyError } from '../../../core/errors.js';

/** The addresses under which the page shows itself; it reads the rest from its address bar. */
const PAGES = ['/', '/documents/:id', '/compare', '/coverage'];
const A_YEAR = 31_536_000; // s

/**
 * The built page. Its assets have a hash of their content in their names, so they may be kept for ever; what names
 * them must be asked for each time.
 *
 * @param folder  `web/dist`.
 */
export function pageRoutes(folder: string): Router {
  const router = Router();
  // One by one, so that the log says which.
  for (const page of PAGES) {
    router.get(page, (_request, response, next) => {
      response.set('Cache-Control', 'no-cache');
      response.sendFile(join(folder, 'index.html'), { cacheControl: false }, (error) => {
        if (error) next(isMissing(error) ? notBuilt(folder, error) : error);
      });
    });
  }
  return (
    router
      // what browsers ask for where nothing names an icon: beside LICENSES.txt and the API's answers
      .get('/favicon.ico', (_request, response) => response.redirect(301, '/favicon.svg'))
      .use(express.static(folder, { index: false, redirect: false, cacheControl: false, setHeaders }))
  );
}

function setHeaders(response: Response, path: string): void {
  const isHashed = /[\\/]assets[\\/][^\\/]{1,200}-[\w-]{8,40}\.\w{1,9}$/.test(path);
  response.set('Cache-Control', isHashed ? `public, max-age=${A_YEAR}, immutable` : 'no-cache');
}

function isMissing(error: Error): boolean {
  return 'code' in error && error.code === 'ENOENT';
}

function notBuilt(folder: string, cause: Error): PolicyError {
  return new PolicyError(
    'path_not_found',
    `The page is not built: there is nothing in ${folder}.`,
    'Run `npm run build`; the API works without it.',
    { cause },
  );
}
