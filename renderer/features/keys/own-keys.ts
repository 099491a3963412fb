/** A key that a part of a place hears by itself; it cannot be changed. Several keys of one meaning are parted by `, `. */
export type OwnKey = { readonly keys: string; readonly words: string };

const ROWS: readonly OwnKey[] = [
  { keys: 'ArrowDown, ArrowUp', words: 'Row below, row above' },
  { keys: 'PageDown, PageUp', words: 'A page of rows' },
  { keys: 'Home, End', words: 'First row, last row' },
];

const CELLS: readonly OwnKey[] = [
  { keys: 'ArrowRight, ArrowLeft', words: 'Next cell, cell before' },
  { keys: 'Enter, F2', words: 'Write in the cell, or open the row' },
  { keys: 'Escape', words: 'Leave the cell as it was' },
];

/** What the caret in an article hears. */
export const CARET: readonly OwnKey[] = [
  { keys: 'ArrowLeft, ArrowRight', words: 'By character' },
  { keys: 'Mod+ArrowLeft, Mod+ArrowRight', words: 'By word' },
  { keys: 'ArrowUp, ArrowDown', words: 'By line' },
  { keys: 'Home, End', words: 'To the ends of the line' },
  { keys: 'Mod+ArrowUp, Mod+ArrowDown', words: 'By paragraph' },
  { keys: 'PageUp, PageDown', words: 'By page' },
  { keys: 'Mod+Home, Mod+End', words: 'To the ends of the article' },
];

/** What the keys are called under their places: the name of the place, then each heading with its keys. */
export const OWN_KEYS: Readonly<
  Record<string, readonly { readonly name: string; readonly keys: readonly OwnKey[] }[]>
> = {
  Library: [
    {
      name: 'In the list',
      keys: [
        ...ROWS,
        { keys: 'Enter', words: 'Read the article' },
        { keys: 'Space', words: 'Choose the row, or not' },
        { keys: 'Shift+ArrowDown, Shift+ArrowUp', words: 'Choose on to the next row' },
        { keys: 'Mod+A', words: 'Choose all that match' },
      ],
    },
  ],
  Reader: [{ name: 'Caret in the text', keys: [...CARET, { keys: 'Shift', words: 'with any of these selects' }] }],
  Search: [
    {
      name: 'In the results',
      keys: [
        { keys: 'ArrowDown', words: 'From the box to the results' },
        { keys: 'Enter', words: 'Read the article at the hit' },
      ],
    },
  ],
  Entities: [{ name: 'In the list', keys: [...ROWS, { keys: 'Enter', words: 'Go to the card' }] }],
  Sources: [{ name: 'In the list', keys: [...ROWS, { keys: 'Enter', words: 'Go to the card' }] }],
  Events: [{ name: 'In the list', keys: [...ROWS, ...CELLS] }],
};
