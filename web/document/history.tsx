/** What made a law what it is: an act a row, in the order of the text. */
import type { DocumentAnswer } from '../../server/api.js';
import { messages } from '../shared/messages.js';
import { CANONICAL } from '../shared/script-lang.js';

export function History({ acts }: { readonly acts: DocumentAnswer['document']['history'] }) {
  const text = messages.value;
  if (acts.length === 0) return null;
  return (
    <section>
      <h3>{text.history}</h3>
      <table class="history">
        <thead class="unseen">
          <tr>
            <th>{text.fields.publishedOn}</th>
            <th>{text.historyAct}</th>
            <th>{text.fields.issuingBodies}</th>
          </tr>
        </thead>
        <tbody>
          {acts.map(({ event, on, by, number }) => (
            <tr key={`${event} ${on} ${number}`}>
              <td>{on ? <time>{on}</time> : text.undated}</td>
              <td lang={CANONICAL}>{event}</td>
              <td lang={CANONICAL}>{[by.join('、'), number].filter(Boolean).join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
