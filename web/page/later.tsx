/** A part of the page that is fetched when it is first shown: what nobody opens, nobody loads. */
import type { FunctionComponent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { messages } from '../shared/messages.js';

/**
 * Draws itself when it has come: it may stand in a part that is kept from being drawn anew.
 *
 * @param load  Asked once. Where it does not come (the server is away, or has a newer page), a button loads all anew.
 */
export function later<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  let asked: Promise<FunctionComponent<Props>> | undefined;
  let part: FunctionComponent<Props> | 'failed' | null = null;
  return (props) => {
    const [, draw] = useState({});
    useLayoutEffect(() => {
      if (part !== null) return;
      asked ??= load();
      asked
        .then(
          (came) => {
            part = came;
          },
          () => {
            part = 'failed';
          },
        )
        .then(() => draw({}));
    }, []);
    const Part = part;
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
