/** How a key moves the caret, in the words of `Selection.modify`; pages and the starts of paragraphs are our own. */
export type CaretMove = {
  readonly alter: 'move' | 'extend';
  readonly direction: 'left' | 'right' | 'backward' | 'forward';
  readonly granularity: 'character' | 'word' | 'line' | 'lineboundary' | 'documentboundary' | 'page' | 'paragraph';
};

/** The keys of a pressed key event that matter here. */
export type Pressed = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
};

/** What a pressed key does to the reader's caret; null for a key that does not move it. */
export function caretMoveOf({ key, shiftKey, ctrlKey, altKey, metaKey }: Pressed): CaretMove | null {
  if (altKey) return null; // Alt with arrows resizes a mark
  const alter = shiftKey ? 'extend' : 'move';
  const byWord = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowLeft':
      return { alter, direction: 'left', granularity: byWord ? 'word' : 'character' };
    case 'ArrowRight':
      return { alter, direction: 'right', granularity: byWord ? 'word' : 'character' };
    case 'ArrowUp':
      return { alter, direction: 'backward', granularity: byWord ? 'paragraph' : 'line' };
    case 'ArrowDown':
      return { alter, direction: 'forward', granularity: byWord ? 'paragraph' : 'line' };
    case 'PageUp':
      return byWord ? null : { alter, direction: 'backward', granularity: 'page' };
    case 'PageDown':
      return byWord ? null : { alter, direction: 'forward', granularity: 'page' };
    case 'Home':
      return { alter, direction: 'backward', granularity: byWord ? 'documentboundary' : 'lineboundary' };
    case 'End':
      return { alter, direction: 'forward', granularity: byWord ? 'documentboundary' : 'lineboundary' };
    default:
      return null;
  }
}
