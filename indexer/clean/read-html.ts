/**
 * Reads what is left of HTML in a text as what it prints: <p style=…>甲</p> is a paragraph 甲, &ldquo;档案&rdquo; is “档案”.
 *
 * Only tags and entities that HTML has: <办法>, <a 甲>, x < 5 and A&B stay. Of scripts, styles and comments nothing is printed.
 */
import type { Draft } from './draft.js';
import type { Edit } from './mapped-text.js';

const BLOCKS =
  'p|div|br|hr|li|ul|ol|dl|dt|dd|tr|table|tbody|thead|tfoot|caption|h[1-6]|section|article|header|footer|main|nav|aside|blockquote|pre|form|title|head|body|html|center|fieldset|figure|figcaption|address';
const INLINE =
  'span|a|b|i|u|s|em|strong|font|sub|sup|small|big|img|o:p|st1:\\w{1,20}|v:\\w{1,20}|w:\\w{1,20}|label|input|button|meta|link|col|colgroup|code|del|ins|mark|abbr|cite|q|wbr|nobr|ucapcontent|ucaptitle|iframe|object|param|embed|video|source|select|option|textarea';
const TAG = new RegExp(
  `<(?:(/?)(?:(${BLOCKS})|(${INLINE})|(t[dh])|(script|style))(?=[\\s/>])([^<>]{0,2000})>|!doctype[^<>]{0,300}>|!--)`,
  'giu',
);

/** What an attribute is given, quoted or not; a quotation mark that was lost is taken to stand at the end of the tag. */
const VALUE = /=\s{0,20}(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s"']+)/gu;
const HAN = /\p{Script=Han}/u;

const NAMED: ReadonlyMap<string, string> = new Map([
  ...Object.entries({
    nbsp: ' ',
    ensp: ' ',
    emsp: '\u3000',
    thinsp: ' ',
    zwnj: '',
    zwj: '',
    shy: '',
    amp: '&',
    lt: '<',
    gt: '>',
  }),
  ...Object.entries({
    quot: '"',
    apos: "'",
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    bdquo: '„',
  }),
  ...Object.entries({
    laquo: '«',
    raquo: '»',
    lsaquo: '‹',
    rsaquo: '›',
    mdash: '—',
    ndash: '–',
    hellip: '…',
  }),
  ...Object.entries({
    middot: '·',
    bull: '•',
    times: '×',
    divide: '÷',
    plusmn: '±',
    deg: '°',
    permil: '‰',
    copy: '©',
  }),
  ...Object.entries({
    reg: '®',
    trade: '™',
    sect: '§',
    para: '¶',
    yen: '¥',
    euro: '€',
    pound: '£',
    cent: '¢',
    micro: 'µ',
  }),
  ...Object.entries({
    sup2: '²',
    sup3: '³',
    frac12: '½',
    frac14: '¼',
    le: '≤',
    ge: '≥',
    ne: '≠',
    asymp: '≈',
    infin: '∞',
  }),
  ...Object.entries({
    rarr: '→',
    larr: '←',
    uarr: '↑',
    darr: '↓',
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    omega: 'ω',
    Omega: 'Ω',
  }),
]);
/** &amp;ldquo; was escaped twice. */
const ENTITY = /&(?:amp;)?(?:#(\d{1,7})|#x([\da-f]{1,6})|([A-Za-z]{2,8}\d{0,2}));/giu;

export function readHtml(draft: Draft): Draft {
  const edits = editsIn(draft.mapped.text);
  return edits.length === 0 ? draft : { ...draft, mapped: draft.mapped.edit(edits) };
}

/** The same of a text whose way back nobody needs. */
export function withoutHtml(text: string): string {
  let read = '';
  let at = 0;
  for (const { start, end, insert } of editsIn(text)) {
    read += text.slice(at, start) + insert;
    at = end;
  }
  return at === 0 ? text : read + text.slice(at);
}

function editsIn(text: string): Edit[] {
  const edits = [...(text.includes('<') ? tags(text) : []), ...(text.includes('&') ? entities(text) : [])];
  edits.sort((one, other) => one.start - other.start);
  let last = 0;
  return edits.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

function tags(text: string): Edit[] {
  const edits: Edit[] = [];
  const unclosed = new Set<string>(); // looked for once to the end of the text
  let last = 0;
  for (const found of text.matchAll(TAG)) {
    const { index: start, 0: tag, 1: closes, 2: block, 4: cell, 5: hidden, 6: attributes = '' } = found;
    // No attribute has a Chinese name.
    if (start < last || (HAN.test(attributes) && HAN.test(attributes.replace(VALUE, '')))) continue;
    let end = start + tag.length;
    if (tag === '<!--') end = endOf(text, '-->', end, unclosed);
    else if (hidden !== undefined && closes === '')
      end = endOf(text, `</${hidden.toLowerCase()}>`, end, unclosed);
    const insert = block !== undefined ? '\n' : cell !== undefined && closes === '' ? '\t' : '';
    edits.push({ start, end, insert });
    last = end;
  }
  return edits;
}

/** Behind the end of what is not printed; where it has none, the tag alone goes. */
function endOf(text: string, closing: string, from: number, unclosed: Set<string>): number {
  const end = unclosed.has(closing) ? -1 : text.indexOf(closing, from);
  if (end < 0) unclosed.add(closing);
  return end < 0 ? from : end + closing.length;
}

function entities(text: string): Edit[] {
  return [...text.matchAll(ENTITY)].flatMap(
    ({ index: start, 0: entity, 1: decimal, 2: hex, 3: name }): Edit[] => {
      const insert =
        name === undefined
          ? characterOf(decimal, hex)
          : (NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? null);
      return insert === null ? [] : [{ start, end: start + entity.length, insert }];
    },
  );
}

function characterOf(decimal: string | undefined, hex: string | undefined): string | null {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isCharacter = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code).replace('\u00a0', ' ') : null;
}
