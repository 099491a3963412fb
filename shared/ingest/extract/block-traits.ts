import type { Block, Link } from '#shared/domain/text-version.ts';
import type { Place } from './place.ts';

/** What a block is by itself, before it is asked where it stands. */
export type BlockTraits = {
  readonly block: Block;
  readonly words: string;
  /** Where it begins. */
  readonly place: Place;
  /** The nearest element around it that is laid out as a block. */
  readonly unit: Place;
  readonly units: number;
  /** Code units in links. */
  readonly linked: number;
  readonly commas: number;
  readonly sentences: number;
  readonly wordCount: number;
  /** Reads like a piece of an article: long enough, sentences, few links. */
  readonly isProse: boolean;
};

const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big cite code em font i ins mark q s small span strong sub sup time u'.split(' '),
);
const COMMA = /[,،、，;；]/g;
const SENTENCE_END = /[.!?…。！？؟۔।։](?=[\s"'”’»)\]」』]|$)|[。！？]/g;
/** Letters that stand for a word each, or for half of one. */
const DENSE = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/gu;
/** Code units: a sentence or two. Scripts that write words in two letters need fewer. */
const PROSE = 80;
const DENSE_PROSE = 30;

/** Looks at each block of a text by itself. */
export function traitsOf(
  text: string,
  blocks: readonly Block[],
  links: readonly Link[],
  places: readonly Place[],
): BlockTraits[] {
  let next = 0;
  return blocks.map((block, at) => {
    let linked = 0;
    for (let link = links[next]; link !== undefined && link.end <= block.end; link = links[++next]) {
      linked += link.end - link.start;
    }
    return blockTraits(block, text.slice(block.start, block.end), linked, places[at] as Place);
  });
}

function blockTraits(block: Block, words: string, linked: number, place: Place): BlockTraits {
  const units = words.length;
  const dense = words.match(DENSE)?.length ?? 0;
  const sentences = words.match(SENTENCE_END)?.length ?? 0;
  const isLong = units >= (dense * 2 > units ? DENSE_PROSE : PROSE);
  return {
    block,
    words,
    place,
    unit: unitOf(place),
    units,
    linked,
    commas: words.match(COMMA)?.length ?? 0,
    sentences,
    wordCount: words.split(/\s+/).length + dense / 2,
    isProse: isLong && sentences > 0 && linked * 3 < units && block.kind !== 'table-row',
  };
}

function unitOf(place: Place): Place {
  let unit = place;
  while (unit.parent !== null && INLINE.has(unit.tag)) unit = unit.parent;
  return unit;
}
