/** Whether there is room for one column only. The same width as in the style sheets: 56em. */
import { signal } from '@preact/signals';

const query = matchMedia('(max-width: 56em)');

export const narrow = signal(query.matches);
query.addEventListener('change', () => {
  narrow.value = query.matches;
});
