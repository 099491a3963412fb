import { scanXml } from './scan-xml.ts';

/** An element of a small XML text: settings, lists of parts. */
export type XmlElement = {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All words in it, those of its children among them. */
  readonly text: string;
};

/** Elements of one tree: what comes later is left out. */
const MOST_ELEMENTS = 200_000;

type Growing = Omit<XmlElement, 'children' | 'text'> & { readonly children: XmlElement[]; text: string };

/** Reads a small XML text as a tree, under an element without a name. */
export function readXmlTree(text: string): XmlElement {
  const root: Growing = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Growing[] = [root];
  let count = 0;
  for (const event of scanXml(text)) {
    const parent = open.at(-1) ?? root;
    if (event.kind === 'text') parent.text += event.text;
    else if (event.kind === 'start') {
      if (++count > MOST_ELEMENTS) break;
      open.push({ name: event.name, attributes: event.attributes, children: [], text: '' });
    } else if (open.length > 1) closeLast(open);
  }
  while (open.length > 1) closeLast(open);
  return root;
}

function closeLast(open: Growing[]): void {
  const done = open.pop();
  const parent = open.at(-1);
  if (done === undefined || parent === undefined) return;
  parent.children.push(done);
  parent.text += done.text;
}

/** Every element of a name, in the order of the text. */
export function* elementsOf(root: XmlElement, name: string): Generator<XmlElement> {
  const open: { readonly element: XmlElement; next: number }[] = [{ element: root, next: 0 }];
  for (let current = open.at(-1); current !== undefined; current = open.at(-1)) {
    const child = current.element.children[current.next++];
    if (child === undefined) open.pop();
    else {
      if (child.name === name) yield child;
      open.push({ element: child, next: 0 });
    }
  }
}
