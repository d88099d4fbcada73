/** Numbering as it is spoken: 一是…二是…, 其一…其二…. A label only where it begins a paragraph; inside one it is prose. */

import { NUMERALS, parseNumeral } from '../../core/text/numerals.js';
import type { LabelForm } from './numbering.js';

export const spokenLabels: readonly LabelForm[] = [
  {
    level: 'spoken',
    pattern: `[${NUMERALS}]{1,2}是`,
    ordinal: (printed) => parseNumeral(printed.slice(0, -1)),
  },
];
