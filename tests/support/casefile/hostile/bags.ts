import { createHash } from 'node:crypto';
import { edit, setText } from '#tests/support/casefile/opened-zip.ts';
import { changed, first, forged, type HostileFile } from './tampering.ts';

/** Bags with parts missing, added or altered. */
export const hostileBags: readonly HostileFile[] = [
  {
    title: 'no bag-info.txt',
    make: changed((p) => p.delete('bag-info.txt')),
    code: 'unreadable',
    words: /bag-info/,
  },
  {
    title: 'no bagit.txt',
    make: changed((p) => p.delete('bagit.txt')),
    code: 'unreadable',
    words: /bagit\.txt is missing/,
  },
  {
    title: 'no manifest',
    make: changed((p) => p.delete('manifest-sha256.txt')),
    code: 'unreadable',
    words: /no manifest/,
  },
  {
    title: 'no manifest of the tags',
    make: changed((p) => p.delete('tagmanifest-sha256.txt')),
    code: 'unreadable',
    words: /tagmanifest-sha256\.txt is missing/,
  },
  {
    title: 'a capture that is missing',
    make: changed((p) => p.delete(first(p, 'data/captures/'))),
    code: 'altered',
    words: /data\/captures\/[0-9a-f]{64} is missing, though manifest-sha256\.txt lists it/,
  },
  {
    title: 'a capture that no manifest lists',
    make: changed((p) => setText(p, `data/captures/${'a'.repeat(64)}`, 'x')),
    code: 'altered',
    words: /data\/captures\/a{64} is in no line/,
  },
  {
    title: 'a capture that no row names',
    make: forged((p) => setText(p, `data/captures/${createHash('sha256').update('x').digest('hex')}`, 'x')),
    code: 'altered',
    words: /has no row in captures/,
  },
  {
    title: 'a capture whose row has no bytes',
    make: forged((p) => p.delete(first(p, 'data/captures/'))),
    code: 'altered',
    words: /1 captures have rows but no bytes/,
  },
  {
    title: 'an altered capture of the same length',
    make: changed((p) => edit(p, first(p, 'data/captures/'), (text) => text.replace('doctype', 'DOCTYPE'))),
    code: 'altered',
    words: /data\/captures\/[0-9a-f]{64} was altered/,
  },
  {
    title: 'an altered capture under its old name, with manifests that fit',
    make: forged((p) => edit(p, first(p, 'data/captures/'), (text) => text.replace('doctype', 'DOCTYPE'))),
    code: 'altered',
    words: /another hash than its name/,
  },
  {
    title: 'a shorter capture, with manifests that fit',
    make: forged((p) => edit(p, first(p, 'data/captures/'), (text) => text.slice(1))),
    code: 'altered',
    words: /its row says/,
  },
  {
    title: 'a longer capture, with manifests that fit',
    make: forged((p) => edit(p, first(p, 'data/captures/'), (text) => `${text}!`)),
    code: 'altered',
    words: /its row says/,
  },
  {
    title: 'an altered table',
    make: changed((p) => edit(p, 'data/tables/articles.jsonl', (text) => text.replace('Report 1', 'Repore 1'))),
    code: 'altered',
    words: /articles\.jsonl was altered/,
  },
  {
    title: 'an altered summary',
    make: changed((p) => edit(p, 'data/casefile.json', (text) => text.replace('Tell Tamr', 'Tall Tamr'))),
    code: 'altered',
    words: /casefile\.json was altered/,
  },
  {
    title: 'an altered schema',
    make: changed((p) => edit(p, 'schema/people.json', (text) => text.replace('people', 'peoplf'))),
    code: 'altered',
    words: /schema\/people\.json was altered/,
  },
  {
    title: 'an altered manifest',
    make: changed((p) => edit(p, 'manifest-sha256.txt', (text) => `${text}${'0'.repeat(64)}  data/x\n`)),
    code: 'altered',
    words: /data\/x is missing/,
  },
  {
    title: 'a manifest that lists a part twice',
    make: changed((p) => edit(p, 'manifest-sha256.txt', (text) => text + text)),
    code: 'refused',
    words: /listed twice/,
  },
  {
    title: 'a manifest that points out of the bag',
    make: changed((p) => edit(p, 'manifest-sha256.txt', (text) => `${text}${'0'.repeat(64)}  ../../etc/passwd\n`)),
    code: 'refused',
    words: /climbs out/,
  },
  {
    title: 'a manifest of another kind',
    make: changed((p) => setText(p, 'manifest-md5.txt', '')),
    code: 'refused',
    words: /manifest-md5\.txt does not belong/,
  },
  {
    title: 'a part to be fetched from a network',
    make: changed((p) => setText(p, 'fetch.txt', 'http://example.org/x 4 data/x\n')),
    code: 'refused',
    words: /fetch\.txt/,
  },
  {
    title: 'a wrong sum of bytes',
    make: changed((p) => edit(p, 'bag-info.txt', (text) => text.replace(/Oxum: (\d)/, 'Oxum: 1$1'))),
    code: 'altered',
    words: /Payload-Oxum says/,
  },
  {
    title: 'a wrong number of files',
    make: changed((p) => edit(p, 'bag-info.txt', (text) => text.replace(/Oxum: (\d+)\.\d+/, 'Oxum: $1.3'))),
    code: 'altered',
    words: /Payload-Oxum says .* in 3 files/,
  },
  {
    title: 'a missing table',
    make: forged((p) => p.delete('data/tables/people.jsonl')),
    code: 'unreadable',
    words: /data\/tables\/people\.jsonl is missing/,
  },
  {
    title: 'a bag of a later kind',
    make: forged((p) => edit(p, 'bagit.txt', (text) => text.replace('1.0', '2.0'))),
    code: 'newer-version',
    words: /BagIt/,
  },
];
