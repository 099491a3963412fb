import { describe, expect, it } from 'vitest';
import { type MimePart, splitMime } from '#shared/ingest/mime/mime-parts.ts';

/** Parts the eye can check: `1.2 text/plain The lorry`. */
function partsOf(message: string): string[] {
  const lines: string[] = [];
  const visit = (part: MimePart) => {
    const body = new TextDecoder().decode(part.body).trim().replaceAll('\n', '/');
    lines.push(`${part.position || 'mail'} ${part.mediaType}${part.isBroken ? ' broken' : ''} ${body}`.trimEnd());
    part.parts.forEach(visit);
  };
  visit(splitMime(new TextEncoder().encode(message)));
  return lines;
}

const MIXED = 'Content-Type: multipart/mixed; boundary=x\n\n';

describe('splitMime', () => {
  it.each([
    ['a mail of one part', 'Subject: a\n\nThe lorry', ['mail text/plain The lorry']],
    [
      'parts, what stands around them left out',
      `${MIXED}before\n--x\n\none\n--x\nContent-Type: text/html\n\ntwo\n--x--\nafter`,
      ['mail multipart/mixed before', '1 text/plain one', '2 text/html two'],
    ],
    [
      'parts of parts',
      `${MIXED}--x\nContent-Type: multipart/alternative; boundary="y z"\n\n--y z\n\none\n--y z--\n--x\n\ntwo\n--x--`,
      ['mail multipart/mixed', '1 multipart/alternative', '1.1 text/plain one', '2 text/plain two'],
    ],
    [
      'a boundary that begins like another',
      'Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/mixed; boundary=xy\n\n--xy\n\none\n--xy--\n--x--',
      ['mail multipart/mixed', '1 multipart/mixed', '1.1 text/plain one'],
    ],
    [
      'a mail whose end is missing',
      `${MIXED}--x\n\none\n--x\n\ntwo`,
      ['mail multipart/mixed broken', '1 text/plain one', '2 text/plain two'],
    ],
    [
      'an inner part whose end is missing',
      `${MIXED}--x\nContent-Type: multipart/mixed; boundary=y\n\n--y\n\none\n--x\n\ntwo\n--x--`,
      ['mail multipart/mixed', '1 multipart/mixed broken', '1.1 text/plain one', '2 text/plain two'],
    ],
    ['a boundary that never comes', `${MIXED}The lorry`, ['mail multipart/mixed broken The lorry']],
    [
      'a boundary that was not stated',
      'Content-Type: multipart/mixed\n\n--seen\nContent-Type: text/html\n\none\n--seen--\n',
      ['mail multipart/mixed', '1 text/html one'],
    ],
    ['a part without anything', `${MIXED}--x\n--x--`, ['mail multipart/mixed', '1 text/plain']],
    ['a part of a head alone', `${MIXED}--x\nContent-Type: text/html\n--x--`, ['mail multipart/mixed', '1 text/html']],
    [
      'mails in a digest',
      'Content-Type: multipart/digest; boundary=x\n\n--x\n\nSubject: a\n\none\n--x--',
      ['mail multipart/digest', '1 message/rfc822 Subject: a//one'],
    ],
    ['a media type that is none', 'Content-Type: quite wrong\n\none', ['mail text/plain one']],
  ])('MAIL-4 finds the parts of %s', (_, message, parts) => {
    expect(partsOf(message)).toEqual(parts);
    expect(partsOf(message.replaceAll('\n', '\r\n')).map((line) => line.replaceAll('\r', ''))).toEqual(parts);
  });

  it('MAIL-4 leaves the line break before a boundary out of the part', () => {
    const [part] = splitMime(new TextEncoder().encode(`${MIXED}--x\r\n\r\none\r\n\r\n--x--`)).parts;

    expect(new TextDecoder().decode(part?.body)).toBe('one\r\n');
  });

  it('MAIL-4 knows how a part was written, what it is called and where it belongs', () => {
    const head =
      'Content-Transfer-Encoding: base64\nContent-Disposition: ATTACHMENT; filename="a b.txt"\nContent-Type: text/plain; name=c.txt; charset=utf-8';
    const part = splitMime(new TextEncoder().encode(`${head}\n\nYQ==`));

    expect([part.encoding, part.disposition, part.fileName, part.parameters.get('charset')]).toEqual([
      'base64',
      'attachment',
      'a b.txt',
      'utf-8',
    ]);
  });

  it('MAIL-8 goes no deeper, and to no more parts, than any real mail does', () => {
    const deep = Array.from(
      { length: 500 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}.\n\n--b${at}.\n`,
    );
    const many = `${MIXED}${'--x\n\na\n'.repeat(20_000)}--x--`;
    let depth = 0;
    for (let part: MimePart | undefined = splitMime(new TextEncoder().encode(deep.join(''))); part; depth++)
      part = part.parts[0];

    expect(depth).toBeLessThan(30);
    expect(splitMime(new TextEncoder().encode(many)).parts.length).toBeLessThan(6000);
  });
});
