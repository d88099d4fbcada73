/** The header of the first page, which may be a red head. */
import { createFlow } from '../flow.js';
import { listCounters } from '../list-numbering.js';
import type { OfficePackage } from '../office-package.js';
import type { Document, Element } from '../parse-markup.js';
import { findElement, isElement } from '../walk-tree.js';
import { attribute, isOn, namesOf } from './names.js';
import { readStory, type StoryContext } from './story.js';

/** @returns  Its lines; empty where the first section has none. */
export function headerOf(
  parts: OfficePackage,
  main: string,
  body: Document,
  context: Omit<StoryContext, 'nameOf'>,
): string {
  const id = firstHeader(body);
  const target = id === null ? null : parts.target(main, id);
  const part = target === null ? null : parts.xml(target);
  if (part === null) return '';
  const flow = createFlow();
  readStory(part, { ...context, nameOf: namesOf(part), counters: listCounters(), noteMark: () => '' }, flow);
  return flow.end().text;
}

/** Of the first section: that of its first page, where this differs from the others. */
function firstHeader(body: Document): string | null {
  const nameOf = namesOf(body);
  const section = findElement(body, (element) => nameOf(element) === 'w:sectPr');
  if (section === null) return null;
  const type = isOn(section, nameOf, 'w:titlePg') === true ? 'first' : 'default';
  const reference = section.children.find(
    (child): child is Element =>
      isElement(child) &&
      nameOf(child) === 'w:headerReference' &&
      (attribute(child, 'type') ?? 'default') === type,
  );
  return reference === undefined ? null : attribute(reference, 'id');
}
