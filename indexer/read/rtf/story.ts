/** The paragraphs and rows of a part of an RTF: its body, a note, a text box. */
import { createFlow, type Flow, type FlowText } from '../flow.js';
import { labelled } from '../list-numbering.js';
import { type EdgedRow, printRows } from '../row-edges.js';
import { joinSoftBreaks } from '../soft-breaks.js';

export interface RtfStory {
  append(text: string): void;
  /** The number in front of the paragraph, as the file prints it. */
  appendLabel(text: string): void;
  breakLine(): void;
  /** Lines of what hangs here, before the paragraph. */
  print(lines: string): void;
  /** `\pard`, `\intbl`, `\qc` … */
  paragraph(word: string, number: number | null): void;
  /** `\trowd`, `\cellx`, `\clvmrg` … */
  rowDefinition(word: string, number: number | null): void;
  endParagraph(): void;
  endCell(): void;
  endRow(): void;
  /** @param notes  Lines that follow at the end. */
  end(notes?: readonly string[]): FlowText;
}

interface CellDefinition {
  readonly right: number;
  readonly continues: boolean;
  readonly isJoined: boolean;
}

export function createStory(): RtfStory {
  const flow: Flow = createFlow();
  let lines = [''];
  let label = '';
  let isTitle = false;
  let inTable = false;
  let cell: string[] = [];
  let row: string[] = [];
  let table: EdgedRow[] = [];
  let definitions: CellDefinition[] = [];
  let left = 0;
  let merge = { continues: false, isJoined: false };

  const finished = (isCell: boolean): string => {
    const text = joinSoftBreaks(lines, isTitle).trim();
    const gap = /\s$/u.test(label) ? 'tab' : 'nothing';
    const number = label.trim();
    lines = [''];
    label = '';
    return number === '' || (text === '' && !isCell) ? text : labelled({ text: number, gap }, text);
  };
  const print = (text: string): void => {
    if (inTable) cell.push(text);
    else {
      endTable();
      flow.paragraph(text);
    }
  };
  const endTable = (): void => {
    if (row.length > 0 || cell.length > 0)
      table.push(rowOf([...row, ...(cell.length > 0 ? [cell.join('\n')] : [])]));
    if (table.length > 0) printRows(flow, table);
    [table, row, cell] = [[], [], []];
  };
  const rowOf = (texts: readonly string[]): EdgedRow => {
    const isKnown = definitions.length === texts.length;
    return {
      cells: texts.map((text, at) => ({
        text,
        continues: isKnown && definitions[at]?.continues === true,
        isJoined: isKnown && definitions[at]?.isJoined === true,
      })),
      edges: isKnown ? [left, ...definitions.map(({ right }) => right)] : [],
    };
  };

  return {
    append(text) {
      lines[lines.length - 1] += text;
    },
    appendLabel(text) {
      label += text;
    },
    breakLine: () => void lines.push(''),
    print,
    paragraph(word, number) {
      if (word === 'pard') [isTitle, inTable] = [false, false];
      else if (word === 'intbl') inTable = true;
      else if (word === 'qc') isTitle = true;
      else if (word === 'outlinelevel') isTitle ||= (number ?? 9) < 9;
    },
    rowDefinition(word, number) {
      if (word === 'trowd') [definitions, left] = [[], 0];
      else if (word === 'trleft') left = number ?? 0;
      else if (word === 'clvmrg') merge = { ...merge, continues: true };
      else if (word === 'clmrg') merge = { ...merge, isJoined: true };
      else if (word === 'cellx') {
        definitions.push({ right: number ?? 0, ...merge });
        merge = { continues: false, isJoined: false };
      }
    },
    endParagraph: () => print(finished(false)),
    endCell() {
      row.push([...cell, finished(true)].filter((line) => line !== '').join('\n'));
      cell = [];
    },
    endRow() {
      table.push(rowOf(row));
      [row, cell] = [[], []];
    },
    end(notes = []) {
      const last = finished(false);
      if (last !== '') print(last);
      endTable();
      for (const note of notes) flow.paragraph(note);
      return flow.end();
    },
  };
}
