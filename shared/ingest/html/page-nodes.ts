import type { PageDocument, PageElement, PageNode } from './parse-page.ts';

/** Whether a node is an element, a template among them. */
export function isElement(node: PageNode | PageDocument): node is PageElement {
  return 'tagName' in node;
}

/** An element's attribute; null if it has none of the name. */
export function attributeOf(element: PageElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** What a walk does at each node: `enter` says whether to go in; `leave` is called for elements that were gone into. */
export type PageVisitor = {
  readonly enter: (node: PageNode) => boolean;
  readonly leave?: (element: PageElement) => void;
};

/** Visits a tree in the order of the page, without recursion: pages choose their depth. */
export function walkPage(root: PageDocument | PageElement, { enter, leave }: PageVisitor): void {
  const open: { node: PageDocument | PageElement; next: number }[] = [{ node: root, next: 0 }];
  for (let current = open.at(-1); current !== undefined; current = open.at(-1)) {
    const child = current.node.childNodes[current.next++];
    if (child === undefined) {
      open.pop();
      if (open.length > 0 && isElement(current.node as PageElement)) leave?.(current.node as PageElement);
    } else if (enter(child) && isElement(child)) {
      open.push({ node: child, next: 0 });
    }
  }
}

/** The words in an element, space collapsed. */
export function wordsIn(element: PageElement): string {
  const words: string[] = [];
  walkPage(element, {
    enter: (node) => {
      if (node.nodeName === '#text' && 'value' in node) words.push(node.value);
      return !['script', 'style', 'template'].includes(node.nodeName);
    },
  });
  return words.join('').replace(/\s+/g, ' ').trim();
}
