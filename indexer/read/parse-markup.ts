/**
 * HTML and XML → a tree. The only file that knows htmlparser2.
 *
 * No document type is read and no entity defined in a file is replaced; nothing is fetched, no script runs. Whoever walks the tree
 * must not call itself: a file may nest a million elements.
 */
import { type AnyNode, type Document, DomHandler, type Element } from 'domhandler';
import { Parser } from 'htmlparser2';
import { PolicyError } from '../../core/errors.js';

export type { AnyNode, Document, Element };

/** Nobody writes pages so deep; the parser's time for an element grows with the depth that it stands in. */
const MAX_DEPTH = 10_000;
/** The longest page we know has a tenth of it; a tree of so many takes 300 MB. */
const MAX_ELEMENTS: Readonly<Record<'html' | 'xml', number>> = { html: 300_000, xml: 10_000_000 };

/**
 * Elements and text, without comments' sake: `xml` keeps the case of names and their prefixes (w:p).
 *
 * @throws PolicyError `unreadable_file` where elements nest more than 10,000 deep, or are more than 300,000 in a page.
 */
export function parseMarkup(markup: string, language: 'html' | 'xml'): Document {
  const handler = new DomHandler();
  bound(handler, MAX_ELEMENTS[language]);
  const parser = new Parser(handler, { xmlMode: language === 'xml', recognizeSelfClosing: true });
  parser.end(markup);
  return handler.root;
}

/** @throws PolicyError `unreadable_file`, while it is parsed, where elements nest too deep or are too many. */
function bound(handler: DomHandler, most: number): void {
  const { onopentag, onclosetag } = handler;
  let depth = 0;
  let elements = 0;
  handler.onopentag = (name, attributes): void => {
    depth += 1;
    elements += 1;
    if (depth > MAX_DEPTH) throw tooMuch(`nest more than ${MAX_DEPTH} deep`);
    if (elements > most) throw tooMuch(`are more than ${most}`);
    onopentag.call(handler, name, attributes);
  };
  handler.onclosetag = (): void => {
    depth -= 1;
    onclosetag.call(handler);
  };
}

function tooMuch(fault: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `Its elements ${fault}: nobody wrote that.`,
    'Get the file from its source again, or save its text as .txt.',
  );
}
