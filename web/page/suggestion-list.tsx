/** The suggestions as a list, those of a kind together, each with the clauses that it leads to. What is active is said by whoever draws it. */
import type { Suggestion } from '../../server/api.js';
import { messages } from '../shared/messages.js';
import { say } from '../shared/say.js';
import { CANONICAL } from '../shared/script-lang.js';

export type Groups = readonly (readonly [kind: Suggestion['kind'], suggestions: readonly Suggestion[]])[];

/** Kinds in the order of their best, and inside a kind the order that came. */
export function byKind(suggestions: readonly Suggestion[]): Groups {
  const kinds = [...new Set(suggestions.map(({ kind }) => kind))];
  return kinds.map((kind) => [kind, suggestions.filter((one) => one.kind === kind)]);
}

export function idOf(suggestion: Suggestion): string {
  return `suggested-${suggestion.kind}-${suggestion.text}`;
}

interface SuggestionListProps {
  readonly groups: Groups;
  /** The id of one of them; empty for none. */
  readonly active: string;
  /** By a pointer: keys are the box's. */
  readonly onChoose: (suggestion: Suggestion, event: MouseEvent) => void;
}

export function SuggestionList({ groups, active, onChoose }: SuggestionListProps) {
  const text = messages.value;
  return (
    <div
      class="suggestions"
      id="suggestions"
      role="listbox"
      aria-label={text.suggestions}
      // A press takes no focus from the box: the list would be gone before the click.
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(([kind, suggestions]) => (
        <fieldset key={kind} aria-label={text.suggestionKinds[kind]}>
          <p class="suggestion-kind" aria-hidden="true">
            {text.suggestionKinds[kind]}
          </p>
          {suggestions.map((suggestion) => {
            const id = idOf(suggestion);
            return (
              <button
                type="button"
                key={id}
                id={id}
                class="suggestion"
                role="option"
                tabIndex={-1}
                aria-selected={id === active}
                onClick={(event) => onChoose(suggestion, event)}
              >
                <span lang={langOf(suggestion)}>{suggestion.text}</span>{' '}
                <span class="facet-count">{say(text.counted.all, { n: suggestion.count })}</span>
              </button>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}

/** A title is as published, in either script, and the answer does not say in which. */
function langOf({ kind, text }: Suggestion): string {
  if (!/\p{Script=Han}/u.test(text)) return 'en';
  return kind === 'title' ? 'zh' : CANONICAL;
}
