/**
 * Says what a text is: title, dates, issuing bodies, document number, places, type, source, script, status.
 *
 * What the user gave wins. The rest is read from the cleaned text and from the page around it, one file a field; where
 * nothing says it, the field is null. `provenance` says of each field whether it was given, printed, or concluded.
 */
import type { DocumentNumber, GivenMetadata } from '../../core/model.js';
import { scriptOf, toSimplified } from '../../core/text/script.js';
import type { CleanedText, Description, RawDocument } from '../model.js';
import type { NamedBody } from './bodies/body-names.js';
import type { FoundBodies } from './bodies/concluded-bodies.js';
import { fullBodyName } from './bodies/full-name.js';
import { ofLaw, readIssuingBodies } from './bodies/issuing-bodies.js';
import { readSignature } from './bodies/signature.js';
import { readByline } from './byline.js';
import type { Captions } from './captions.js';
import { readCities } from './cities.js';
import { readLabelledDate } from './dates/calendar.js';
import { type FoundDay, readEffectiveOn, readPublishedOn } from './dates/dates.js';
import { readHeadNote } from './dates/head-note.js';
import { readHistory } from './dates/history.js';
import { yearOf } from './dates/published-year.js';
import { readDocumentNumber } from './document-number.js';
import { derived, derivedList, extracted, type Found, given, givenOr } from './found.js';
import { givenBodies, givenCities, givenNumber, givenStatus } from './given.js';
import { isNewsText } from './news.js';
import { type DescribedHere, provenanceOf, warningsOf, withoutPlace } from './noted.js';
import { noticeBodies, noticeNumber } from './of-notice.js';
import { openPublishedForm, publishedBodies, publishedNumber } from './published-form.js';
import { saidBodies, saidDay, saidNumber, titleOfFile } from './said.js';
import { openSource, sourceOf } from './source.js';
import { readStatus } from './status.js';
import { readEnds, type TextEnds } from './text-ends.js';
import { printedAlone } from './title/own-line.js';
import { letterDay, letterOffice } from './title/taiwan-letter.js';
import { type FoundTitle, findTitle } from './title/title.js';
import { canonicalType, readType } from './type.js';

/** @throws never: a text that says nothing of itself has a derived title and nulls. */
export function describe({
  raw,
  cleaned,
  notice = null,
}: {
  readonly raw: RawDocument;
  readonly cleaned: CleanedText;
  /** Of an annex: the page that links to it, whose body, number and days it has where it prints none. */
  readonly notice?: Description | null;
}): Description {
  const said = raw.given;
  const registered = readHistory(said.history);
  const ends = readEnds(raw, cleaned, registered === null);
  const title = titleOf(said, ends);
  const history = registered ?? (title.span === null ? null : readHeadNote(ends.head, title.span.end));
  const numbered = said.documentNumber == null ? ends.numbered : null;
  const isLaw = history !== null;
  // A page's record is of what the page carries: of an order and the law that it promulgates, the order.
  const isRecorded = (caption: keyof Captions): boolean =>
    raw.facts !== null && ends.captions[caption] !== undefined;
  const signature = isLaw
    ? null
    : readSignature(
        ends,
        title.kind === 'official' && !title.afterDate ? (title.span?.end ?? 0) : 0,
        title.kind === 'official' && title.span !== null ? toSimplified(title.title) : '',
      );
  const number =
    said.documentNumber != null
      ? given(givenNumber(said.documentNumber))
      : (extracted(
          (isRecorded('number') ? null : history?.documentNumber) ??
            readDocumentNumber(ends, title.title, title.span) ??
            saidNumber(raw.facts?.said),
        ) ?? noticeNumber(notice));
  const isNews = !isLaw && notice === null && number === null && isNewsText(ends, title, signature);
  const bodies =
    givenBodies(said.issuingBodies) ??
    (history === null ? null : ofBodies(ofLaw(history, title.title))) ??
    ofBodies(letterOffice(ends)) ??
    (numbered === null || numbered.bodies.length === 0 ? null : extracted(numbered.bodies)) ??
    ofBodies(readIssuingBodies(ends, title, signature, number?.value.number ?? null, isNews)) ??
    saidBodies(raw.facts?.said) ??
    noticeBodies(notice);
  const names = bodies?.value.map(({ name }) => name) ?? [];
  const ownNumber = number === null ? null : ofFirstBody(number.value.number, names);
  const signedOn = givenOr(
    said.signedOn,
    () =>
      extracted(
        numbered?.signedOn ??
          (isRecorded('signed') ? null : history?.signedOn) ??
          (signature?.isUnderTitle ? signature.signedOn : null) ??
          readLabelledDate(ends.captions.signed, () => ends.isTraditional) ??
          signature?.signedOn ??
          letterDay(ends) ??
          readLabelledDate(ends.captions.made, () => ends.isTraditional),
      ) ?? derived(notice?.signedOn),
  );
  const publishedOn = givenOr(said.publishedOn, () => {
    if (history !== null && !isRecorded('published')) return extracted(history.publishedOn);
    const bySigning = signedOn?.provenance === 'derived' ? null : (signedOn?.value ?? null);
    const printed = readPublishedOn(ends, bySigning, isNews);
    return (
      extracted(numbered?.publishedOn) ??
      (signature?.isUnderTitle ? recordDay(ends) : null) ??
      (printed?.provenance === 'extracted' ? ofDay(printed) : null) ??
      // What a page says of itself is surer than what is concluded from its signature or its link.
      extracted(saidDay(raw.facts?.said)) ??
      ofDay(printed) ??
      derived(notice?.publishedOn)
    );
  });
  const publishedYear = derived(yearOf(ends, title.title, ownNumber, publishedOn?.value ?? null));
  const effectiveOn = givenOr(said.effectiveOn, () =>
    isNews
      ? null
      : (extracted(history?.effectiveOn ?? numbered?.effectiveOn) ??
        ofDay(readEffectiveOn(ends, history?.enactedOn ?? signedOn?.value ?? publishedOn?.value ?? null))),
  );
  const cities =
    givenCities(said.cities) ??
    derivedList(
      numbered?.place != null ? [numbered.place] : readCities(ends, title.title, names, ownNumber, isNews),
    );
  const type = typeOf(said, ends, title, isNews);
  const status = said.status != null ? givenStatus(said.status) : extracted(readStatus(ends, title.title));
  const { source, linkOrigin } = sourceOf(raw, ends);
  const opened = source === null ? null : openSource(source.value);
  const titleEn = said.titleEn == null ? null : given(said.titleEn);
  const authors = isNews ? extracted(readByline(ends)) : null;
  const fields: DescribedHere = {
    title: { value: title.title, provenance: title.provenance },
    titleEn,
    issuingBodies: bodies,
    documentNumber: number,
    type,
    status,
    publishedOn,
    publishedYear,
    signedOn,
    effectiveOn,
    cities,
    source,
    authors,
  };
  const script = scriptOf(cleaned.text) ?? 'hans';
  const published = openPublishedForm(ends, title.title, linesOf(said.history), script);
  return {
    title: withIssuer(title, names),
    titleSpan: title.span,
    titleEn: titleEn?.value ?? null,
    issuingBodies: names,
    issuingBodiesPublished: bodies === null ? [] : publishedBodies(bodies, published),
    documentNumber: ownNumber,
    documentNumberPublished: number === null ? null : publishedNumber(number, ownNumber, published),
    authors: authors?.value ?? [],
    type: type?.value ?? null,
    status: status?.value ?? null,
    publishedOn: publishedOn?.value ?? null,
    publishedYear: publishedYear?.value ?? null,
    signedOn: signedOn?.value ?? null,
    effectiveOn: effectiveOn?.value ?? null,
    history: history?.events ?? [],
    cities: cities?.value ?? [],
    source: opened?.source ?? null,
    linkOrigin: opened?.source.url == null ? null : linkOrigin,
    script,
    provenance: provenanceOf(fields),
    warnings: [
      ...warningsOf(title, publishedOn === null, said.status != null && status === null ? said.status : null),
      ...withoutPlace(bodies?.provenance === 'given' ? [] : names),
      ...(opened?.warnings ?? []),
    ],
    extra: raw.extra,
  };
}

/** Where the day of signing is printed under the title, the record's 发文日期 is when a site published it. */
function recordDay({ captions, isTraditional }: TextEnds): Found<string> | null {
  const labelled = captions.published ?? captions.pageTime ?? captions.signed;
  return extracted(readLabelledDate(labelled, () => isTraditional));
}

/** A given title is looked for above the body only. */
const GIVEN_TITLE_REACH = 600;

function titleOf(said: GivenMetadata, ends: TextEnds): FoundTitle {
  if (said.title == null) return titleOfFile(ends) ?? findTitle(ends);
  return {
    title: said.title,
    span: printedAlone(ends.cleaned.text.slice(0, GIVEN_TITLE_REACH), said.title),
    provenance: 'given',
    kind: 'official',
  };
}

function typeOf(
  said: GivenMetadata,
  ends: TextEnds,
  { title, provenance }: FoundTitle,
  isNews: boolean,
): Found<string> | null {
  if (said.type != null) return given(canonicalType(said.type));
  if (isNews) return { value: '新闻', provenance: 'derived' };
  const type = readType(ends, title);
  // Of a title that is ours, its type is ours too.
  return provenance === 'derived' ? derived(type) : extracted(type);
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

const linesOf = (history: unknown): readonly string[] =>
  Array.isArray(history) ? history.filter((line): line is string => typeof line === 'string') : [];

const ofDay = (day: FoundDay | null): Found<string> | null =>
  day && { value: day.day, provenance: day.provenance };

const ofBodies = (found: FoundBodies | null): Found<readonly NamedBody[]> | null =>
  found && { value: found.bodies, provenance: found.provenance };
