/**
 * What the page says, in the reader's language. A language is a file of `messages/`, fetched when it is wanted:
 * nobody loads three. The files have the same keys and the same values to fill (tested).
 */
import en from './messages/en.json?url';
import type messagesInChinese from './messages/zh-hans.json';
import zhHans from './messages/zh-hans.json?url';
import zhHant from './messages/zh-hant.json?url';
import { type Language, language } from './preferences.js';
import { signal } from './signal.js';

export type Messages = typeof messagesInChinese;

const FILES: Record<Language, string> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };

/** There from the first view on: `main` shows none before `speak` has come back. */
export const messages = signal(undefined as unknown as Messages);

/** @throws when the messages do not come; the page then goes on in the language it had. */
export async function speak(tag: Language): Promise<void> {
  const response = await fetch(FILES[tag]);
  if (!response.ok) throw new Error(`${tag}: ${response.status}`);
  const table = (await response.json()) as Messages;
  messages.value = table;
  language.value = tag;
}
