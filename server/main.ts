/** The entry of the server alone, by the environment; `zhengsou serve` is the same with options. */
import { readConfig } from '../core/config.js';
import { endWith, serve } from './serve.js';

try {
  await serve(readConfig());
} catch (error) {
  endWith(error);
}
