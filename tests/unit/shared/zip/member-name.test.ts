import { describe, expect, it } from 'vitest';
import { collisionKey, faultOfName } from '#shared/zip/member-name.ts';

describe('faultOfName', () => {
  it.each([
    ['a plain path', 'case-x/data/tables/people.jsonl'],
    ['a folder', 'case-x/data/'],
    ['letters of any script', 'case-جسر/data/x'],
    ['blanks and signs', 'case x/a (1)~%.txt'],
    ['dots that lead nowhere', 'case-x/..data/a..b/...'],
  ])('finds nothing wrong with %s', (_, name) => {
    expect(faultOfName(name)).toBeNull();
  });

  it.each([
    ['..', 'climbs out of its folder'],
    ['a/..', 'climbs out of its folder'],
    ['a/../b', 'climbs out of its folder'],
    ['./a', 'climbs out of its folder'],
    ['/a', 'is absolute'],
    ['a\\b', 'has a backslash'],
    ['c:a', 'names a drive'],
    ['~root/x', "names a person's home folder"],
    ['a//b', 'has a folder without a name'],
    ['', 'has a folder without a name'],
    ['a\nb', 'has characters that cannot be seen'],
    ['a\u200fb', 'has characters that cannot be seen'],
    ['a\ud83db', 'has characters that cannot be seen'],
    ['e\u0301', 'is not in the usual Unicode form (NFC)'],
    ['a'.repeat(221), 'is too long'],
    [`${'a/'.repeat(12)}a`, 'has too many folders'],
  ])('says what is wrong with %j', (name, fault) => {
    expect(faultOfName(name)).toBe(fault);
  });
});

describe('collisionKey', () => {
  it.each([
    ['case', 'README.txt', 'readme.TXT'],
    ['Unicode form', 'caf\u00e9', 'cafe\u0301'],
    ['the German sharp s', 'strasse', 'stra\u00dfe'],
    ['the final sigma', 'ΟΔΟΣ', 'οδος'],
  ])('is the same for names that differ by %s alone', (_, a, b) => {
    expect(collisionKey(a)).toBe(collisionKey(b));
  });

  it('differs for different names', () => {
    expect(collisionKey('a')).not.toBe(collisionKey('b'));
  });
});
