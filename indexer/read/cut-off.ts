/** What is only half there is read as far as it goes, and says so: what is missing is nowhere else to be seen. */
import type { Warning } from '../../core/model.js';

export function cutOff(): Warning {
  return {
    code: 'cut_off',
    message: 'The file ends before what it holds is complete: take it from its source again.',
  };
}
