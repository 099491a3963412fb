import type { Fold } from '#shared/domain/text-version.ts';
import type { BlockTraits } from './block-traits.ts';
import { type Cue, cueNames } from './cues.ts';
import type { Place } from './place.ts';
import { textReason } from './text-reason.ts';

type Reason = Fold['reason'];

/** What a box is, by its names, the surest first. */
const BY_NAME: readonly (readonly [Cue, Reason])[] = [
  ['comments', 'comments'],
  ['share', 'sharing'],
  ['legal', 'disclaimer'],
  ['subscribe', 'appeal'],
  ['promotion', 'advertisement'],
  ['navigation', 'navigation'],
  ['related', 'related'],
  ['overlay', 'disclaimer'],
  ['footer', 'navigation'],
];
const BY_TAG: Readonly<Record<string, Reason>> = { nav: 'navigation', footer: 'navigation', header: 'navigation' };
/** A block this far in links leads elsewhere. */
const MOSTLY_LINKS = 0.6;
/** Elements looked at outwards from the block: names further out speak of the whole page. */
const NEAR = 6;

/** Why a block is no part of the article: by its own words, else by the box it stands in, else by where its links lead. */
export function foldReason(block: BlockTraits): Reason {
  const stated = textReason(block.words);
  if (stated !== null) return stated;
  let steps = 0;
  for (let place: Place | null = block.place; place !== null && steps < NEAR; place = place.parent, steps++) {
    const byTag = BY_TAG[place.tag];
    if (byTag !== undefined) return byTag;
    const named = BY_NAME.find(([cue]) => hasCue(place, cue));
    if (named !== undefined) return named[1];
  }
  if (block.linked > block.units * MOSTLY_LINKS) return block.units > 40 ? 'related' : 'navigation';
  return 'other';
}

function hasCue(place: Place, cue: Cue): boolean {
  return ((place.cues >> cueNames.indexOf(cue)) & 1) === 1;
}
