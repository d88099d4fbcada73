/**
 * Cuts what a web page put around the text: menus, paths, metadata tables, datelines, buttons, counters, lists of
 * related news, editors, footers. When in doubt it stays: a title, a signature or an annex is never cut.
 */
import { cutOut, type Draft, type Excision } from '../draft.js';
import { markHead, markTail } from './head-and-tail.js';
import { markMetadata } from './metadata.js';
import { RULES } from './rules.js';
import { type Unit, unitsOf, ZONE } from './units.js';

export function cutFurniture(draft: Draft): Draft {
  const units = unitsOf(draft.mapped.text);
  const zones = units.length <= 2 * ZONE ? [units] : [units.slice(0, ZONE), units.slice(-ZONE)];
  for (const zone of zones) markMetadata(zone);
  const head = markHead(units);
  const tail = markTail(units, head);
  for (const unit of units.slice(head, tail)) if (unit.rule !== null && !isAnywhere(unit)) unit.rule = null;
  const { text } = draft.mapped;
  const flattened =
    units.some(({ rule, start }) => rule !== null && start > 0 && text[start - 1] === ' ') &&
    !text.includes('\n');
  return cutOut(
    { ...draft, flattened },
    units.flatMap(({ start, end, rule }): Excision[] => (rule === null ? [] : [{ start, end, rule }])),
  );
}

function isAnywhere(unit: Unit): boolean {
  return (
    RULES.some((rule) => rule.anywhere === true && rule.pattern.test(unit.plain)) || unit.rule === 'metadata'
  );
}
