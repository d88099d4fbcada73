/** How much room there is: for one column only, for a translation beside its text, for one more column beside the hits. The
 * same widths as in the style sheets. */
import { signal } from './signal.js';

export const narrow = matches('(max-width: 56em)');
export const roomy = matches('(min-width: 75em)');
export const wide = matches('(min-width: 80em)');

function matches(widths: string) {
  const query = matchMedia(widths);
  const is = signal(query.matches);
  query.addEventListener('change', () => {
    is.value = query.matches;
  });
  return is;
}
