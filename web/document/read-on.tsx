/** The end of what is there of a long text: what follows is read as the reader comes near it. */
import { useEffect, useRef } from 'preact/hooks';
import type { DocumentAnswer } from '../../server/api.js';
import { messages } from '../shared/messages.js';
import { request } from '../shared/resource.js';
import { documents } from '../shared/resources.js';

const NEAR = '2000px';
/** One stretch at a time. */
let reading: unknown;

export async function readOn(): Promise<void> {
  const { path = '', answer } = documents.shown.value ?? {};
  if (answer?.next === undefined || reading === answer) return;
  reading = answer;
  const more = `${path}${path.includes('?') ? '&' : '?'}from=${answer.next}`;
  const read = await request<DocumentAnswer>(more).catch(() => null);
  reading = null; // what failed is asked for again where the reader comes back to the end
  if (read) documents.extend(answer, { ...read, clauses: [...answer.clauses, ...read.clauses] });
}

export function ReadOn({ answer }: { readonly answer: DocumentAnswer }) {
  const end = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const watcher = new IntersectionObserver(
      (seen) => {
        if (seen.at(-1)?.isIntersecting) void readOn();
      },
      { rootMargin: NEAR },
    );
    if (end.current) watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [answer]);
  return answer.next === undefined ? null : <p ref={end}>{messages.value.loading}</p>;
}
