import type { BlockStyle } from '../block-writer.ts';
import { elementsOf, type XmlElement } from '../xml/xml-tree.ts';

/** What a style makes of a paragraph. */
export type ParagraphStyle = {
  /** As it is called in Word, in lower case: `heading 1`. */
  readonly name: string;
  readonly kind: BlockStyle['kind'];
  readonly level: number;
};

/** Styles based on styles based on styles. */
const MOST_BASES = 20;

/** The styles of a document by their ids. */
export function readStyles(styles: XmlElement): ReadonlyMap<string, ParagraphStyle> {
  const all = new Map<string, XmlElement>();
  for (const style of elementsOf(styles, 'style')) all.set(style.attributes.get('styleId') ?? '', style);
  return new Map([...all].map(([id, style]) => [id, styleOf(style, all)]));
}

function styleOf(style: XmlElement, all: ReadonlyMap<string, XmlElement>): ParagraphStyle {
  const own = valueIn(style, 'name')?.toLowerCase() ?? '';
  let current: XmlElement | undefined = style;
  for (let count = 0; current !== undefined && count < MOST_BASES; count++) {
    const found = kindOf(current);
    if (found !== null) return { name: own, ...found };
    current = all.get(valueIn(current, 'basedOn') ?? '');
  }
  return { name: own, kind: 'paragraph', level: 0 };
}

function kindOf(style: XmlElement): Pick<ParagraphStyle, 'kind' | 'level'> | null {
  const name = valueIn(style, 'name')?.toLowerCase() ?? '';
  const heading = /^heading ([1-9])$/.exec(name)?.[1];
  if (heading !== undefined) return { kind: 'heading', level: Math.min(6, Number(heading)) };
  if (name === 'title') return { kind: 'heading', level: 1 };
  if (name === 'subtitle') return { kind: 'heading', level: 2 };
  if (/^(?:intense )?quote$|^block ?text$|^quotations?$/.test(name)) return { kind: 'quote', level: 1 };
  if (/^(?:image |table )?caption$/.test(name)) return { kind: 'caption', level: 0 };
  if (/^(?:html preformatted|source code|preformatted text|plain text code)$/.test(name))
    return { kind: 'preformatted', level: 0 };
  const outline = Number(valueIn(style, 'outlineLvl') ?? Number.NaN);
  if (outline >= 0 && outline < 6) return { kind: 'heading', level: outline + 1 };
  return [...elementsOf(style, 'numPr')].length > 0 ? { kind: 'list-item', level: 1 } : null;
}

function valueIn(style: XmlElement, name: string): string | null {
  for (const element of elementsOf(style, name)) return element.attributes.get('val') ?? null;
  return null;
}
