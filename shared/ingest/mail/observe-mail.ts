import { type Address, addressParser, decodeWords, type Mailbox } from 'postal-mime';
import { observedDate } from '../choose-fields.ts';
import { webAddress } from '../html/link-address.ts';
import { observeValue } from '../metadata/observe-value.ts';
import { fieldOf, type HeaderField } from '../mime/header-fields.ts';
import type { ObservedField, ObservedValue } from '../reader.ts';

/** People of one field that are kept: lists of thousands are the mail of a machine. */
const MOST_PEOPLE = 200;
/** Code units of a field that is parsed for people. */
const LONGEST = 65_536;

const RECIPIENTS = ['to', 'cc', 'bcc', 'reply-to', 'sender', 'resent-from', 'resent-to'];
const LISTS = ['list-id', 'list-post', 'list-archive', 'list-unsubscribe', 'mailing-list', 'newsgroups'];
const IDENTIFIERS = ['message-id', 'in-reply-to', 'references'];

/** What the head of a mail says: each value with the field that it stood in. */
export function observeMail(fields: readonly HeaderField[]): ObservedValue[] {
  return [
    ...textOf(fields, 'subject', 'title'),
    ...people(fields, ['from']).map(({ name, address, place }) => observe('byline', name || address, place)),
    ...textOf(fields, 'date', 'published', observedDate),
    ...textOf(fields, 'resent-date', 'published', observedDate),
    ...textOf(fields, 'archived-at', 'url', (value) => webAddress(value.replace(/^<|>$/g, ''), null) ?? ''),
    ...textOf(fields, 'content-language', 'language', (value) => value.split(',')[0] ?? ''),
    ...textOf(fields, 'keywords', 'keywords').flatMap(({ value, place }) =>
      value.split(/\s*,\s*/).map((word) => observe('keywords', word, place)),
    ),
    ...people(fields, ['from']).map(({ address, place }) => observe('other', address, place)),
    ...people(fields, RECIPIENTS).map(({ name, address, place }) =>
      observe('other', name === '' ? address : `${name} <${address}>`, place),
    ),
    ...IDENTIFIERS.flatMap((name) => textOf(fields, name, 'other')),
    ...LISTS.flatMap((name) => textOf(fields, name, 'other')),
  ].flat();
}

/** The words of a field, its encoded words decoded; null where it is not there. */
export function decodedField(fields: readonly HeaderField[], name: string): string | null {
  const written = fieldOf(fields, name);
  return written === null ? null : decodeWords(written.slice(0, LONGEST));
}

function textOf(
  fields: readonly HeaderField[],
  name: string,
  field: ObservedField,
  read = (value: string) => value,
): ObservedValue[] {
  const value = decodedField(fields, name);
  return value === null ? [] : observe(field, read(value), placeOf(name));
}

type Person = { readonly name: string; readonly address: string; readonly place: string };

function people(fields: readonly HeaderField[], names: readonly string[]): Person[] {
  return names.flatMap((name) => {
    const written = fieldOf(fields, name);
    if (written === null) return [];
    const addresses = addressParser(written.slice(0, LONGEST)).flatMap(mailboxes).slice(0, MOST_PEOPLE);
    return addresses.map((one) => ({ name: one.name, address: one.address, place: placeOf(name) }));
  });
}

function mailboxes(address: Address): Mailbox[] {
  return address.group === undefined ? [address] : address.group;
}

function observe(field: ObservedField, value: string, place: string): ObservedValue[] {
  return observeValue(field, value, 'mail', place);
}

/** As mail programs write it: `Message-ID`, `List-Id`. */
function placeOf(name: string): string {
  if (name === 'message-id') return 'Message-ID';
  return name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());
}
