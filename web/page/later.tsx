/** A part of the page that is fetched when it is first shown: what nobody opens, nobody loads. */
import type { FunctionComponent } from 'preact';
import { messages } from '../shared/messages.js';
import { signal } from '../shared/signal.js';

/** @param load  Asked once. Where it does not come (the server is away, or has a newer page), a button loads all anew. */
export function later<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  const part = signal<FunctionComponent<Props> | 'failed' | null>(null);
  let isAsked = false;
  return (props) => {
    if (!isAsked) {
      isAsked = true;
      load().then(
        (came) => {
          part.value = came;
        },
        () => {
          part.value = 'failed';
        },
      );
    }
    const Part = part.value;
    if (Part === 'failed') return <Gone />;
    return Part && <Part {...props} />;
  };
}

function Gone() {
  const text = messages.value;
  return (
    <section class="problem" role="alert">
      <p>{text.offline}</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        {text.retry}
      </button>
    </section>
  );
}
