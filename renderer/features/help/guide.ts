/** One step or fact, with the key that does it, or the first and the last of several. */
export type Line = { readonly words: string; readonly keys?: string; readonly to?: string };

/** One part of the guide. */
export type Chapter = { readonly title: string; readonly lines: readonly Line[] };

/** The guide: what an analyst does with a case, in the order of the work. */
export const CHAPTERS: readonly Chapter[] = [
  {
    title: 'Bring articles in',
    lines: [
      { words: 'Drop files or folders anywhere in the window, or use Import… in the Library.', keys: 'g l' },
      {
        words:
          'What an article is read from is kept byte for byte, with its hash, when it came and from where: a file, or its record in a file of many. The same bytes twice are one capture, taken in twice.',
      },
      { words: 'One unreadable file never stops the others: the summary names it, why, and what to do.' },
    ],
  },
  {
    title: 'Read and tag',
    lines: [
      { words: 'Open an article from the Library; it stays in the Reader until you open another.', keys: 'Enter' },
      {
        words:
          'Select a phrase with the mouse, or with Shift and the caret’s keys, and link it to someone or something.',
        keys: 'e',
      },
      {
        words: 'A number links it as one of the nine types: person, armed group, state body, and so on.',
        keys: '1',
        to: '9',
      },
      {
        words:
          'Hue and icon say the type; an underline is evidence for an event, a double one denies; dots are proposals.',
      },
      { words: 'Next and previous article of the list you came from.', keys: 'j', to: 'k' },
    ],
  },
  {
    title: 'Code events',
    lines: [
      { words: 'Select the sentence that tells of an event and code it: the passage becomes its evidence.', keys: 'v' },
      {
        words:
          'Dates are written as you know them: 14 March 2024, March 2024, about 14 March 2024, 12 or 13 March 2024, between 3 and 5 May, early March 2024, 10 November. Numbers too: 5, 5–7, at least 12, about 40, dozens.',
      },
      {
        words:
          'What a source says and what you conclude are two things: add every passage that asserts or denies a field, then assess. Without an open event the key asks which one, and which field.',
        keys: 'c',
      },
      {
        words:
          'Each passage under a field keeps what it states itself, whether it asserts, denies or only mentions it, and who says so.',
        keys: 's',
      },
    ],
  },
  {
    title: 'Find again',
    lines: [
      { words: 'Search the texts of the case from anywhere.', keys: '/' },
      { words: 'Go to any article, entity, event or command by its name.', keys: 'Mod+K' },
      { words: 'In the palette > narrows to commands, @ to entities, # to events.' },
    ],
  },
  {
    title: 'Hand it over',
    lines: [
      {
        words:
          'A case file holds everything of one case and can be read without Casewright: it is a zip with a BagIt bag inside.',
        keys: 'g c',
      },
      { words: 'Verify re-hashes captures, texts and the chain of changes, and names each fault.' },
    ],
  },
  {
    title: 'Nothing is lost',
    lines: [
      {
        words: 'Every change can be undone, also after a restart. In a text field the same key is the field’s own.',
        keys: 'Mod+Z',
      },
      {
        words:
          'What is committed is on disk. Safety copies are written when you pause and when the program ends, after a closed browser window at the next start; Settings lists them.',
        keys: 'g ,',
      },
      {
        words:
          'Nothing leaves this machine: every request to another address is refused and counted at the foot of the window.',
      },
    ],
  },
];
