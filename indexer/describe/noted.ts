/** What is noted of a description: where each field is from, and what a person should look at. */
import { type DescribedField, STATUSES } from '../../core/model.js';
import type { Description } from '../model.js';
import { kindOfUnnamedPlace } from './bodies/full-name.js';
import type { Found } from './found.js';
import type { FoundTitle } from './title/title.js';

/** Themes are those of the clauses, which are not cut yet. */
export type DescribedHere = Readonly<Record<Exclude<DescribedField, 'themes'>, Found<unknown> | null>>;

export function provenanceOf(fields: DescribedHere): Description['provenance'] {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field == null ? [] : [[name, field.provenance]])),
  );
}

/** 县教育局 of a text that nowhere says which county. */
export function withoutPlace(names: readonly string[]): Description['warnings'] {
  return names
    .filter((name) => kindOfUnnamedPlace(name) !== null)
    .map((name) => ({
      code: 'body_without_place',
      message: `${name} is printed without its place, and nothing in the text says which; give issuingBodies.`,
    }));
}

export function warningsOf(
  title: FoundTitle,
  undated: boolean,
  unknownStatus: string | null,
): Description['warnings'] {
  const warnings = [];
  if (title.provenance === 'derived')
    warnings.push({ code: 'title_derived', message: 'No title is printed; it was made of the text.' });
  if (undated)
    warnings.push({
      code: 'no_date',
      message: 'No date of publication was found; give publishedOn to filter by year.',
    });
  if (unknownStatus !== null)
    warnings.push({
      code: 'invalid_field',
      message: `status is left out: ${JSON.stringify(unknownStatus.slice(0, 60))} is none of ${STATUSES.join(', ')}. Correct it, or remove it; null means absent.`,
    });
  return warnings;
}
