/** The only file that knows the clipboard. */

/**
 * Copies what is still on its way: a browser lets a page write only during a click, so the clipboard is
 * given the promise.
 *
 * @throws when the text does not come, or the browser refuses.
 */
export async function copy(text: Promise<string>, html?: (text: string) => string): Promise<void> {
  // Only a page from https or localhost has the new clipboard; elsewhere, the old way.
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard?.write)
    return copyByEvent(await text, html);
  const blob = async (type: string, make: (text: string) => string) => new Blob([make(await text)], { type });
  const item: Record<string, Promise<Blob>> = { 'text/plain': blob('text/plain', (plain) => plain) };
  if (html) item['text/html'] = blob('text/html', html);
  await navigator.clipboard.write([new ClipboardItem(item)]);
}

function copyByEvent(text: string, html?: (text: string) => string): void {
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    if (html) event.clipboardData?.setData('text/html', html(text));
  };
  document.addEventListener('copy', fill, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  if (!done) throw new Error('The browser refused to copy.');
}
