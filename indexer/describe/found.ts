/** A value of a description, and whether it was given, printed, or concluded. */
import type { Provenance } from '../../core/model.js';

export interface Found<T> {
  readonly value: T;
  readonly provenance: Provenance;
}

export const given = <T>(value: T): Found<T> => ({ value, provenance: 'given' });

export const extracted = <T>(value: T | null | undefined): Found<T> | null =>
  value === null || value === undefined ? null : { value, provenance: 'extracted' };

export const derived = <T>(value: T | null | undefined): Found<T> | null =>
  value === null || value === undefined ? null : { value, provenance: 'derived' };

/** Of a list: an empty one says nothing. */
export const derivedList = (values: readonly string[]): Found<readonly string[]> | null =>
  values.length === 0 ? null : { value: values, provenance: 'derived' };

/** What the user gave, else what the text says. */
export function givenOr<T>(value: T | null | undefined, read: () => Found<T> | null): Found<T> | null {
  return value != null ? given(value) : read();
}
