/** An object of a JSON file with its fields called as ours are: 标题 and Title are `title`, url is the link of its source. */
import { namedColumns } from './column-names.js';
import { asObject } from './given-rows.js';

/** @returns the object itself where it names no title or no text: whoever reads it says which. */
export function withOurNames(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const names = Object.keys(value);
  const isOurs = 'title' in value && 'text' in value; // then nothing else is the text
  const columns = namedColumns(names, isOurs ? { title: 'title', text: 'text' } : {});
  if (columns === null || columns.fields.every((field, at) => field === names[at])) return value;
  return asObject(columns.fields, Object.values(value));
}
