import type { ChosenFile } from '#shared/contracts/import-messages.ts';
import { readDate } from '#shared/dates/read-date.ts';

/** A text from the clipboard, with what the analyst says of it. Empty where nothing is said. */
export type PastedText = {
  readonly title: string;
  readonly text: string;
  readonly address: string;
  readonly publisher: string;
  /** As people write dates. */
  readonly published: string;
};

/** What is wrong with a field of what was pasted, in words. */
export type PasteFaults = Partial<Readonly<Record<keyof PastedText, string>>>;

/** Looks whether what was pasted can be taken in. */
export function pasteFaults({ text, address, published }: PastedText): PasteFaults {
  const dates = readDate(published);
  return {
    ...(text.trim() === '' ? { text: 'There is no text yet. Paste it here with Ctrl+V.' } : {}),
    ...(address.trim() !== '' && !isAddress(address)
      ? { address: 'Not an address: “https://example.org/page” is one. Leave it empty when there is none.' }
      : {}),
    ...(published.trim() !== '' && dates.length === 0
      ? { published: 'Not read as a date: “10 November 2019”, “Nov 2019” and “2019-11-10” are.' }
      : {}),
    ...(dates.length > 1 ? { published: `It can mean ${dates.join(' or ')}: write the one that is meant.` } : {}),
  };
}

/** Pasted text as the file that it would have been, with what was said of it: its first line is its title. */
export function pastedFile({ title, text, address, publisher, published }: PastedText): ChosenFile {
  const whole = title === '' ? text : `${title}\n\n${text}`;
  const name = `${title.slice(0, 80).replaceAll('/', ' ') || 'Pasted text'}.txt`;
  const [date] = readDate(published);
  const stated = [
    ...(address.trim() === '' ? [] : [{ field: 'url' as const, value: address.trim() }]),
    ...(publisher.trim() === '' ? [] : [{ field: 'siteName' as const, value: publisher.trim() }]),
    ...(date === undefined ? [] : [{ field: 'published' as const, value: date }]),
  ];
  const file = new File([whole], name, { type: 'text/plain' });
  return { path: name, file, ...(stated.length > 0 ? { stated } : {}) };
}

function isAddress(words: string): boolean {
  try {
    return /^https?:$/.test(new URL(words.trim()).protocol);
  } catch {
    return false;
  }
}
