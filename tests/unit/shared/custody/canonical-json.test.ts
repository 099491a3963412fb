import { describe, expect, it } from 'vitest';
import { canonicalJson, isSameJson } from '#shared/custody/canonical-json.ts';
import { AppError } from '#shared/kernel/app-error.ts';

describe('canonicalJson, by CUSTODY-1 and CUSTODY-2', () => {
  it.each([
    [
      'sorts members by UTF-16 code units',
      { b: 1, a: 2, '\u{1F600}': 3, '\uFB33': 4 },
      '{"a":2,"b":1,"\u{1F600}":3,"\uFB33":4}',
    ],
    [
      'writes numbers as the standard has them',
      [1234567.5, 1e30, 4.5, 2e-3, 1e-27, -0],
      '[1234567.5,1e+30,4.5,0.002,1e-27,0]',
    ],
    ['escapes only what has to be', '\u20ac$\u000F\nA\'B"\\\\"/', '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
    ['keeps the order of lists', [3, [1, null], true], '[3,[1,null],true]'],
    ['writes half a surrogate pair as an escape', 'a\ud83d', '"a\\ud83d"'],
  ])('%s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([
    ['undefined', { a: undefined }],
    ['NaN', [Number.NaN]],
    ['an infinity', Number.POSITIVE_INFINITY],
    ['a function', () => 1],
    ['a big integer', 1n],
    ['a date', new Date(0)],
    ['bytes', new Uint8Array(1)],
  ])('CUSTODY-2 refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(AppError);
  });
});

describe('isSameJson', () => {
  it.each([
    ['members in another order', { a: 1, b: [2] }, { b: [2], a: 1 }, true],
    ['a member more', { a: 1 }, { a: 1, b: null }, false],
    ['another member', { a: null }, { b: null }, false],
    ['a list and an object', [], {}, false],
    ['lists in another order', [1, 2], [2, 1], false],
    ['a longer list', [1], [1, 2], false],
    ['null and an object', null, {}, false],
  ])('compares %s', (_, a, b, same) => {
    expect([isSameJson(a, b), isSameJson(b, a)]).toEqual([same, same]);
  });
});
