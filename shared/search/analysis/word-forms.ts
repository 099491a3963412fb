import type { WordParts } from '#shared/search/model/query.ts';
import { fold } from '#shared/text/fold-text.ts';
import { attachedForms } from './attached-words.ts';
import { lettersKey } from './letters-key.ts';
import { spellOut } from './spellings.ts';

/** The ways in which a word of a query may stand in a text; whichever stands there is found. */
export type WordForms = {
  /** Parts that stand one after the other. */
  readonly runs: readonly (readonly string[])[];
  /** Other spellings of one written word: joined, with umlauts spelled out. */
  readonly spellings: readonly string[];
  /** Hashtags and handles, with their sign. */
  readonly tags: readonly string[];
};

/** The forms that a word is looked for in, as index keys. */
export function wordForms({ parts, written, sign }: WordParts): WordForms {
  const joined = parts.join('');
  if (sign !== '') return { runs: [], spellings: [], tags: [lettersKey(sign + joined)] };
  const spelled = spellOut(written);
  const spelledOut = spelled === null ? [] : [lettersKey(fold(spelled).replace(/[^\p{L}\p{M}\p{N}]/gu, ''))];
  const attached = parts.length === 1 ? attachedForms(joined) : [];
  const runs = [
    parts,
    ...(parts.length > 1 ? [[joined]] : []),
    ...spelledOut.map((one) => [one]),
    ...attached.map((one) => [one]),
  ];
  return {
    runs: runs.map((run) => run.map(lettersKey)),
    spellings: [lettersKey(joined), ...spelledOut],
    tags: [],
  };
}
