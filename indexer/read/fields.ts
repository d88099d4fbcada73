/**
 * Fields of a word processor: of `{ instruction | result }` the result is printed. One in another's instruction is not.
 */
export interface Fields {
  begin(): void;
  /** The instruction is over, the result begins. */
  separate(): void;
  /** @returns  What the field prints though it has no result; empty for nearly all. */
  end(): string;
  instruction(text: string): void;
  /** Instructions end with their paragraph at the latest: a damaged file leaves them open. */
  endParagraph(): void;
  isPrinted(): boolean;
}

interface Field {
  instruction: string;
  isResult: boolean;
}

/** A number in a circle, as Word makes it where a font has none: `eq \o\ac(○,12)`. */
const CIRCLED = /^\s{0,9}eq\s{0,9}\\o(?:\\a[cC])?\s{0,9}\(\s{0,9}[○◯〇]\s{0,9},\s{0,9}(\d{1,2})\s{0,9}\)/i;
const LONGEST_INSTRUCTION = 1000;
const DEEPEST = 50;

export function createFields(): Fields {
  let open: Field[] = [];
  return {
    begin() {
      if (open.length < DEEPEST) open.push({ instruction: '', isResult: false });
    },
    separate() {
      const field = open.at(-1);
      if (field !== undefined) field.isResult = true;
    },
    end() {
      const field = open.pop();
      if (field === undefined || field.isResult) return '';
      const number = Number(CIRCLED.exec(field.instruction)?.[1] ?? 0);
      return number >= 1 && number <= 20 ? String.fromCharCode('①'.charCodeAt(0) + number - 1) : '';
    },
    instruction(text) {
      const field = open.at(-1);
      if (field === undefined || field.isResult) return;
      field.instruction = (field.instruction + text).slice(0, LONGEST_INSTRUCTION);
    },
    endParagraph() {
      open = open.filter(({ isResult }) => isResult);
    },
    isPrinted: () => open.every(({ isResult }) => isResult),
  };
}
