import { observedDate } from '../choose-fields.ts';
import { observeValue } from '../metadata/observe-value.ts';
import type { ObservedField, ObservedValue } from '../reader.ts';
import { elementsOf, type XmlElement } from '../xml/xml-tree.ts';
import { type DocumentItem, wordsOfParagraph } from './document-items.ts';
import type { ParagraphStyle } from './document-styles.ts';

/** Properties of a document: what they are called in the file, in words, and what they speak of. */
const PROPERTIES: readonly (readonly [name: string, field: ObservedField, place: string])[] = [
  ['title', 'title', 'dc:title'],
  ['creator', 'byline', 'dc:creator'],
  ['modified', 'modified', 'dcterms:modified'],
  ['language', 'language', 'dc:language'],
  ['keywords', 'keywords', 'cp:keywords'],
  ['description', 'description', 'dc:description'],
  ['subject', 'other', 'dc:subject'],
  ['category', 'section', 'cp:category'],
  ['created', 'other', 'dcterms:created'],
  ['lastModifiedBy', 'other', 'cp:lastModifiedBy'],
  ['revision', 'other', 'cp:revision'],
  ['Company', 'other', 'Company'],
  ['Manager', 'other', 'Manager'],
  ['Application', 'other', 'Application'],
  ['AppVersion', 'other', 'AppVersion'],
  ['Template', 'other', 'Template'],
];

/** What the properties of a document say of it. When it was made is no date of publication: templates bring their own. */
export function observeProperties(...trees: readonly XmlElement[]): ObservedValue[] {
  return trees.flatMap((tree) =>
    PROPERTIES.flatMap(([name, field, place]) =>
      [...elementsOf(tree, name)].slice(0, 1).flatMap(({ text }) => {
        const isDate = field === 'modified' || name === 'created';
        return observeValue(field, isDate ? observedDate(text) : text, 'properties', place);
      }),
    ),
  );
}

/** Paragraphs that their style makes a title, an author or a date. */
const STYLES: ReadonlyMap<string, ObservedField> = new Map([
  ['title', 'title'],
  ['author', 'byline'],
  ['date', 'published'],
]);
/** Such paragraphs stand at the beginning. */
const MOST_PARAGRAPHS = 20;

/** What the first paragraphs say by their style: it is what readers see, and goes before the properties. */
export function observeParagraphs(
  items: readonly DocumentItem[],
  styles: ReadonlyMap<string, ParagraphStyle>,
): ObservedValue[] {
  return items.slice(0, MOST_PARAGRAPHS).flatMap((item) => {
    if (item.kind !== 'paragraph') return [];
    const style = styles.get(item.styleId)?.name ?? item.styleId.toLowerCase();
    const field = STYLES.get(style);
    const words = wordsOfParagraph(item);
    if (field === undefined) return [];
    return observeValue(
      field,
      field === 'published' ? observedDate(words) : words,
      'style',
      `paragraph style ${style}`,
    );
  });
}
