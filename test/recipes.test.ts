/**
 * The recipes of CONTRIBUTING: whatever is in the house has every step of its recipe, and what misses one is told by the
 * name of the step.
 */
import { describe, expect, it } from 'vitest';
import { CITATION_STYLE } from './recipes/citation-style.js';
import { ENGINE } from './recipes/engine.js';
import { FACET } from './recipes/facet.js';
import { FIELD } from './recipes/field.js';
import { INPUT_FORMAT } from './recipes/input-format.js';
import { NUMBERING } from './recipes/numbering.js';
import { HOUSE, type Recipe, undone, withEdits } from './recipes/recipe.js';
import { between } from './recipes/source.js';

const RECIPES: readonly Recipe[] = [INPUT_FORMAT, NUMBERING, FIELD, FACET, CITATION_STYLE, ENGINE];

/** 1. **Its name in `FACETS`** of `core/model.ts`. */
function stepsInContributing(heading: string): readonly string[] {
  const section = between(HOUSE.read('CONTRIBUTING.md'), `\n## ${heading}\n`, '\n## ');
  return [...section.matchAll(/^\d{1,2}\. \*\*([^*]+)\*\*/gm)].map(([, name = '']) => name);
}

describe.each(RECIPES)('$heading', (recipe) => {
  const { heading, names, planted, steps } = recipe;

  it('has the steps of CONTRIBUTING, as they are worded there', () => {
    expect(stepsInContributing(heading)).toEqual(steps.map(({ name }) => name));
  });

  it.each(names(HOUSE))('%s has every step', (name) => {
    expect(undone(recipe, HOUSE, name)).toEqual([]);
  });

  it('one that has every step misses none', () => {
    expect(names(HOUSE)).not.toContain(planted);
    const house = withEdits(
      HOUSE,
      steps.flatMap(({ edits }) => edits),
    );
    expect(names(house)).toContain(planted);
    expect(undone(recipe, house, planted)).toEqual([]);
  });

  it.each(steps)('one that misses «$name» is told so', ({ name }) => {
    const others = steps.filter((step) => step.name !== name);
    const house = withEdits(
      HOUSE,
      others.flatMap(({ edits }) => edits),
    );
    expect(names(house)).toContain(planted);
    expect(undone(recipe, house, planted)).toEqual([name]);
  });
});
