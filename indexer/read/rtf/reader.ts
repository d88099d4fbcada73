/** Tokens of an RTF → its body, notes and header. Groups are kept on a list of our own: a file may nest a million. */
import { createFields } from '../fields.js';
import type { FlowText } from '../flow.js';
import { createNotes, noteLine } from '../notes.js';
import { symbolOf } from '../symbol-characters.js';
import { type Characters, createCharacters } from './characters.js';
import { type Destination, destinationOf, SIGNS } from './destinations.js';
import { encodingOf } from './encodings.js';
import { createFonts } from './fonts.js';
import { createStory, type RtfStory } from './story.js';
import type { RtfHandler } from './tokens.js';

/** What a group inherits, and what its end gives back. */
interface Group {
  readonly destination: Destination;
  readonly story: RtfStory;
  readonly font: number | null;
  /** How many characters behind `\u` are for older programs. */
  readonly fallback: number;
  readonly isHidden: boolean;
  readonly isDeleted: boolean;
  /** Nothing is read yet that says what it is: only whether it has a star. */
  readonly begins: 'group' | 'starred' | null;
}

export interface RtfReader extends RtfHandler {
  end(): {
    readonly body: FlowText;
    readonly header: string;
    readonly title: string;
    /** Groups are open that nobody closed: the file was cut off. */
    readonly isOpen: boolean;
  };
}

const ROW_WORDS = new Set(['trowd', 'trleft', 'clvmrg', 'clmrg', 'cellx']);
const PARAGRAPH_WORDS = new Set(['pard', 'intbl', 'qc', 'outlinelevel']);

export function createReader(): RtfReader {
  const fonts = createFonts();
  const notes = createNotes('decimal');
  const noteLines: string[] = [];
  const body = createStory();
  let page = 1252;
  let title = '';
  let header: string | null = null;
  let unread = 0;
  let mark = '';
  let instruction = createFields();
  const above: Group[] = [];
  let group: Group = {
    destination: 'through',
    story: body,
    font: null,
    fallback: 1,
    isHidden: false,
    isDeleted: false,
    begins: null,
  };
  const characters: Characters = createCharacters(print);

  const encoding = (): string => encodingOf(fonts.charsetOf(group.font), page);
  const isSkipped = (): boolean => group.destination === 'skip';

  function print(text: string): void {
    const { destination, story, isHidden, isDeleted } = group;
    if (isHidden || isDeleted || destination === 'skip' || destination === 'fonts') return;
    if (destination === 'label') story.appendLabel(text);
    else if (destination === 'instruction') instruction.instruction(text);
    else if (destination === 'title') title += text;
    else story.append(text);
  }

  function become(destination: Destination): void {
    const isOwn = destination === 'note' || destination === 'box' || destination === 'header';
    const inside = destination === 'through' ? group.destination : destination;
    group = { ...group, destination: inside, story: isOwn ? createStory() : group.story };
    if (destination === 'instruction') {
      instruction = createFields();
      instruction.begin();
    }
  }

  function finish(ended: Group): void {
    const { destination, story } = ended;
    if (destination === 'instruction') group.story.append(instruction.end());
    if (story === group.story) return;
    const { text } = story.end();
    if (destination === 'box') group.story.print(text);
    else if (destination === 'header') header ??= text;
    else if (destination === 'note' && text !== '') {
      noteLines.push(mark === '' ? text : noteLine(mark, text));
      mark = '';
    }
  }

  /** What a group's first word makes of it. @returns  Whether the word has no other meaning. */
  function begin(word: string): boolean {
    if (group.begins === null) return false;
    if (word === '*') {
      group = { ...group, begins: 'starred' };
      return true;
    }
    const destination = destinationOf(word);
    if (destination !== null) become(destination);
    else if (group.begins === 'starred') become('skip');
    group = { ...group, begins: null };
    return destination !== null;
  }

  function unicode(number: number): void {
    characters.flush();
    const code = number & 0xffff;
    const isSign = code >= 0xe000 && code <= 0xf8ff;
    print((isSign && symbolOf(fonts.nameOf(group.font), code)) || String.fromCharCode(code));
    unread = group.fallback;
  }

  function noteMark(): string {
    if (group.story !== body) return '';
    mark = notes.mark(String(notes.marked.size));
    return mark;
  }

  function structure(word: string, number: number | null): void {
    const { story } = group;
    if (word === 'par' || word === 'sect' || word === 'page' || word === 'nestcell') story.endParagraph();
    else if (word === 'line') story.breakLine();
    else if (word === 'cell') story.endCell();
    else if (word === 'row') story.endRow();
    else if (word === 'chftn') print(noteMark());
    else if (PARAGRAPH_WORDS.has(word)) story.paragraph(word, number);
    else if (ROW_WORDS.has(word)) story.rowDefinition(word, number);
  }

  function format(word: string, number: number | null): void {
    const isOn = number !== 0;
    if (word === 'f' || word === 'af') group = { ...group, font: number ?? group.font };
    else if (word === 'uc') group = { ...group, fallback: Math.max(0, number ?? 1) };
    else if (word === 'v') group = { ...group, isHidden: isOn };
    else if (word === 'deleted') group = { ...group, isDeleted: isOn };
    else if (word === 'plain') group = { ...group, isHidden: false, isDeleted: false, font: null };
    else if (word === 'ansicpg') page = number ?? page;
  }

  return {
    open() {
      characters.flush();
      unread = 0;
      above.push(group);
      group = { ...group, begins: isSkipped() ? null : 'group' };
    },
    close() {
      characters.flush();
      unread = 0;
      const ended = group;
      group = above.pop() ?? group;
      if (!isSkipped()) finish(ended);
    },
    word(word, number) {
      if (isSkipped()) return;
      unread = 0;
      if (begin(word)) return;
      if (group.destination === 'fonts') return fonts.word(word, number);
      if (word === 'u' && number !== null) return unicode(number);
      characters.flush();
      const sign = SIGNS.get(word);
      if (sign !== undefined) print(sign);
      else {
        format(word, number);
        if (!group.isDeleted) structure(word, number);
      }
    },
    hex(byte) {
      if (isSkipped()) return;
      if (group.begins !== null) group = { ...group, begins: null };
      if (unread > 0) unread -= 1;
      else characters.byte(byte, encoding());
    },
    text(bytes) {
      if (isSkipped()) return;
      if (group.begins !== null) group = { ...group, begins: null };
      if (group.destination === 'fonts') return fonts.text(bytes);
      const skipped = Math.min(unread, bytes.length);
      unread -= skipped;
      characters.bytes(bytes.subarray(skipped), encoding());
    },
    end() {
      const isOpen = above.length > 0;
      while (above.length > 0) this.close();
      characters.flush();
      return { body: body.end(noteLines), header: header ?? '', title, isOpen };
    },
  };
}
