/** The header of the first page, which may be a red head. */
import { createFlow } from '../flow.js';
import { listCounters } from '../list-numbering.js';
import type { Document } from '../parse-markup.js';
import { walkTree } from '../walk-tree.js';
import { attribute, isOn, namesOf } from './names.js';
import type { OfficePackage } from './package.js';
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
  let isFound = false;
  const ids = new Map<string, string>();
  let firstDiffers = false;
  walkTree(body, {
    enter(element) {
      if (isFound || nameOf(element) !== 'w:sectPr') return !isFound;
      isFound = true;
      firstDiffers = isOn(element, nameOf, 'w:titlePg') === true;
      for (const child of element.children) {
        if (!('attribs' in child) || nameOf(child) !== 'w:headerReference') continue;
        ids.set(attribute(child, 'type') ?? 'default', attribute(child, 'id') ?? '');
      }
      return false;
    },
    leave() {},
  });
  return (firstDiffers ? ids.get('first') : ids.get('default')) ?? null;
}
