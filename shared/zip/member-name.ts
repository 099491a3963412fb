import { MAX_NAME_DEPTH, MAX_NAME_LENGTH } from './zip-limits.ts';

const CONTROL = /\p{Cc}|\p{Bidi_Control}/u;
const LONE_SURROGATE = /\p{Cs}/u;

/**
 * Says why a member's name cannot be trusted.
 *
 * @param name - as the zip gives it, with `/` between folders; a folder's own name ends with one
 * @returns words that complete "this name …", or null when nothing is wrong with it
 */
export function faultOfName(name: string): string | null {
  if (name.length > MAX_NAME_LENGTH) return 'is too long';
  if (CONTROL.test(name) || LONE_SURROGATE.test(name)) return 'has characters that cannot be seen';
  if (name.includes('\\')) return 'has a backslash';
  if (name.startsWith('/')) return 'is absolute';
  if (name.startsWith('~')) return "names a person's home folder";
  if (/^[A-Za-z]:/.test(name)) return 'names a drive';
  if (name !== name.normalize('NFC')) return 'is not in the usual Unicode form (NFC)';
  const parts = name.replace(/\/$/, '').split('/');
  if (parts.length > MAX_NAME_DEPTH) return 'has too many folders';
  if (parts.includes('..') || parts.includes('.')) return 'climbs out of its folder';
  if (parts.includes('')) return 'has a folder without a name';
  return null;
}

/**
 * Says why the name of a member cannot be trusted in a zip that anybody may have made: what no honest program writes, whatever
 * it is packed for. Nothing is written under it.
 *
 * @returns words that complete "its name …", or null when nothing is wrong with it
 */
export function faultOfForeignName(name: string): string | null {
  if (CONTROL.test(name) || LONE_SURROGATE.test(name)) return 'has characters that cannot be seen';
  if (name.startsWith('/')) return 'is absolute';
  if (/^[A-Za-z]:/.test(name)) return 'names a drive';
  return name.split('/').includes('..') ? 'climbs out of its folder' : null;
}

/** What a name becomes on a disk that ignores case and Unicode forms: two members may not share it. */
export function collisionKey(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
