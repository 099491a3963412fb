import { describe, expect, it } from 'vitest';
import { atomsOf } from '#shared/text/atoms.ts';
import { fold } from '#shared/text/fold-text.ts';

/** Atoms of one word joined by `+`. */
const shape = (text: string) =>
  atomsOf(fold(text)).reduce<string[]>((words, { letters, word }) => {
    words[word] = words[word] === undefined ? letters : `${words[word]}+${letters}`;
    return words;
  }, []);

describe('atomsOf', () => {
  it.each([
    ['TEXT-13 a name with an apostrophe', "Sha’Fah O'Neill", ['sha+fah', 'o+neill']],
    ['TEXT-13 hyphens', 'COVID-19 al-Bab', ['covid+19', 'al+bab']],
    ['TEXT-13 acronyms', 'U.S.A. end.Next', ['u+s+a', 'end', 'next']],
    ['TEXT-13 thousands but no other commas', '10,000 1,5 3.5', ['10+000', '1', '5', '3', '5']],
    ['TEXT-13 underscores', 'تل_تمر', ['تل+تمر']],
    ['TEXT-13 characters of spaceless scripts, each its own word', '東京', ['東', '京']],
    ['TEXT-12 no possessive', "Assad's men, the state’s", ['assad', 'men', 'the', 'state']],
    ['TEXT-12 an s that is no possessive', "d's-x s", ['d+s+x', 's']],
    ['TEXT-12 contractions', "haven't l'Ukraine", ['haven+t', 'l+ukraine']],
    ['TEXT-12 nothing in an empty text', '', []],
  ])('finds %s', (_, text, wanted) => {
    expect(shape(text)).toEqual(wanted);
  });
});
