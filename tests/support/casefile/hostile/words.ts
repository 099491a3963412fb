import { edit } from '#tests/support/casefile/opened-zip.ts';
import { forged, type HostileFile } from './tampering.ts';

/** Texts that say something else. */
export const hostileWords: readonly HostileFile[] = [
  {
    title: 'a text with other words than its id stands for',
    make: forged((p) => edit(p, 'data/tables/texts.jsonl', (text) => text.replace('Two people', 'Ten people'))),
    code: 'altered',
    words: /texts\.jsonl, line \d: the text is not the one/,
  },
];
