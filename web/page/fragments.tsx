/** A shown text with its matches marked. Text only, so that nothing in it can be markup. */
import type { Fragment } from '../../server/api.js';

export function Fragments({ of }: { readonly of: readonly Fragment[] }) {
  return <>{of.map(({ text, match }, index) => (match ? <mark key={index}>{text}</mark> : text))}</>;
}
