import { edit, setText } from '#tests/support/casefile/opened-zip.ts';
import { changed, forged, type HostileFile } from './tampering.ts';

/** Files of other formats. */
export const hostileVersions: readonly HostileFile[] = [
  {
    title: 'a newer format, whatever else it holds',
    make: changed((parts) => {
      edit(parts, 'bag-info.txt', (text) => text.replace('Format-Version: 2', 'Format-Version: 3'));
      setText(parts, 'data/new-things.cbor', 'x');
      parts.delete('manifest-sha256.txt');
    }),
    code: 'newer-version',
    words: /newer Casewright \(format 3\)/,
  },
  {
    title: 'a format before the first',
    make: forged((parts) =>
      edit(parts, 'bag-info.txt', (text) => text.replace('Format-Version: 2', 'Format-Version: 0')),
    ),
    code: 'unreadable',
    words: /no format 0/,
  },
  {
    title: 'no format at all',
    make: changed((parts) => edit(parts, 'bag-info.txt', (text) => text.replace(/Casewright-Format.*\n/, ''))),
    code: 'unreadable',
    words: /no case file/,
  },
  {
    title: 'two formats at once',
    make: changed((parts) => edit(parts, 'bag-info.txt', (text) => `${text}Casewright-Format-Version: 2\n`)),
    code: 'unreadable',
    words: /more than once/,
  },
];
