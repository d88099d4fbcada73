/**
 * `?q=%E7%AE%97&year=2023&year=2024` → `{ q: '算', year: ['2023', '2024'] }`, strictly: an escape that is not UTF-8 is
 * told, not turned into a question nobody asked.
 */
import { invalidRequest } from './problem.js';

/**
 * @param text  What stands behind the `?`; null where there is none.
 * @throws PolicyError `invalid_request` that names the parameter whose escapes cannot be read.
 */
export function parseQueryString(text: string | null): Record<string, string | string[]> {
  // Without a prototype, so that a parameter may be called anything.
  const parameters: Record<string, string | string[]> = Object.create(null);
  for (const pair of (text ?? '').split('&')) {
    if (pair === '') continue;
    const equals = pair.includes('=') ? pair.indexOf('=') : pair.length;
    const name = decode(pair.slice(0, equals), pair.slice(0, equals));
    const value = decode(pair.slice(equals + 1), name);
    const before = parameters[name];
    parameters[name] = before === undefined ? value : [before, value].flat();
  }
  return parameters;
}

/** Repeating a parameter that has one value leaves unclear which is meant. */
export function once(parameters: Readonly<Record<string, unknown>>, repeatable: readonly string[]): void {
  const errors = Object.entries(parameters)
    .filter(([name, value]) => Array.isArray(value) && !repeatable.includes(name))
    .map(([parameter]) => ({ parameter, message: 'It may be given once only.' }));
  if (errors.length > 0) throw invalidRequest(errors);
}

function decode(text: string, parameter: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw invalidRequest([{ parameter, message: 'Its % escapes are not UTF-8.' }]);
  }
}
