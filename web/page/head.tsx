/** What stays at the top: the name, the box, the language, the colours. */
import { BASE } from '../shared/base.js';
import { messages, speak } from '../shared/messages.js';
import { COLOURS, colours, type Language, language } from '../shared/preferences.js';
import { SearchBox } from './search-box.js';

export function Head() {
  const text = messages.value;
  const colourSaid = `${text.theme}: ${text.themes[colours.value]}`;
  return (
    <header class="head">
      <a class="brand" href={BASE}>
        {text.name}
      </a>
      <SearchBox />
      <fieldset class="switches" aria-label={text.language}>
        {(Object.entries(text.languages) as [Language, string[]][]).map(([tag, [short, full]]) => (
          <button
            type="button"
            class="switch"
            key={tag}
            lang={tag}
            title={full}
            aria-pressed={language.value === tag}
            onClick={() => speak(tag)}
          >
            {short}
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
