/**
 * The clipboard is written during a press alone, so what writes is fetched before it: when a pointer or the focus comes to
 * a button that copies. Nobody who only reads has it.
 */
import { messages } from '../shared/messages.js';
import { announcement } from '../shared/resources.js';

const fetchCopying = () => import('./copying.js');

const fetchAhead = () => {
  fetchCopying().catch(() => {}); // asked for again by the press
};

/** Of a button that copies. */
export const ahead = { onPointerEnter: fetchAhead, onFocus: fetchAhead };

/** @returns what is to be said of it, and is told aloud: that it was copied, or was not. */
export async function copyNow(
  copy: (by: Awaited<ReturnType<typeof fetchCopying>>) => Promise<string>,
): Promise<string> {
  const said = await fetchCopying()
    .then(copy)
    .catch(() => messages.value.notCopied);
  announcement.value = said;
  return said;
}
