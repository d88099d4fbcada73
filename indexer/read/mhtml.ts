/** A page that a browser saved as one file (MHTML): its first page, or the frame of it that holds the text. */
import { PolicyError } from '../../core/errors.js';
import type { FileContent } from './file-content.js';
import { readHtml } from './html/read-html.js';
import { type MimePart, mimeHeaders, mimeParts } from './mime-parts.js';

const PAGES = new Set(['text/html', 'application/xhtml+xml']);
/** A page with less text than this may only frame another. */
const FRAME_TEXT = 300;
const MOST_FRAMES = 50;

/**
 * @throws PolicyError `unreadable_file` where no page is in it; and as for a page (`readHtml`), where neither the page nor a frame of
 *   it is a text.
 */
export function readMhtml(bytes: Uint8Array, name: string): FileContent {
  const [page, ...frames] = mimeParts(bytes).filter(({ type }) => PAGES.has(type));
  if (page === undefined) {
    throw new PolicyError(
      'unreadable_file',
      'The file is said to be a page in one file (MHTML), but no page is in it.',
      'Save the page again: as a whole page, or as one file.',
    );
  }
  const message = mimeHeaders(bytes);
  const addresses = [message.get('snapshot-content-location'), page.headers.get('content-location')];
  const first = attempt(page, name, addresses);
  if ('text' in first && textLength(first) >= FRAME_TEXT) return { ...first, format: 'mhtml' };
  const inner = frames
    .slice(0, MOST_FRAMES)
    .map((frame) => attempt(frame, name, [frame.headers.get('content-location'), ...addresses]))
    .filter((read): read is FileContent => 'text' in read)
    .sort((one, other) => textLength(other) - textLength(one))[0];
  if (inner !== undefined && (!('text' in first) || textLength(inner) > textLength(first) * 3)) {
    return { ...inner, format: 'mhtml' };
  }
  if (!('text' in first)) throw first;
  return { ...first, format: 'mhtml' };
}

/** Only what a person can act on is a reason to look at a frame; a fault of ours is told. */
function attempt(
  part: MimePart,
  name: string,
  addresses: readonly (string | undefined)[],
): FileContent | PolicyError {
  try {
    return readHtml(
      part.body,
      name,
      addresses.filter((address) => address !== undefined),
    );
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
}

function textLength({ text, furniture }: FileContent): number {
  return furniture.reduce((left, { start, end }) => left - (end - start), text.length);
}
