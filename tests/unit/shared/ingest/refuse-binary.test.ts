import { describe, expect, it } from 'vitest';
import { refuseBinary } from '#shared/ingest/refuse-binary.ts';
import type { AppError } from '#shared/kernel/app-error.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const PAGE = `<p>${'words '.repeat(1000)}`;

function refusal(input: Uint8Array): AppError | null {
  try {
    refuseBinary(input);
    return null;
  } catch (error) {
    return error as AppError;
  }
}

describe('refuseBinary', () => {
  it.each([
    ['INGEST-1 an empty file', '', 'empty'],
    ['INGEST-1 a PDF', '%PDF-1.7 …', 'a PDF'],
    ['INGEST-1 an office document', 'PK\x03\x04…', 'a ZIP archive or an office document'],
    ['INGEST-1 an old office document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old office document'],
    ['INGEST-1 an RTF document', '{\\rtf1', 'an RTF document'],
    ['INGEST-1 a gzip archive', '\x1f\x8b\x08', 'a gzip archive'],
    ['INGEST-1 a PNG image', '\x89PNG\r\n\x1a\n', 'a PNG image'],
    ['INGEST-1 a JPEG image', '\xff\xd8\xff\xe0', 'a JPEG image'],
    ['INGEST-1 a film', '\0\0\0\x18ftypmp42', 'a film'],
    ['INGEST-1 a database', 'SQLite format 3\0', 'a database'],
    ['INGEST-1 NUL bytes at the beginning', 'words\0words', 'binary data'],
    ['INGEST-1 one NUL byte at the head of a long file', `\0${PAGE}${PAGE}`, 'binary data'],
    ['INGEST-1 NUL bytes in plenty', `${PAGE}${'\0'.repeat(20)}`, 'binary data'],
  ])('refuses %s', (_, text, words) => {
    const error = refusal(bytes(text));

    expect(error?.code).toBe('unreadable');
    expect(error?.message).toContain(words);
    expect(error?.message).toMatch(/\. [A-Z].*\.$/);
  });

  it.each([
    ['INGEST-1 plain words', 'words'],
    ['INGEST-1 UTF-16 with its mark', '\xff\xfew\0o\0'],
    ['INGEST-1 UTF-16 the other way round', '\xfe\xff\0w\0o'],
    ['INGEST-1 a stray NUL byte far into a page', `${PAGE}\0${PAGE}`],
    ['INGEST-1 words that begin as a signature does', 'RI, PK, BZ'],
  ])('takes %s', (_, text) => {
    expect(refusal(bytes(text))).toBeNull();
  });
});
