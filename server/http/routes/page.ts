import { STATUS_CODES } from 'node:http';
import { extname, join } from 'node:path';
import express, { type Request, type Response, Router } from 'express';
import { PolicyError } from '../../../core/errors.js';
import { type BuiltFile, openBuiltPage } from '../built-page.js';

/** The addresses under which the page shows itself; it reads the rest from its address bar. */
const PAGES = ['/', '/documents/:id', '/compare', '/coverage'];
const A_YEAR = 31_536_000; // s

/**
 * The built page. Its assets have a hash of their content in their names, so they may be kept for ever; what names
 * them must be asked for each time.
 *
 * @param folder  `web/dist`.
 * @param base    The path that the server lies under, without a slash at its end.
 */
export function pageRoutes(folder: string, base: string): Router {
  const router = Router();
  const page = openBuiltPage(folder, base);
  const send = async (name: string, request: Request, response: Response): Promise<boolean> => {
    const file = await page.read(name);
    if (file === null) return false;
    setHeaders(response, join(folder, name));
    response.set('ETag', file.etag).type(extname(name));
    heedConditions(request, file);
    response.send(file.text);
    return true;
  };
  // One by one, so that the log says which.
  for (const path of PAGES) {
    router.get(path, async (request, response) => {
      if (!(await send('index.html', request, response))) throw notBuilt(folder);
    });
  }
  return (
    router
      // what browsers ask for where nothing names an icon: beside LICENSES.txt and the API's answers
      .get('/favicon.ico', (_request, response) => response.redirect(301, `${base}/favicon.svg`))
      // By the whole address, as files are found: a name with an escape in it is that of none.
      .use(async (request, response, next) => {
        const name = /^\/(assets\/[\w-]{1,200}\.js)$/.exec(request.path)?.[1];
        const isRead = request.method === 'GET' || request.method === 'HEAD';
        if (!isRead || name === undefined || !(await send(name, request, response))) next();
      })
      .use(express.static(folder, { index: false, redirect: false, cacheControl: false, setHeaders }))
  );
}

/** Parts of a page are not sent: whoever asks for one gets all of it, or is told that there is no such part, or no such version. */
function heedConditions(request: Request, { text, etag }: BuiltFile): void {
  const match = request.get('If-Match');
  if (match !== undefined && match !== '*' && !match.includes(etag)) throw unmet(412);
  if (request.range(Buffer.byteLength(text)) === -1) throw unmet(416);
}

/** As what express throws for files. */
function unmet(status: number): Error {
  return Object.assign(new Error(STATUS_CODES[status]), { status });
}

function setHeaders(response: Response, path: string): void {
  const isHashed = /[\\/]assets[\\/][^\\/]{1,200}-[\w-]{8,40}\.\w{1,9}$/.test(path);
  response.set('Cache-Control', isHashed ? `public, max-age=${A_YEAR}, immutable` : 'no-cache');
}

function notBuilt(folder: string): PolicyError {
  return new PolicyError(
    'path_not_found',
    `The page is not built: there is nothing in ${folder}.`,
    'Run `npm run build`; the API works without it.',
  );
}
