/**
 * A selection that is copied is the text alone: no button, label, note or mark of ours comes along, and what is pasted into
 * a word processor has the ground and the ink of the reader's own page. Fetched when something is selected.
 */

/** What stands beside the text. The style sheets leave the same out of what a selection shows. */
const BESIDE = '.tools, .clause-link, .beside, .badge, .unseen';
const LINE = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd';

export function startCopying(): void {
  document.addEventListener('copy', (event) => {
    const selection = getSelection();
    if (event.defaultPrevented || !selection || selection.isCollapsed || !event.clipboardData) return;
    if (!document.getElementById('main')?.contains(selection.anchorNode)) return;
    const lines = linesOf(selection.getRangeAt(0).cloneContents());
    if (lines.length === 0) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', lines.join('\n'));
    event.clipboardData.setData('text/html', asHtml(lines));
  });
}

function linesOf(selected: DocumentFragment): readonly string[] {
  for (const beside of selected.querySelectorAll(BESIDE)) beside.remove();
  const lines = [...selected.querySelectorAll(LINE)].filter((line) => !line.querySelector(LINE));
  const texts = lines.length > 0 ? lines.map((line) => line.textContent) : [selected.textContent];
  return texts.map((text) => (text ?? '').trim()).filter(Boolean);
}

/** As nodes, never as a string with markup in it. */
function asHtml(lines: readonly string[]): string {
  const root = document.createElement('div');
  for (const line of lines) root.appendChild(document.createElement('p')).textContent = line;
  return root.getHTML();
}
