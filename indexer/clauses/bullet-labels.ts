/** Items with a sign and no number: ◆ ● ■ and the double dash of 基本原则 (——坚持党的领导。). */
import type { LabelForm } from './numbering.js';

export const bulletLabels: readonly LabelForm[] = [
  { level: 'bullet', pattern: '[◆◇●■□▲►★☆•]|——', ordinal: () => 0 },
];
