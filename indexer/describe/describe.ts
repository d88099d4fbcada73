/**
 * Says what a text is: title, dates, issuing bodies, document number, places, type, source, script, status.
 *
 * What the user gave wins. The rest is read from the cleaned text and from the page around it, one file a field; where
 * nothing says it, the field is null. `provenance` says of each field whether it was given, printed, or concluded.
 */
import {
  type DescribedField,
  type DocumentNumber,
  type GivenMetadata,
  type Provenance,
  STATUSES,
} from '../../core/model.js';
import { canonicalName } from '../../core/text/canonical-name.js';
import { parseDocumentNumber } from '../../core/text/document-number.js';
import { scriptOf } from '../../core/text/script.js';
import type { CleanedText, Description, RawDocument } from '../model.js';
import { fullBodyName } from './bodies/full-name.js';
import { type FoundBodies, ofLaw, readIssuingBodies, reportedActs } from './bodies/issuing-bodies.js';
import { readSignature, type Signature } from './bodies/signature.js';
import { readCities } from './cities.js';
import { readDate } from './dates/calendar.js';
import { dateline, type FoundDay, readEffectiveOn, readPublishedOn } from './dates/dates.js';
import { readHistory } from './dates/history.js';
import { readDocumentNumber } from './document-number.js';
import { canonicalPlace } from './places.js';
import { openSource, readSource } from './source.js';
import { canonicalStatus, readStatus } from './status.js';
import { readEnds, type TextEnds } from './text-ends.js';
import { printedAlone } from './title/own-line.js';
import { letterOffice } from './title/taiwan-letter.js';
import { type FoundTitle, findTitle } from './title/title.js';
import { canonicalType, readType } from './type.js';

interface Found<T> {
  readonly value: T;
  readonly provenance: Provenance;
}

/** Themes are those of the clauses, which are not cut yet. */
type DescribedHere = Readonly<Record<Exclude<DescribedField, 'themes'>, Found<unknown> | null>>;

const given = <T>(value: T): Found<T> => ({ value, provenance: 'given' });
const extracted = <T>(value: T | null | undefined): Found<T> | null =>
  value === null || value === undefined ? null : { value, provenance: 'extracted' };

/** @throws never: a text that says nothing of itself has a derived title and nulls. */
export function describe({
  raw,
  cleaned,
}: {
  readonly raw: RawDocument;
  readonly cleaned: CleanedText;
}): Description {
  const said = raw.given;
  const history = readHistory(said.history);
  const isLaw = history !== null;
  const ends = readEnds(raw, cleaned, !isLaw);
  const title = titleOf(said, ends);
  const signature = isLaw
    ? null
    : readSignature(ends, title.kind === 'official' && !title.afterDate ? (title.span?.end ?? 0) : 0);
  const number =
    said.documentNumber != null
      ? given(givenNumber(said.documentNumber))
      : extracted(history?.documentNumber ?? readDocumentNumber(ends, title.title, title.span));
  const isNews = !isLaw && number === null && isNewsText(ends, title, signature);
  const bodies =
    givenList(said.issuingBodies, fullBodyName) ??
    (history === null ? null : ofBodies(ofLaw(history, title.title))) ??
    ofBodies(letterOffice(ends)) ??
    ofBodies(readIssuingBodies(ends, title, signature, number?.value ?? null, isNews));
  const signedOn = givenOr(said.signedOn, () =>
    extracted(
      history?.signedOn ??
        readDate(ends.captions.signed ?? '') ??
        signature?.signedOn ??
        readDate(ends.captions.made ?? ''),
    ),
  );
  const publishedOn = givenOr(said.publishedOn, () =>
    history !== null
      ? extracted(history.publishedOn)
      : ofDay(readPublishedOn(ends, signedOn?.value ?? null, isNews)),
  );
  const effectiveOn = givenOr(said.effectiveOn, () =>
    isNews
      ? null
      : (extracted(history?.effectiveOn) ??
        ofDay(readEffectiveOn(ends, history?.enactedOn ?? signedOn?.value ?? publishedOn?.value ?? null))),
  );
  const cities =
    givenList(said.cities, canonicalPlace) ??
    derivedList(readCities(ends, title.title, bodies?.value ?? [], number?.value ?? null, isNews));
  const type = typeOf(said, ends, title.title, isNews);
  const status =
    said.status != null
      ? extractedAsGiven(canonicalStatus(said.status))
      : extracted(readStatus(ends, title.title));
  const source =
    said.source != null
      ? given({ name: said.source.name ?? null, url: said.source.url ?? null })
      : extracted(readSource(ends));
  const opened = source === null ? null : openSource(source.value);
  const titleEn = extractedAsGiven(said.titleEn ?? null);
  const fields: DescribedHere = {
    title: { value: title.title, provenance: title.provenance },
    titleEn,
    issuingBodies: bodies,
    documentNumber: number,
    type,
    status,
    publishedOn,
    signedOn,
    effectiveOn,
    cities,
    source,
  };
  return {
    title: withIssuer(title, bodies?.value ?? []),
    titleSpan: title.span,
    titleEn: titleEn?.value ?? null,
    issuingBodies: bodies?.value ?? [],
    documentNumber: number === null ? null : ofFirstBody(number.value, bodies?.value ?? []),
    type: type?.value ?? null,
    status: status?.value ?? null,
    publishedOn: publishedOn?.value ?? null,
    signedOn: signedOn?.value ?? null,
    effectiveOn: effectiveOn?.value ?? null,
    cities: cities?.value ?? [],
    source: opened?.source ?? null,
    script: scriptOf(cleaned.text) ?? 'hans',
    provenance: provenanceOf(fields),
    warnings: [
      ...warningsOf(title, publishedOn === null, said.status != null && status === null ? said.status : null),
      ...(opened?.warnings ?? []),
    ],
    extra: raw.extra,
  };
}

/** A given title is looked for above the body only. */
const GIVEN_TITLE_REACH = 600;

function titleOf(said: GivenMetadata, ends: TextEnds): FoundTitle {
  if (said.title == null) return findTitle(ends);
  return {
    title: said.title,
    span: printedAlone(ends.cleaned.text.slice(0, GIVEN_TITLE_REACH), said.title),
    provenance: 'given',
    kind: 'official',
  };
}

/** A text without number and signature that reports: a headline or none, and the words of reporting. */
function isNewsText(ends: TextEnds, title: FoundTitle, signature: Signature | null): boolean {
  if (
    title.kind === 'official' ||
    title.kind === 'plan' ||
    (signature !== null && signature.bodies.length > 0)
  )
    return false;
  const { head, tail } = ends;
  if (/^各[^。]{2,80}：|现(?:将|就)[^。]{0,60}(?:印发|通知|公告)/u.test(head.slice(0, 500))) return false;
  const edges = `${head.slice(0, 400)}\n${(tail === '' ? head : tail).slice(-200)}`;
  return (
    (title.kind === 'headline' && dateline(ends) !== null) ||
    /记者|据悉|消息[,，：]|供图|[（(]完[）)]|日电/u.test(edges) ||
    reportedActs(ends).some(({ sentence }) => /近日|日前/u.test(sentence))
  );
}

function typeOf(said: GivenMetadata, ends: TextEnds, title: string, isNews: boolean): Found<string> | null {
  if (said.type != null) return given(canonicalType(said.type));
  if (isNews) return { value: '新闻', provenance: 'derived' };
  return extracted(readType(ends, title));
}

function givenNumber(text: string): ReturnType<typeof parseDocumentNumber> & object {
  return parseDocumentNumber(text) ?? { text: canonicalName(text), issuerCode: '', year: null, serial: '' };
}

/** A title that we made names its issuer, as printed ones do: 河北省教育厅 + 关于…的通知. */
function withIssuer({ title, kind }: FoundTitle, bodies: readonly string[]): string {
  const [issuer, ...others] = bodies;
  const bare = kind === 'derived' && /^关于.*(?:通知|意见|措施|批复|复函|公告|通告|通报)$/u.test(title);
  return bare && issuer !== undefined && others.length === 0 ? `${issuer}${title}` : title;
}

/** A joint order is numbered by its first body: 公安部 … 国家广播电视总局 令 第173号 is 公安部令第173号. */
function ofFirstBody(number: DocumentNumber, bodies: readonly string[]): DocumentNumber {
  const [, body, word] = /^(.+?)(令|公告)$/u.exec(number.issuerCode) ?? [];
  const first = bodies[0];
  if (body === undefined || first === undefined || bodies.indexOf(fullBodyName(body)) < 1) return number;
  const issuerCode = `${first}${word}`;
  return { ...number, issuerCode, text: `${issuerCode}${number.text.slice(number.issuerCode.length)}` };
}

function givenList(
  values: readonly string[] | null | undefined,
  canonical: (value: string) => string,
): Found<readonly string[]> | null {
  const names = [...new Set((values ?? []).map(canonical))].filter((name) => name !== '');
  return names.length === 0 ? null : given(names);
}

function givenOr<T>(value: T | null | undefined, read: () => Found<T> | null): Found<T> | null {
  return value != null ? given(value) : read();
}

const derivedList = (values: readonly string[]): Found<readonly string[]> | null =>
  values.length === 0 ? null : { value: values, provenance: 'derived' };
const extractedAsGiven = <T>(value: T | null): Found<T> | null => (value === null ? null : given(value));

const ofDay = (day: FoundDay | null): Found<string> | null =>
  day && { value: day.day, provenance: day.provenance };

const ofBodies = (found: FoundBodies | null): Found<readonly string[]> | null =>
  found && { value: found.bodies, provenance: found.provenance };

function provenanceOf(fields: DescribedHere): Description['provenance'] {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field == null ? [] : [[name, field.provenance]])),
  );
}

function warningsOf(
  title: FoundTitle,
  undated: boolean,
  unknownStatus: string | null,
): Description['warnings'] {
  const warnings = [];
  if (title.provenance === 'derived')
    warnings.push({ code: 'title_derived', message: 'No title is printed; it was made of the text.' });
  if (undated)
    warnings.push({
      code: 'no_date',
      message: 'No date of publication was found; give publishedOn to filter by year.',
    });
  if (unknownStatus !== null)
    warnings.push({
      code: 'invalid_field',
      message: `status is left out: ${JSON.stringify(unknownStatus.slice(0, 60))} is none of ${STATUSES.join(', ')}. Correct it, or remove it; null means absent.`,
    });
  return warnings;
}
