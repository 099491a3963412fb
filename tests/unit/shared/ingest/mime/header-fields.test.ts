import { describe, expect, it } from 'vitest';
import { endOfHead, fieldOf, headerFields } from '#shared/ingest/mime/header-fields.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What stands behind the head. */
function bodyOf(message: string): string {
  const bytes = bytesOf(message);
  return message.slice(endOfHead(bytes, 0, bytes.length).body);
}

describe('endOfHead', () => {
  it.each([
    ['an empty line', 'A: 1\nB: 2\n\nBody', 'Body'],
    ['an empty line of CR and LF', 'A: 1\r\n\r\nBody', 'Body'],
    ['fields that go on', 'A: 1\n  more: of it\n\nBody', 'Body'],
    ['a line that is no field, where none follows', 'A: 1\nThe lorry left.\nAt dawn.', 'The lorry left.\nAt dawn.'],
    ['a line that is no field, before it the line of a mail server', 'From ada Mon Jan 1\nA: 1\n\nBody', 'Body'],
    ['the end', 'A: 1\nB: 2', ''],
    ['nothing at all', '\nBody', 'Body'],
  ])('MAIL-1 ends a head at %s', (_, message, body) => {
    expect(bodyOf(message)).toBe(body);
  });

  it.each([
    ['between two fields', 'A: 1\nquite wrong\nB: 2\n\nBody'],
    ['with lines that go on', 'A: 1\n__\n   <mary@example.net>\nB: 2\n\nBody'],
  ])('MAIL-1 passes over a stray line %s', (_, message) => {
    expect(bodyOf(message)).toBe('Body');
  });

  it('MAIL-8 refuses a head that never ends', () => {
    const endless = bytesOf('A: 1\n'.repeat(300_000));

    expect(() => endOfHead(endless, 0, endless.length)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});

describe('headerFields', () => {
  it('MAIL-1 joins the lines of a field and keeps fields of one name apart', () => {
    const fields = headerFields(bytesOf('Subject: The\r\n\tlorry\r\nReceived: a\r\nreceived : b'));

    expect(fields).toEqual([
      { name: 'subject', value: 'The lorry' },
      { name: 'received', value: 'a' },
      { name: 'received', value: 'b' },
    ]);
    expect([fieldOf(fields, 'received'), fieldOf(fields, 'date')]).toEqual(['a', null]);
  });

  it('MAIL-2 reads letters as UTF-8, else in the charset that the head names, else as windows-1252', () => {
    const cyrillic = [0xcf, 0xf0, 0xe8];
    const head = (more: string) => Uint8Array.from([...bytesOf('Subject: '), ...cyrillic, ...bytesOf(`\n${more}`)]);

    expect(fieldOf(headerFields(bytesOf('Subject: При')), 'subject')).toBe('При');
    expect(fieldOf(headerFields(head('Content-Type: text/plain; charset="windows-1251"')), 'subject')).toBe('При');
    expect(fieldOf(headerFields(head('')), 'subject')).toBe('Ïðè');
    expect(fieldOf(headerFields(head('Content-Type: text/plain; charset=x-nobody')), 'subject')).toBe('Ïðè');
  });
});
