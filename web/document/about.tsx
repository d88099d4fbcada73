/** What is known about a text, and for each thing where it is known from. */

import type { ComponentChildren } from 'preact';
import type { DocumentAnswer } from '../../server/api.js';
import { SourceLink } from '../search/source-link.js';
import { BASE } from '../shared/base.js';
import { type Messages, messages } from '../shared/messages.js';
import { named } from '../shared/named.js';
import { language } from '../shared/preferences.js';
import { say } from '../shared/say.js';
import { CANONICAL, langOf } from '../shared/script-lang.js';
import { History } from './history.js';
import { cutSaid, warningSaid } from './said.js';

type Shown = DocumentAnswer['document'];

/** What is text in the file, and shown as it came; of every other format the text is what was read out of it. */
const PLAIN: readonly string[] = ['txt', 'md', 'jsonl', 'json'];

type Field = Exclude<keyof Messages['fields'], 'source'>;

/** Left out where they are absent: few texts have one, and that says nothing about the text. */
const RARE: readonly string[] = ['titleEn', 'status', 'publishedYear', 'authors'];

/** Values of facets and dates. */
const CANONICAL_FIELDS: readonly string[] = ['type', 'status', 'cities'];

export function About({ document: shown }: { readonly document: Shown }) {
  const text = messages.value;
  const { file, format, linkOrigin, warnings, cuts, extra, provenance } = shown;
  const path = `${BASE}api/documents/${encodeURIComponent(shown.id)}/`;
  const others = Object.entries(extra);
  return (
    <aside class="about" aria-labelledby="about-title">
      <h2 id="about-title">{text.about}</h2>
      <dl>
        {(Object.keys(text.fields) as Field[]).map((field) => {
          // The source has a link and a row of its own.
          if ((field as string) === 'source') return null;
          const themes = field === 'themes' ? shown.themes.map(named) : [];
          const value = themes[0]
            ? themes.map(({ text: theme }) => theme).join(themes[0].lang === 'en' ? ', ' : '、')
            : printed(shown, field as Exclude<Field, 'themes'>).join('、');
          if (value === '' && RARE.includes(field)) return null;
          // Themes have a language of their own; names and numbers stand as they are printed.
          const lang =
            themes[0]?.lang ??
            (field === 'titleEn'
              ? 'en'
              : CANONICAL_FIELDS.includes(field)
                ? CANONICAL
                : langOf(shown.script));
          return (
            <Row key={field} field={field} from={value === '' ? undefined : provenance[field]}>
              {value === '' ? <span class="absent">{text.notStated}</span> : <span lang={lang}>{value}</span>}
            </Row>
          );
        })}
        <Row
          field="source"
          from={shown.source ? provenance.source : undefined}
          known={linkOrigin ? text.linkOrigins[linkOrigin] : undefined}
        >
          <SourceLink source={shown.source} lang={langOf(shown.script)} />
        </Row>
        <div>
          <dt>{text.file}</dt>
          <dd>
            <span>
              {text.formats[format]} · {say(text.bytes, { n: file.bytes })} ·{' '}
              {say(text.indexedOn, { day: file.indexedAt.slice(0, 10) })}
            </span>
            <a href={`${path}raw`}>{text[PLAIN.includes(format) ? 'raw' : 'readText']}</a>
            {file.kept && <a href={`${path}file`}>{text.download}</a>}
          </dd>
        </div>
        {shown.attachments.length > 0 && (
          <div>
            <dt>{text.attachments}</dt>
            <dd>{shown.attachments.map(({ id, name }) => documentLink(id, name))}</dd>
          </div>
        )}
        {shown.attachmentOf !== null && (
          <div>
            <dt>{text.attachmentOf}</dt>
            <dd>{documentLink(shown.attachmentOf, text.openNotice)}</dd>
          </div>
        )}
      </dl>
      <History acts={shown.history} />
      {warnings.length > 0 && (
        <section>
          <h3>{text.warnings}</h3>
          <ul class="warnings">
            {warnings.map((warning) => (
              <li key={`${warning.code}${warning.message}`}>{warningSaid(text, warning)}</li>
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
                <small lang={language.value}>{cutSaid(text, rule)}</small> {cut}
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

function documentLink(id: string, text: string): ComponentChildren {
  return (
    <a key={id} href={`${BASE}documents/${encodeURIComponent(id)}`}>
      {text}
    </a>
  );
}

/** Bodies and numbers as the text prints them; a year only where no day is known. */
function printed(shown: Shown, field: Exclude<Field, 'themes'>): readonly (string | number | null)[] {
  if (field === 'issuingBodies') return shown.issuingBodiesPublished;
  if (field === 'documentNumber') return [shown.documentNumberPublished];
  if (field === 'publishedYear') return shown.publishedOn === null ? [shown.publishedYear] : [];
  return [shown[field]].flat();
}

interface RowProps {
  readonly field: keyof Shown['provenance'];
  readonly from: Shown['provenance'][keyof Shown['provenance']];
  /** How its link is known, which says more. */
  readonly known?: string | undefined;
  readonly children: ComponentChildren;
}

/** One field, and where it is known from. */
function Row({ field, from, known, children }: RowProps) {
  const text = messages.value;
  return (
    <div>
      <dt>{text.fields[field]}</dt>
      <dd>
        {children}
        {from && (
          <small class={`provenance ${from}`} title={known ?? text.provenanceNote[from]}>
            {known ?? text.provenance[from]}
          </small>
        )}
      </dd>
    </div>
  );
}
