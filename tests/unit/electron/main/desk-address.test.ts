import { describe, expect, it } from 'vitest';
import { deskAddress, isDesk, isFramed, isOurs, placeOf } from '#electron/main/desk-address.ts';

describe('deskAddress', () => {
  it.each([
    ['', 'app://casewright/'],
    ['#', 'app://casewright/'],
    ['#/library', 'app://casewright/#/library'],
    ['/case/12', 'app://casewright/#/case/12'],
    ['//evil.example/', 'app://casewright/#//evil.example/'],
  ])('leads from %j to %s', (hash, address) => {
    expect(deskAddress(hash)).toBe(address);
    expect(isDesk(address)).toBe(true);
  });
});

describe('placeOf', () => {
  it('gives back the place that an address was made for', () => {
    expect(placeOf(deskAddress('#/case/12?a=b'))).toBe('#/case/12?a=b');
  });

  it.each(['app://casewright/', 'https://casewright/#/library', 'nonsense', ''])('finds no place in %j', (address) => {
    expect(placeOf(address)).toBe('');
  });
});

describe('isDesk', () => {
  it.each([
    'app://casewright/',
    'app://casewright/index.html',
    'app://casewright/#/x',
    'app://casewright/index.html#x',
  ])('knows %s as the desk', (address) => {
    expect(isDesk(address)).toBe(true);
  });

  it.each([
    'app://casewright/original.html',
    'app://casewright/assets/index.js',
    'app://casewright/?x',
    'app://casewright.example/',
    'app://casewright:1/',
    'app://user@casewright/',
    'app://CASEWRIGHT.evil/',
    'apps://casewright/',
    'https://casewright/',
    'file:///index.html',
    'blob:app://casewright/1',
    'about:blank',
    'javascript:void 0',
    '',
    '//casewright/',
  ])('does not take %s for the desk', (address) => {
    expect(isDesk(address)).toBe(false);
  });
});

describe('isFramed', () => {
  it('lets a frame show the page of the original, and no other', () => {
    expect(isFramed('app://casewright/original.html')).toBe(true);
    expect(isFramed('app://casewright/')).toBe(false);
    expect(isFramed('https://example.org/original.html')).toBe(false);
  });
});

describe('isOurs', () => {
  it('covers every path of the origin and nothing beside it', () => {
    expect(isOurs('app://casewright/assets/x.js?y#z')).toBe(true);
    expect(isOurs('app://casewright2/')).toBe(false);
    expect(isOurs('not an address')).toBe(false);
  });
});
