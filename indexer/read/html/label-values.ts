/**
 * Records that a page sets by style alone: `<li><b>文　　号</b><span>甲办〔2023〕2号</span></li>` shows its label and its value apart,
 * and as text they are one word. Three of them in a row are a record, and get the sign that other sites print.
 */
import { isLabelledLine } from './line-rules.js';
import type { Block } from './print-blocks.js';

const LEAST = 3;

export function withColons(blocks: readonly Block[]): readonly Block[] {
  const labelled = [...blocks];
  let run: number[] = [];
  blocks.forEach((block, at) => {
    if (block.label !== undefined) run.push(at);
    const isLast = at + 1 === blocks.length;
    if (block.label !== undefined || isLabelledLine(block.text)) {
      if (!isLast) return;
    }
    if (run.length >= LEAST) for (const one of run) labelled[one] = withColon(blocks[one] as Block);
    run = [];
  });
  return labelled;
}

function withColon(block: Block): Block {
  const { text, label = '' } = block;
  return { ...block, text: `${label}：${text.slice(label.length).trimStart()}` };
}
