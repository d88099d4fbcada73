/**
 * What the page knows, and who is told when it changes.
 *
 * One rule: after changes, once for all of a task, everything that watches runs again and sees for itself. What is shown is
 * compared by Preact anyway, and the page is small; a library that tracks who read what (`@preact/signals` 2.11) would be 2.6 kB
 * more (gzipped) of the 20 that searching may cost.
 */
export interface Signal<Value> {
  value: Value;
}
export type ReadonlySignal<Value> = Readonly<Signal<Value>>;

const watchers = new Set<() => void>();
let isTold = false;

export function signal<Value>(first: Value): Signal<Value> {
  let held = first;
  return {
    get value() {
      return held;
    },
    set value(next) {
      if (Object.is(held, next)) return;
      held = next;
      if (!isTold) queueMicrotask(tell);
      isTold = true;
    },
  };
}

/** Runs now, and after every change of whatever signal. @returns what ends it */
export function watch(run: () => void): () => void {
  watchers.add(run);
  run();
  return () => {
    watchers.delete(run);
  };
}

function tell(): void {
  isTold = false;
  for (const run of watchers) run();
}
