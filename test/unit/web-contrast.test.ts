import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../web/style/tokens.css', import.meta.url), 'utf8');

/** WCAG 2: the relative luminance of `#8c2b1d`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function colour(name: string): readonly [string, string] {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  return [found?.[1] ?? '', found?.[2] ?? ''];
}

describe('colours', () => {
  it.each([
    // text        ground          light and dark, as the comment in tokens.css says
    ['ink', 'paper', 4.5],
    ['ink-soft', 'paper', 4.5],
    ['link', 'paper', 4.5],
    ['focus', 'paper', 3],
    ['rule-strong', 'paper', 3],
    ['ink', 'paper-raised', 4.5],
    ['ink-soft', 'paper-raised', 4.5],
    ['ink', 'mark', 4.5],
    ['ink', 'linked', 4.5],
    ['link', 'linked', 4.5],
    ['ink-soft', 'linked', 4.5],
  ])('%s on %s is at least %f, and written down', (text, ground, least) => {
    const [light, dark] = [0, 1].map((at) => contrast(colour(text)[at] ?? '', colour(ground)[at] ?? ''));
    expect(Math.min(light ?? 0, dark ?? 0)).toBeGreaterThanOrEqual(least);
    const written = new RegExp(`\\b(?<!-)${text} on ${ground} ([\\d.]+) / ([\\d.]+)`).exec(css)?.slice(1);
    expect(written).toEqual([light?.toFixed(2), dark?.toFixed(2)]);
  });
});
