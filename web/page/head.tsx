/** What stays at the top: the name, the box, the language, the colours. */
import { messages, speak } from '../messages.js';
import { COLOURS, colours, LANGUAGES, type Language, language } from '../preferences.js';
import { SearchBox } from './search-box.js';

const LANGUAGE_NAMES: Record<Language, string> = { 'zh-Hans': '简', 'zh-Hant': '繁', en: 'EN' };
const FULL_NAMES: Record<Language, string> = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };

export function Head() {
  const text = messages.value;
  const colourSaid = `${text.theme}: ${text.themes[colours.value]}`;
  return (
    <header class="head">
      <a class="brand" href="/">
        {text.name}
      </a>
      <SearchBox />
      <fieldset class="switches" aria-label={text.language}>
        {LANGUAGES.map((tag) => (
          <button
            type="button"
            class="switch"
            key={tag}
            lang={tag}
            title={FULL_NAMES[tag]}
            aria-pressed={language.value === tag}
            onClick={() => speak(tag)}
          >
            {LANGUAGE_NAMES[tag]}
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        class="switch"
        id="colours"
        aria-label={colourSaid}
        title={colourSaid}
        onClick={() => {
          colours.value = COLOURS[(COLOURS.indexOf(colours.value) + 1) % COLOURS.length] ?? 'system';
        }}
      >
        {{ system: '◐', light: '○', dark: '●' }[colours.value]}
      </button>
    </header>
  );
}
