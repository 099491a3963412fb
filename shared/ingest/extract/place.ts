import { attributeOf } from '../html/page-nodes.ts';
import type { PageElement } from '../html/parse-page.ts';
import { cuesIn } from './cues.ts';

/** An element of a page that words stand in: what is asked of it when main text is told from what stands around it. */
export type Place = {
  readonly tag: string;
  readonly parent: Place | null;
  /** Elements around it. */
  readonly depth: number;
  /** Bits of `cueNames`. */
  readonly cues: number;
  /** Tag and names: elements of one kind have one. */
  readonly signature: string;
  readonly isHidden: boolean;
};

/** Where a page begins. */
export const rootPlace: Place = { tag: '', parent: null, depth: 0, cues: 0, signature: '', isHidden: false };

/** Names longer than this are generated. */
const LONGEST_NAMES = 300;

/** The place of an element that stands in another. */
export function placeIn(parent: Place, element: PageElement): Place {
  const names = namesOf(element);
  return {
    tag: element.tagName,
    parent,
    depth: parent.depth + 1,
    cues: cuesOf(names),
    signature: `${element.tagName}.${attributeOf(element, 'class') ?? ''}`,
    isHidden: attributeOf(element, 'aria-hidden') === 'true',
  };
}

function namesOf(element: PageElement): string {
  let names = '';
  for (const { name, value } of element.attrs) {
    if (name === 'class' || name === 'id' || name === 'role' || name === 'itemprop') names += ` ${value}`;
    else if (name.startsWith('data-') && /component|type|module|role|name|test/.test(name)) names += ` ${value}`;
  }
  return names.slice(0, LONGEST_NAMES);
}

const known = new Map<string, number>();
/** Names kept; a page has some hundred. */
const MOST_KNOWN = 5000;

/** Pages use the same names again and again. */
function cuesOf(names: string): number {
  if (names === '') return 0;
  const found = known.get(names);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const cues = cuesIn(names);
  known.set(names, cues);
  return cues;
}
