import { describe, expect, it } from 'vitest';
import { decodeTransfer } from '#shared/ingest/mime/decode-transfer.ts';

/** What bytes written for their way were, as UTF-8. */
function decoded(written: string, encoding: string): string {
  return new TextDecoder().decode(decodeTransfer(new TextEncoder().encode(written), encoding));
}

describe('decodeTransfer', () => {
  it.each([
    ['base64', 'VGhlIGxvcnJ5', 'BASE64', 'The lorry'],
    ['base64 in lines, padded', 'VGhl\r\nIGxv\r\ncg==\r\n', 'base64', 'The lor'],
    ['base64 with what does not belong there', 'VG!hl-IG xv\ncg', 'base64', 'The lor'],
    ['two pieces of base64, one after the other', 'YQ==\nYg==', 'base64', 'ab'],
    ['quoted-printable', 'd=C3=A9j=c3=a0 =3D vu', 'quoted-printable', 'déjà = vu'],
    ['line breaks that are none', 'the lor=\r\nry= \n!', 'Quoted-Printable', 'the lorry!'],
    ['an equals sign that means nothing', 'a=b =ZZ=', 'quoted-printable', 'a=b =ZZ'],
    ['a name with a space', 'a=3Db', 'quoted printable', 'a=b'],
    ['a name with a sign behind it', 'a=3Db', 'quoted-printable;', 'a=b'],
    ['uuencode', 'begin 644 a.txt\n#0V%T\n`\nend\n', 'x-uuencode', 'Cat'],
    ['uuencode without its beginning', 'Cat', 'uuencode', 'Cat'],
    ['a name that nobody knows', 'a=3Db', 'x-own', 'a=3Db'],
    ['nothing', '', 'base64', ''],
  ])('MAIL-3 decodes %s', (_, written, encoding, plain) => {
    expect(decoded(written, encoding)).toBe(plain);
  });

  it('MAIL-3 gives back whatever bytes base64 was made of', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
    const written = btoa(String.fromCharCode(...bytes));

    expect(decodeTransfer(new TextEncoder().encode(written), 'base64')).toEqual(bytes);
  });
});
