import { zipped } from '#tests/support/casefile/opened-zip.ts';
import { rawZip } from '#tests/support/casefile/raw-zip.ts';
import type { HostileFile } from './tampering.ts';

/** Files that are cut, joined or something else. */
export const hostileEnds: readonly HostileFile[] = [
  { title: 'no bytes', make: () => new Blob([]), code: 'unreadable', words: /not a zip/ },
  {
    title: 'another kind of file',
    make: () => new Blob(['%PDF-1.7']),
    code: 'unreadable',
    words: /not a zip/,
  },
  {
    title: 'the first half of a file',
    make: (_, file) => file.slice(0, Math.floor(file.size / 2)),
    code: 'unreadable',
    words: /end is missing/,
  },
  {
    title: 'a file without its last byte',
    make: (_, file) => file.slice(0, file.size - 1),
    code: 'unreadable',
    words: /end is missing/,
  },
  { title: 'an empty zip', make: () => rawZip([]), code: 'unreadable', words: /empty zip/ },
  {
    title: 'a program before the zip',
    make: (parts) => zipped(parts, [], { prefix: new TextEncoder().encode('#!/bin/sh\nrm -rf /\n') }),
    code: 'unreadable',
    words: /two ways/,
  },
  {
    title: 'more bytes behind the zip',
    make: (_, file) => new Blob([file, 'more']),
    code: 'unreadable',
    words: /not a zip|end is missing|two ways/,
  },
  {
    title: 'two zips in one file',
    make: (_, file) => new Blob([file, file]),
    code: 'unreadable',
    words: /two ways|damaged|overlaps/,
  },
  {
    title: 'fewer entries than the directory has',
    make: (parts) => zipped(parts, [], { saidEntries: parts.size - 1 }),
    code: 'unreadable',
    words: /two ways|table of contents/,
  },
  {
    title: 'more entries than the directory has',
    make: (parts) => zipped(parts, [], { saidEntries: parts.size + 5 }),
    code: 'unreadable',
    words: /table of contents|two ways/,
  },
];
