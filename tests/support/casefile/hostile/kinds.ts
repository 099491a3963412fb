import { editMember, type HostileFile, named } from './tampering.ts';

/** Members that are no plain files, or not where they belong. */
export const hostileKinds: readonly HostileFile[] = [
  {
    title: 'a second folder',
    make: named('__MACOSX/x'),
    code: 'unreadable',
    words: /one folder/,
  },
  { title: 'a file beside the folder', make: named('x.txt'), code: 'unreadable', words: /beside/ },
  {
    title: 'a symbolic link',
    make: named('case-x/schema/link.json', { mode: 0o120777 }),
    code: 'refused',
    words: /link/,
  },
  {
    title: 'a device',
    make: named('case-x/schema/device.json', { mode: 0o020666 }),
    code: 'refused',
    words: /device/,
  },
  {
    title: 'another name before the bytes than in the directory',
    make: editMember('bagit.txt', { localName: 'case-x/gabit.txt' }),
    code: 'unreadable',
    words: /bagit\.txt could be read in two ways/,
  },
  {
    title: 'an encrypted part',
    make: editMember('bagit.txt', { flags: 0x0801 }),
    code: 'unreadable',
    words: /encrypted/,
  },
  {
    title: 'a part packed in an unknown way',
    make: editMember('bagit.txt', { saidMethod: 93 }),
    code: 'unreadable',
    words: /packed in a way/,
  },
];
