/** Whose law a text is, as far as its places and its script tell. */
import type { PolicyDocument } from '../../core/model.js';

export type Jurisdiction = 'China' | 'Taiwan' | 'H.K.' | 'Mac.';

const TAIWAN = /^[台臺](?:湾|灣|北|中|南|东|東)|^(?:新北|桃[园園]|高雄|基隆|新竹|嘉[义義])/;

export function isTaiwanese({ cities, script }: Pick<PolicyDocument, 'cities' | 'script'>): boolean {
  return cities.some((city) => TAIWAN.test(city)) || (cities.length === 0 && script === 'hant');
}

/** As the Bluebook shortens it (table T10.3). */
export function jurisdictionOf(document: Pick<PolicyDocument, 'cities' | 'script'>): Jurisdiction {
  if (document.cities.some((city) => /^香港/.test(city))) return 'H.K.';
  if (document.cities.some((city) => /^(?:澳门|澳門)/.test(city))) return 'Mac.';
  return isTaiwanese(document) ? 'Taiwan' : 'China';
}
