/** What V8 is told of the heap, for every thread of this process. */
import { setFlagsFromString } from 'node:v8';

/**
 * Whatever is new stays among what is new, until it has lived.
 *
 * V8 looks at the first hundred objects that a line of code makes, and where they are alive when it looks, puts all later ones
 * where only a pass over everything frees them. Those of a question are alive together and gone together: so whole answers came to
 * lie there, with a pass after every few questions, and with each pass code that was compiled for a question went and was compiled
 * again. An eighth of the processor time of a question, measured on both corpora.
 */
export function keepYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}

/** Clauses from which a corpus is large: where the data themselves take more than the heaps do. */
const LARGE = 100_000;

export function isLarge(clauses: number): boolean {
  return clauses >= LARGE;
}

/**
 * A heap grows by 60 % before all of it is looked through, in every thread from now on. V8 takes 40 % where it may have half a
 * gigabyte; beside a large corpus the rest is 30 MB, and a twentieth of a question.
 */
export function growFurther(): void {
  setFlagsFromString('--heap-growing-percent=60');
}

/**
 * Threads that are started from now on have for what is new what they are given (`HeapLimits`). V8 else gives them what the
 * process is told for its own, `--max-semi-space-size`: for the main thread, through which all answers go, it is worth more.
 */
export function keepThreadLimits(): void {
  setFlagsFromString('--max-semi-space-size=0');
}
