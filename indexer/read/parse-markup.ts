/**
 * HTML and XML → a tree. The only file that knows htmlparser2.
 *
 * No document type is read and no entity defined in a file is replaced; nothing is fetched, no script runs. Whoever walks the tree
 * must not call itself: a file may nest a million elements.
 */
import { type AnyNode, type Document, DomHandler, type Element } from 'domhandler';
import { Parser } from 'htmlparser2';

export type { AnyNode, Document, Element };

/** Elements and text, without comments' sake: `xml` keeps the case of names and their prefixes (w:p). */
export function parseMarkup(markup: string, language: 'html' | 'xml'): Document {
  const handler = new DomHandler();
  const parser = new Parser(handler, { xmlMode: language === 'xml', decodeEntities: true });
  parser.end(markup);
  return handler.root;
}
