import { describe, expect, it } from 'vitest';
import { type PastedText, pastedFile, pasteFaults } from '#renderer/services/import/pasted-text.ts';

const PASTED: PastedText = {
  title: 'Told by telephone',
  text: 'The bridge is shut.',
  address: ' https://example.org/page ',
  publisher: 'Corvane Wire',
  published: '10 November 2019',
};

describe('a text that is pasted', () => {
  it('becomes a file of its words alone, with what is said of it beside', async () => {
    const { path, file, stated } = pastedFile(PASTED);

    expect(path).toBe('Told by telephone.txt');
    expect(await file.text()).toBe('Told by telephone\n\nThe bridge is shut.');
    expect(stated).toEqual([
      { field: 'url', value: 'https://example.org/page' },
      { field: 'siteName', value: 'Corvane Wire' },
      { field: 'published', value: '2019-11-10' },
    ]);
  });

  it('says nothing of itself where the analyst said nothing', () => {
    const { path, stated } = pastedFile({ title: '', text: 'Words', address: '', publisher: ' ', published: '' });

    expect([path, stated]).toEqual(['Pasted text.txt', undefined]);
  });

  it.each([
    ['no text', { text: ' \n' }, 'text', /no text yet/],
    ['what is no address', { address: 'example' }, 'address', /Not an address/],
    ['an address that runs something', { address: 'javascript:alert(1)' }, 'address', /Not an address/],
    ['what is no date', { published: 'lately' }, 'published', /Not read as a date/],
    ['a date that can mean two', { published: '03/04/2019' }, 'published', /It can mean .* or /],
  ] as const)('is not taken with %s, in words', (_, change, field, words) => {
    const faults = pasteFaults({ ...PASTED, ...change });

    expect(Object.keys(faults)).toEqual([field]);
    expect(faults[field]).toMatch(words);
  });

  it('has no faults when all of it can be read', () => {
    expect(pasteFaults(PASTED)).toEqual({});
  });
});
