import { createHash } from 'node:crypto';

/** Words at a place of a page, in points from its lower left corner. Arabic and Hebrew as they are drawn: from the left. */
export type Placed = { readonly x: number; readonly y: number; readonly text: string; readonly size?: number };

/** What else a PDF holds. */
export type PdfParts = {
  readonly info?: Readonly<Record<string, string>>;
  readonly links?: readonly { readonly rect: readonly number[]; readonly address: string }[];
  /** Locks it by the oldest method that there is. */
  readonly password?: string;
  /** Says of its tree of pages instead of the truth. */
  readonly pageTree?: string;
};

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const PERMISSIONS = -4;
const IDENTITY = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /a def
1 begincodespacerange <0000> <FFFF> endcodespacerange
3 beginbfrange <0020> <007E> <0020> <0590> <06FF> <0590> <2010> <2010> <2010> endbfrange endcmap end end`;

/** A PDF of pages of words, written by hand: each letter stands under its own number in Unicode. */
export function pdfOf(pages: readonly (readonly Placed[])[], parts: PdfParts = {}): Uint8Array {
  const lock = parts.password === undefined ? null : new Lock(parts.password);
  const kids = pages.map((_, at) => `${10 + at * 2} 0 R`).join(' ');
  const links = (parts.links ?? []).map(
    ({ rect, address }) => `<</Type/Annot/Subtype/Link/Rect[${rect.join(' ')}]/A<</S/URI/URI(${address})>>>>`,
  );
  const info = Object.entries(parts.info ?? {}).map(([name, value]) => `/${name}(${value})`);
  const objects = new Map<number, Buffer>([
    [1, Buffer.from('<</Type/Catalog/Pages 2 0 R>>')],
    [2, Buffer.from(parts.pageTree ?? `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`)],
    [
      3,
      Buffer.from('<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 5 0 R/DescendantFonts[4 0 R]>>'),
    ],
    [
      4,
      Buffer.from(
        '<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor 6 0 R>>',
      ),
    ],
    [5, stream(IDENTITY, 5, lock)],
    [
      6,
      Buffer.from(
        '<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 500 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
      ),
    ],
    [7, Buffer.from(`<<${lock === null ? info.join('') : ''}>>`)],
  ]);
  for (const [at, words] of pages.entries()) {
    const annotations = at === 0 && links.length > 0 ? `/Annots[${links.join('')}]` : '';
    const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents ${11 + at * 2} 0 R${annotations}>>`;
    objects.set(10 + at * 2, Buffer.from(page));
    objects.set(11 + at * 2, stream(words.map(drawn).join('\n'), 11 + at * 2, lock));
  }
  return written(objects, lock);
}

/** Letters of a font that names them by an old Japanese map alone: its numbers mean nothing without that map. */
export function japanesePdf(): Uint8Array {
  const whole = Buffer.from(pdfOf([[{ x: 50, y: 700, text: '\u82b1\u82b1' }]])).toString('latin1');
  // Shift_JIS of 日本; the map is one of those that the program carries
  const changed = whole
    .replace('/Encoding/Identity-H/ToUnicode 5 0 R', '/Encoding/90ms-RKSJ-H')
    .replace('/Ordering(Identity)', '/Ordering(Japan1)')
    .replace('<82b182b1>', '<93fa967b>');
  return new Uint8Array(Buffer.from(changed, 'latin1'));
}

function drawn({ x, y, text, size = 10 }: Placed): string {
  const codes = [...text].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
  return `BT /F ${size} Tf ${x} ${y} Td <${codes}> Tj ET`;
}

function stream(text: string, number: number, lock: Lock | null): Buffer {
  const bytes = lock === null ? Buffer.from(text) : lock.apply(Buffer.from(text), number);
  return Buffer.concat([Buffer.from(`<</Length ${bytes.length}>>stream\n`), bytes, Buffer.from('\nendstream')]);
}

function written(objects: ReadonlyMap<number, Buffer>, lock: Lock | null): Uint8Array {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places = new Map<number, number>();
  let length = pieces[0]?.length ?? 0;
  const last = Math.max(...objects.keys());
  for (const [number, object] of objects) {
    places.set(number, length);
    const piece = Buffer.concat([Buffer.from(`${number} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    pieces.push(piece);
    length += piece.length;
  }
  const rows = Array.from({ length: last + 1 }, (_, number) => {
    const place = places.get(number);
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const trailer = `<</Size ${last + 1}/Root 1 0 R/Info 7 0 R/ID[<00><00>]${lock?.dictionary ?? ''}>>`;
  pieces.push(Buffer.from(`xref\n0 ${last + 1}\n${rows.join('')}trailer\n${trailer}\nstartxref\n${length}\n%%EOF`));
  return new Uint8Array(Buffer.concat(pieces));
}

/** RC4 with a key of forty bits. */
class Lock {
  readonly #key: Buffer;
  readonly dictionary: string;

  constructor(password: string) {
    const padded = Buffer.concat([Buffer.from(password), PADDING]).subarray(0, 32);
    const owner = rc4(md5(padded).subarray(0, 5), padded);
    const permissions = Buffer.alloc(4);
    permissions.writeInt32LE(PERMISSIONS);
    this.#key = md5(Buffer.concat([padded, owner, permissions, Buffer.from([0])])).subarray(0, 5);
    const user = rc4(this.#key, PADDING);
    this.dictionary = `/Encrypt<</Filter/Standard/V 1/R 2/P ${PERMISSIONS}/O<${owner.toString('hex')}>/U<${user.toString('hex')}>>>`;
  }

  apply(bytes: Buffer, number: number): Buffer {
    const salt = Buffer.from([number & 0xff, number >> 8, 0, 0, 0]);
    return rc4(md5(Buffer.concat([this.#key, salt])).subarray(0, 10), bytes);
  }
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest();
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0]);
  for (let at = 0, to = 0; at < 256; at++) {
    to = (to + (state[at] ?? 0) + (key[at % key.length] ?? 0)) & 255;
    swap(at, to);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
