/** At a title: that a text is no longer, or not yet, in force. Nobody should cite it and not know. */
import { messages } from '../shared/messages.js';
import { language } from '../shared/preferences.js';

/** Empty for a status that needs no warning. */
export function badgeOf(status: string | null): string {
  const { badges } = messages.value;
  return status !== null && Object.hasOwn(badges, status) ? badges[status as keyof typeof badges] : '';
}

export function StatusBadge({ status }: { readonly status: string | null }) {
  const badge = badgeOf(status);
  return badge === '' ? null : (
    <small class="badge" lang={language.value}>
      {badge}
    </small>
  );
}
