/**
 * The clause at hand: under the pointer, in focus, or tapped. Its tools alone are shown, where they would be too many or in
 * the way: a text of 3,000 clauses has two sets of them, and a phone has one.
 */
import { useEffect, useState } from 'preact/hooks';

/** Both, so that a pointer that passes takes nothing from under the keyboard. */
let pointedAt = '';
let inFocus = '';
/** By clause, what draws its part anew: only what comes to hand, or leaves it, is told. */
const told = new Map<string, () => void>();

export function useAtHand(clause: string): boolean {
  const [, draw] = useState({});
  const isNow = () => pointedAt === clause || inFocus === clause;
  const isAtHand = isNow();
  useEffect(() => {
    told.set(clause, () => draw({}));
    // Drawn under a pointer that rests, it came to hand before it could be told.
    if (isNow() !== isAtHand) draw({});
    return () => {
      told.delete(clause);
    };
  }, [clause]);
  return isAtHand;
}

export function startAtHand(): void {
  document.addEventListener('pointerover', (event) => {
    const clause = clauseOf(event);
    if (event.pointerType !== 'mouse' || clause === pointedAt) return;
    const before = pointedAt;
    pointedAt = clause;
    tell(before, clause);
  });
  const focus = (event: Event) => {
    const clause = clauseOf(event);
    if (clause === inFocus) return;
    const before = inFocus;
    inFocus = clause;
    tell(before, clause);
  };
  document.addEventListener('focusin', focus);
  // Before the click does what it does: what was clicked on may then be gone.
  document.addEventListener('click', focus, { capture: true });
}

function tell(...clauses: readonly string[]): void {
  for (const clause of clauses) told.get(clause)?.();
}

function clauseOf({ target }: Event): string {
  return (target as Element).closest<HTMLElement>('[data-clause]')?.dataset.clause ?? '';
}
