/** The only file that knows the clipboard. */

/**
 * Copies what is still on its way: a browser lets a page write only during a click, so the clipboard is
 * given the promise.
 *
 * @param forms  By media type, what is made of the answer.
 * @throws when the answer does not come, or the browser refuses.
 */
export async function copy<Answer>(answer: Promise<Answer>, forms: Forms<Answer>): Promise<void> {
  // Only a page from https or localhost has the new clipboard; elsewhere, the old way.
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard?.write)
    return copyByEvent(await answer, forms);
  const blobs = Object.entries(forms).map(([type, make]) => [
    type,
    answer.then(async (came) => new Blob([await make(came)], { type })),
  ]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
}

type Forms<Answer> = Readonly<Record<string, (answer: Answer) => string | Promise<string>>>;

async function copyByEvent<Answer>(answer: Answer, forms: Forms<Answer>): Promise<void> {
  const made = await Promise.all(
    Object.entries(forms).map(async ([type, make]) => [type, await make(answer)] as const),
  );
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    for (const [type, text] of made) event.clipboardData?.setData(type, text);
  };
  document.addEventListener('copy', fill, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  if (!done) throw new Error('The browser refused to copy.');
}
