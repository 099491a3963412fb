import { type Piece, TextMap } from './text-map.ts';

/** On each element that holds words of the text: where its first one stands. */
export const START_ATTRIBUTE = 'data-start';

/** Maps the text as it stands below `root`: what each element with a start holds stands in one piece in the text. */
export function mapText(root: HTMLElement): TextMap<Node> {
  const pieces: Piece<Node>[] = [];
  for (const element of root.querySelectorAll(`[${START_ATTRIBUTE}]`)) {
    let start = Number(element.getAttribute(START_ATTRIBUTE));
    for (const node of element.childNodes) {
      const length = node.textContent?.length ?? 0;
      if (node.nodeType === Node.TEXT_NODE && length > 0) pieces.push({ node, start, end: start + length });
      start += length;
    }
  }
  return new TextMap(pieces.sort((a, b) => a.start - b.start));
}
