/** The contents, which follow the reading: headings of all levels, numbers, and the English half after the Chinese. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { DocumentAnswer } from '../../server/api.js';
import { type DocumentAddress, formatAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { narrow } from '../shared/room.js';
import { langOf } from '../shared/script-lang.js';
import { lastAbove, type OutlineRow, outlineOf } from './outline.js';

interface ContentsProps {
  readonly answer: DocumentAnswer;
  readonly here: DocumentAddress;
}

export function Contents({ answer: { document: shown, clauses }, here }: ContentsProps) {
  const text = messages.value;
  const halves = useMemo(
    () => (['zh', 'en'] as const).map((language) => [language, outlineOf(clauses, language)] as const),
    [clauses],
  );
  const list = useRef<HTMLDivElement>(null);
  useFollowing(list, halves);

  const count = halves.reduce((sum, [, rows]) => sum + rows.flatMap(({ entries }) => entries).length, 0);
  if (count < 2) return narrow.value ? null : <div />;
  const items = (
    <div ref={list}>
      {halves.map(([language, rows]) => (
        <div key={language} lang={langOf(shown.script, language)}>
          {language === 'en' && rows.length > 0 && <h3>{text.english}</h3>}
          <ol>
            {rows.map(({ level, entries }) => (
              <li key={entries[0]?.id} class={`level-${level}${entries[0]?.isNumber ? ' numbers' : ''}`}>
                {entries.map(({ id, text: entry }) => (
                  <a key={id} data-entry={id} href={formatAddress({ ...here, clause: id })}>
                    {entry}
                  </a>
                ))}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
  return narrow.value ? (
    <details class="contents">
      <summary>{text.contents}</summary>
      <nav aria-label={text.contents}>{items}</nav>
    </details>
  ) : (
    <nav class="contents" aria-label={text.contents}>
      <h2>{text.contents}</h2>
      {items}
    </nav>
  );
}

/**
 * Marks the last entry that has passed the upper third of the window; of two columns, the one on the left. By hand: an
 * index of 3,000 numbers is not drawn anew for one of them.
 */
function useFollowing(
  list: { readonly current: HTMLElement | null },
  halves: readonly (readonly [string, readonly OutlineRow[]])[],
): void {
  useEffect(() => {
    let frame = 0;
    let marked: Element | null | undefined;
    const ids = halves.map(([, rows]) => rows.flatMap(({ entries }) => entries.map(({ id }) => id)));
    const topOf = (id: string) => document.getElementById(id)?.getBoundingClientRect().top ?? Infinity;
    const look = () => {
      frame = 0;
      // The last lines of a text never come up to that line.
      const isEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const line = isEnd ? innerHeight : innerHeight / 3;
      const [chinese, english] = ids.map((half) => lastAbove(half, topOf, line));
      const isEnglish = english && (!chinese || topOf(english) > topOf(chinese) + 1);
      const id = (isEnglish ? english : chinese) ?? '';
      const entry = list.current?.querySelector(`[data-entry="${CSS.escape(id)}"]`);
      if (entry === marked) return;
      marked?.removeAttribute('aria-current');
      entry?.setAttribute('aria-current', 'true');
      marked = entry;
      if (entry) keepInSight(entry);
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    // What comes near the window is laid out, and moves what is below it without a scroll; told at once when it begins.
    const heights = new ResizeObserver(soon);
    heights.observe(document.body);
    addEventListener('scroll', soon, { passive: true });
    return () => {
      marked?.removeAttribute('aria-current');
      heights.disconnect();
      removeEventListener('scroll', soon);
      cancelAnimationFrame(frame);
    };
  }, [halves]);
}

/** Scrolled by hand: `scrollIntoView` would move the page as well. */
function keepInSight(entry: Element): void {
  const frame = entry.closest('nav');
  if (!frame || frame.scrollHeight <= frame.clientHeight) return;
  const top = entry.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  if (top < 0 || top > frame.clientHeight - 60) frame.scrollTop += top - frame.clientHeight / 3;
}
