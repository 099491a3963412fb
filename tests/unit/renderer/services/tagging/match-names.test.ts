import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FoldedName, matchNames } from '#renderer/services/tagging/match-names.ts';
import { entityIdSchema } from '#shared/domain/ids.ts';
import { fold } from '#shared/text/fold-text.ts';
import { idFrom } from '#tests/support/marks.ts';

const name = (text: string, owner = text): FoldedName => ({
  folded: fold(text),
  text,
  entityId: entityIdSchema.parse(idFrom(owner)),
});
const found = (names: readonly FoldedName[], words: string) => matchNames(names, words).map((match) => match.name);

describe('matchNames', () => {
  it('puts the same name first, then names and words that begin so, then what contains it', () => {
    const names = ['Unrescued', 'Valley Rescue Union', 'Rescue Corps', 'Rescue'].map((text) => name(text));

    expect(found(names, 'rescue')).toEqual(['Rescue', 'Rescue Corps', 'Valley Rescue Union', 'Unrescued']);
  });

  it('cares for neither case, accents nor apostrophes', () => {
    expect(found([name('Mar’yam Élise')], "mar'yam elise")).toEqual(['Mar’yam Élise']);
    expect(found([name('مَرجونة')], 'مرجونة')).toEqual(['مَرجونة']);
  });

  it('gives an entity once, by the name that fits best', () => {
    const names = [name('Civil Rescue Corps', 'crc'), name('rescue workers', 'crc'), name('Rescue Line')];

    expect(matchNames(names, 'rescue workers')).toEqual([
      { entityId: names[0]?.entityId, name: 'rescue workers', how: 'same' },
    ]);
    expect(found(names, 'rescue')).toEqual(['Rescue Line', 'rescue workers']);
  });

  it('finds a name that stands as whole words within what was selected', () => {
    expect(found([name('Tamr'), name('am'), name('dis')], 'Tamr district')).toEqual(['Tamr']);
    expect(found([name('is')], 'what is said')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(found([name('Anything')], '  ')).toEqual([]);
    expect(found([], 'anything')).toEqual([]);
  });

  it('never puts a name before one that fits better', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(
          words.filter((text) => text.trim() !== ''),
          { maxLength: 12 },
        ),
        words,
        (texts, wanted) => {
          const ranks = ['same', 'begins', 'word-begins', 'contains', 'within'];
          const names = texts.map((text, at) => name(text, `n${at}`));
          const hows = matchNames(names, wanted, 99).map(({ how }) => ranks.indexOf(how));

          expect(hows).toEqual([...hows].sort((a, b) => a - b));
          const naive = names.filter(({ folded }) => wanted.trim() !== '' && folded.includes(fold(wanted).trim()));
          expect(hows.length).toBeGreaterThanOrEqual(new Set(naive.map(({ entityId }) => entityId)).size);
        },
      ),
    );
  });
});
