/**
 * OpenDocument texts (.odt), of LibreOffice and WPS: numbers of lists printed, notes at the end, deleted and hidden text out.
 *
 * @see  ODF 1.3, part 3.
 */
import { PolicyError } from '../../../core/errors.js';
import type { FileContent } from '../file-content.js';
import { createFlow } from '../flow.js';
import { listCounters } from '../list-numbering.js';
import { noteLine } from '../notes.js';
import { openPackage, passwordNeeded, titleOf } from '../office-package.js';
import type { Document, Element } from '../parse-markup.js';
import { findElement, isElement, ownText } from '../walk-tree.js';
import { wordContent } from '../word-content.js';
import { createNumbers } from './numbers.js';
import { type OdtContext, readStory } from './story.js';
import { readStyles } from './styles.js';

const ENCRYPTED = 'manifest:encryption-data';

/** @throws  PolicyError `unreadable_file` where it is none or is damaged; `password_needed`; `page_without_text`. */
export async function readOdt(bytes: Uint8Array, name: string): Promise<FileContent> {
  const parts = await openPackage(bytes);
  const manifest = parts.xml('META-INF/manifest.xml');
  if (manifest !== null && findElement(manifest, ({ name }) => name === ENCRYPTED) !== null)
    throw passwordNeeded();
  const content = parts.xml('content.xml');
  if (content === null) throw noText(name);
  const page = parts.xml('styles.xml');
  const styles = readStyles([page, content]);
  const noteLines: string[] = [];
  const bare: OdtContext = { styles, numbers: createNumbers(styles, listCounters()), onNote: () => '' };
  const flow = createFlow();
  readStory(content, { ...bare, onNote }, flow);
  for (const line of noteLines) flow.paragraph(line);
  return wordContent({
    name,
    format: 'odt',
    flow: flow.end(),
    header: page === null ? '' : headerOf(page, bare),
    title: titleOf(parts),
  });

  function onNote(note: Element): string {
    const [citation, body] = ['text:note-citation', 'text:note-body'].map((part) =>
      note.children.filter(isElement).find((child) => child.name === part),
    );
    if (citation === undefined || body === undefined) return '';
    const printed = ownText(citation).trim();
    const mark = /^[A-Za-z\d]{1,5}$/.test(printed) ? `[${printed}]` : printed;
    const inner = createFlow();
    readStory(body, { ...bare, numbers: createNumbers(styles, listCounters()) }, inner);
    noteLines.push(noteLine(mark, inner.end().text));
    return mark;
  }
}

function headerOf(page: Document, context: OdtContext): string {
  const header = findElement(page, ({ name }) => name === 'style:header-first' || name === 'style:header');
  if (header === null) return '';
  const flow = createFlow();
  readStory(header, context, flow);
  return flow.end().text;
}

function noText(name: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `${name} is an archive without an OpenDocument text in it.`,
    'Open it in LibreOffice and save it anew as .odt or .docx, or unpack it if it is a ZIP archive.',
  );
}
