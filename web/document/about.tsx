/** What is known about a text, and for each thing where it is known from. */
import type { DocumentAnswer } from '../../server/api.js';
import { messages } from '../messages.js';
import { say } from '../say.js';
import { CANONICAL, langOf } from '../script-lang.js';
import { SourceLink } from '../search/source-link.js';

type Shown = DocumentAnswer['document'];
type Field = keyof typeof FIELDS;

/** In the order in which a reader asks; how each is written, and in which language it is written. */
const FIELDS = {
  title: ({ title, script }: Shown) => <span lang={langOf(script)}>{title}</span>,
  titleEn: ({ titleEn }: Shown) => titleEn && <span lang="en">{titleEn}</span>,
  issuingBodies: ({ issuingBodies }: Shown) => canonical(issuingBodies),
  documentNumber: ({ documentNumber }: Shown) => documentNumber && canonical([documentNumber]),
  type: ({ type }: Shown) => type && canonical([type]),
  status: ({ status }: Shown) => status && canonical([status]),
  publishedOn: ({ publishedOn }: Shown) => publishedOn && <time>{publishedOn}</time>,
  signedOn: ({ signedOn }: Shown) => signedOn && <time>{signedOn}</time>,
  effectiveOn: ({ effectiveOn }: Shown) => effectiveOn && <time>{effectiveOn}</time>,
  cities: ({ cities }: Shown) => canonical(cities),
  themes: ({ themes }: Shown) => canonical(themes),
  source: ({ source, script }: Shown) => <SourceLink source={source} lang={langOf(script)} />,
} as const;

/** Left out where they are absent: few texts have one, and that says nothing about the text. */
const RARE: readonly Field[] = ['titleEn', 'status'];

export function About({ document: shown }: { readonly document: Shown }) {
  const text = messages.value;
  const { file, warnings, cuts, extra, provenance } = shown;
  const others = Object.entries(extra);
  return (
    <aside class="about" aria-labelledby="about-title">
      <h2 id="about-title">{text.about}</h2>
      <dl>
        {(Object.keys(FIELDS) as Field[]).map((field) => {
          const value = FIELDS[field](shown);
          const from = provenance[field];
          if (!value && RARE.includes(field)) return null;
          return (
            <div key={field}>
              <dt>{text.fields[field]}</dt>
              <dd>
                {value || <span class="absent">{text.notStated}</span>}
                {value && from && (
                  <small class={`provenance ${from}`} title={text.provenanceNote[from]}>
                    {text.provenance[from]}
                  </small>
                )}
              </dd>
            </div>
          );
        })}
        <div>
          <dt>{text.file}</dt>
          <dd>
            <span class="path">{file.path}</span>
            <small>
              {say(text.bytes, { n: file.bytes })} ·{' '}
              {say(text.indexedOn, { day: file.indexedAt.slice(0, 10) })}
            </small>
            <a href={`/api/documents/${encodeURIComponent(shown.id)}/raw`}>{text.raw}</a>
          </dd>
        </div>
      </dl>
      {warnings.length > 0 && (
        <section>
          <h3>{text.warnings}</h3>
          <ul class="warnings" lang="en">
            {warnings.map(({ code, message }) => (
              <li key={`${code}${message}`}>{message}</li>
            ))}
          </ul>
        </section>
      )}
      {cuts.length > 0 && (
        <details>
          <summary>{say(text.cuts, { n: cuts.length })}</summary>
          <ul class="cuts" lang={langOf(shown.script)}>
            {cuts.map(({ start, rule, text: cut }) => (
              <li key={start}>
                <small lang="en">{rule}</small> {cut}
              </li>
            ))}
          </ul>
        </details>
      )}
      {others.length > 0 && (
        <details>
          <summary>{text.extra}</summary>
          <dl>
            {others.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </aside>
  );
}

function canonical(values: readonly string[]) {
  return values.length > 0 && <span lang={CANONICAL}>{values.join('、')}</span>;
}
