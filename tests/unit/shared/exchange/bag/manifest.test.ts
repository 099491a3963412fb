import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatManifest, parseManifest } from '#shared/exchange/bag/manifest.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

describe('a manifest', () => {
  it('is written in the order of its paths, as sha256sum writes it', () => {
    const hashes = new Map([
      ['data/b', B],
      ['data/a', A],
    ]);

    expect(formatManifest(hashes)).toBe(`${A}  data/a\n${B}  data/b\n`);
  });

  it.each([
    ['a blank', `${A} data/x`],
    ['a tabulator', `${A}\tdata/x`],
    ['the star of a binary file', `${A} *data/x`],
    ['capitals', `${A.toUpperCase()}  data/x`],
    ['a leading ./', `${A}  ./data/x`],
    ['the line end of another system', `${A}  data/x\r\n`],
  ])('is read with %s', (_, text) => {
    expect([...parseManifest('m', text)]).toEqual([['data/x', A]]);
  });

  it('keeps line ends and percent signs of paths apart from its own', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '%', '%0A', '25', ' ', 'é'), { minLength: 1 }), (parts) => {
        const path = `data/x${parts.join('')}x`;

        expect([...parseManifest('m', formatManifest(new Map([[path, A]]))).keys()]).toEqual([path]);
      }),
    );
  });

  it.each([
    ['no hash', 'data/x', 'unreadable'],
    ['no path', A, 'unreadable'],
    ['a path out of the bag', `${A}  data/../../x`, 'refused'],
    ['a path with a line end', `${A}  data/a%0Ab`, 'refused'],
    ['an absolute path', `${A}  /etc/passwd`, 'refused'],
    ['a path twice', `${A}  data/x\n${B}  data/x`, 'refused'],
    ['a path twice but for case', `${A}  data/x\n${A}  data/X`, 'refused'],
  ])('is refused with %s, naming the line', (_, text, code) => {
    expect(() => parseManifest('manifest-sha256.txt', text)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(/^manifest-sha256\.txt, line [12]:/) }),
    );
  });
});
