import { type HostileFile, named } from './tampering.ts';

const nul = '\u0000';

/** Names that lead elsewhere, collide, or belong to no case file. */
export const hostileNames: readonly HostileFile[] = (
  [
    ['climbs out with ..', 'case-x/../../etc/passwd', /climbs out/],
    ['climbs out in the middle', 'case-x/data/../../x', /climbs out/],
    ['has a . for a folder', 'case-x/./bagit.txt', /climbs out/],
    ['is absolute', '/etc/passwd', /absolute/],
    ['has a backslash', 'case-x\\..\\..\\evil.dll', /backslash/],
    ['names a drive', 'C:/Windows/evil.dll', /drive/],
    ['is on a share', '\\\\server\\share\\x', /backslash/],
    ['names a home folder', '~/.bashrc', /home/],
    ['has an empty folder', 'case-x//bagit.txt', /without a name/],
    ['has a NUL', `case-x/bagit.txt${nul}.exe`, /cannot be seen/],
    ['turns its direction', 'case-x/\u202Etxt.tigab', /cannot be seen/],
    ['is too long', `case-x/${'x'.repeat(300)}`, /too long/],
    ['has too many folders', `case-x/${'d/'.repeat(40)}x`, /too many folders/],
    ['is not in NFC', 'case-x/data/e\u0301', /NFC/],
    ['is there twice', 'case-x/bagit.txt', /twice/],
    ['is there twice but for case', 'case-x/BAGIT.TXT', /twice/],
    ['is there twice but for the sharp s', 'case-x/bagıt.txt', /twice|does not belong/],
    ['belongs to no case file', 'case-x/data/run-me.exe', /does not belong/],
    ['is a hidden file', 'case-x/.DS_Store', /does not belong/],
    ['is a table that there is not', 'case-x/data/tables/passwords.jsonl', /does not belong/],
    ['is a capture without a hash', 'case-x/data/captures/index.html', /does not belong/],
  ] as const
).map(([what, name, words]) => ({
  title: `a name that ${what}`,
  make: named(name),
  code: 'refused',
  words,
}));
