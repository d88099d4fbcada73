import { describe, expect, it } from 'vitest';
import { type ErrorCode, PolicyError } from '../../core/errors.js';
import { FACETS } from '../../core/model.js';
import { toFailure } from '../../server/http/problem.js';
import { once, parseQueryString } from '../../server/http/query-string.js';
import { SearchRequest } from '../../server/request.js';

/** What a request with these parameters is answered: the parameters complained of, or none. */
function complaints(query: string): string[] {
  try {
    const given = parseQueryString(query);
    once(given, [...FACETS, 'without']);
    SearchRequest.parse(given);
    return [];
  } catch (error) {
    const { problem } = toFailure(error);
    expect(problem.status).toBe(400);
    return (problem.errors ?? []).map(({ parameter }) => parameter);
  }
}

describe('parameters of a search', () => {
  it.each([
    ['', []],
    ['q=%E7%AE%97%E5%8A%9B&page=2', []],
    ['q=a+b&city=x&city=y', []],
    ['q=%22%27%3Cscript%3E', []],
    ['expand=off&without=a&explain=on', []],
    ['colour=red', ['colour']],
    ['__proto__=x', ['__proto__']],
    ['q=a&q=b', ['q']],
    ['page=1&page=2', ['page']],
    ['q=%E0%A4%A', ['q']],
    ['q=%CB%E3', ['q']],
    ['page=0', ['page']],
    ['page=1e1', ['page']],
    ['page=', ['page']],
    ['size=101', ['size']],
    ['page=101&size=100', ['page']],
    ['from=2023', ['from']],
    ['from=2023-02-30', ['from']],
    ['match=some', ['match']],
    ['sort=best&script=x', ['sort', 'script']],
    ['year=', ['year']],
    [`q=${'a'.repeat(501)}`, ['q']],
  ])('%s', (query, expected) => {
    expect(complaints(query)).toEqual(expected);
  });
});

describe('problems', () => {
  it('carry what happened, the remedy and a status', () => {
    const { problem, isBug } = toFailure(PolicyError.indexMissing('data'));
    expect(problem).toMatchObject({ status: 503, type: 'urn:zhengsou:problem:index_missing' });
    expect(problem.remedy).toMatch(/npm run index/);
    expect(isBug).toBe(false);
  });

  it('tell nothing of a bug', () => {
    const { problem, isBug } = toFailure(new TypeError('secret path /home/x'));
    expect(isBug).toBe(true);
    expect(problem.status).toBe(500);
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  it.each<[ErrorCode, number | null]>([
    // passes by itself, after so many seconds
    ['server_busy', 1],
    ['index_busy', 5],
    ['engine_unavailable', 5],
    ['answer_incomplete', 5],
    // until somebody does something
    ['index_missing', null],
    ['index_out_of_date', null],
    ['index_damaged', null],
    ['engine_key_refused', null],
    ['engine_key_too_strong', null],
  ])('%s is a 503, and says when to come back where that helps', (code, seconds) => {
    const { problem, retryAfter, isBug } = toFailure(new PolicyError(code, 'It is so.', 'Do that.'));
    expect(retryAfter).toBe(seconds);
    expect(isBug).toBe(false);
    expect(problem).toMatchObject({ status: 503, detail: 'It is so.', remedy: 'Do that.' });
    expect(problem.title).not.toBe('');
  });
});
