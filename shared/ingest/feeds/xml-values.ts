import type { XmlElement } from './xml-tree.ts';

/** The elements of a name right below another. */
export function childrenOf(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && names.includes(child.name),
  );
}

/** The elements of a name anywhere below another, in their order; what lies in one of them is not looked at. */
export function descendantsOf(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return names.includes(child.name) ? [child] : descendantsOf(child, ...names);
  });
}

/** All words in an element. */
export function wordsIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : wordsIn(child))).join('');
}

/** What stands in an element as markup: of XHTML that is written into XML. */
export function markupIn(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return escaped(child);
      const name = child.name.replace(/^xhtml:/, '').replace(/[^a-z0-9-]/g, '');
      if (name === '') return markupIn(child);
      const attributes = ['href', 'src', 'lang', 'dir', 'alt']
        .filter((each) => child.attributes.has(each))
        .map((each) => ` ${each}="${escaped(child.attributes.get(each) ?? '')}"`);
      return `<${name}${attributes.join('')}>${markupIn(child)}</${name}>`;
    })
    .join('');
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
