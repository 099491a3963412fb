import { linkAddress } from '../html/link-address.ts';
import type { OpenPdf } from './open-pdf.ts';
import type { PdfLink, PdfPage, PdfPiece } from './pdf-page.ts';

/** Pieces of one page: real pages have some thousand, letter by letter. */
const MOST_PIECES = 200_000;
const MOST_LINKS = 5000;

type Page = Awaited<ReturnType<OpenPdf['document']['getPage']>>;
type Matrix = readonly [number, number, number, number, number, number];

/** Reads one page: its words and where they stand. */
export async function readPage(page: Page, label: string): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const view = matrixOf(transform);
  const { items, styles } = await page.getTextContent({ includeMarkedContent: false });
  const pieces: PdfPiece[] = [];
  let isApart = false;
  for (const item of items.slice(0, MOST_PIECES)) {
    if (!('str' in item)) continue;
    if (item.str.trim() === '') {
      isApart ||= item.str !== '' || item.hasEOL;
      continue;
    }
    const style = styles[item.fontName];
    const piece = pieceOf(item, view, style?.vertical === true, isApart);
    if (piece !== null) pieces.push(piece);
    isApart = item.hasEOL;
  }
  return { label, width, height, pieces, links: await linksOf(page, view) };
}

type TextItem = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
};

/** What stands nowhere, or is of no size, cannot be seen. */
function pieceOf(item: TextItem, view: Matrix, isVertical: boolean, isApart: boolean): PdfPiece | null {
  const [a, b, c, d, x, y] = times(view, matrixOf(item.transform));
  const size = Math.hypot(c, d) || item.height;
  if (![a, b, x, y, size, item.width].every(Number.isFinite) || size <= 0) return null;
  const turn = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) * 90 + 360) % 360;
  const upright = turned(x, y, turn);
  const text = readable(item.str);
  return { text, ...upright, width: Math.abs(item.width), size, turn, isVertical, isApart };
}

/** Arabic letters and Latin ligatures that fonts draw as one are the letters that they stand for; a NUL is a letter that nobody knows. */
function readable(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06\uFB1D-\uFDFF\uFE70-\uFEFC]+/g, (forms) => forms.normalize('NFKC'))
    .replaceAll('\0', '\uFFFD');
}

/** Where a place is once the page is turned so that its words stand upright. */
function turned(x: number, y: number, turn: number): { readonly x: number; readonly y: number } {
  if (turn === 90) return { x: y, y: -x };
  if (turn === 180) return { x: -x, y: -y };
  return turn === 270 ? { x: -y, y: x } : { x, y };
}

async function linksOf(page: Page, view: Matrix): Promise<PdfLink[]> {
  const annotations: unknown[] = await page.getAnnotations().catch(() => []);
  return annotations.slice(0, MOST_LINKS).flatMap((annotation) => {
    const { subtype, url, unsafeUrl, rect } = annotation as Record<string, unknown>;
    const written = typeof url === 'string' ? url : typeof unsafeUrl === 'string' ? unsafeUrl : null;
    const address = subtype === 'Link' ? linkAddress(written, null) : null;
    if (address === null || !Array.isArray(rect)) return [];
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect.map(Number);
    const [from, to] = [place(view, x1, y1), place(view, x2, y2)];
    return [
      {
        left: Math.min(from.x, to.x),
        right: Math.max(from.x, to.x),
        top: Math.min(from.y, to.y),
        bottom: Math.max(from.y, to.y),
        address,
      },
    ];
  });
}

function place([a, b, c, d, e, f]: Matrix, x: number, y: number): { readonly x: number; readonly y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

function times(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [g, h, i, j, x, y] = other;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * x + c * y + e, b * x + d * y + f];
}

function matrixOf(numbers: readonly unknown[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers.map(Number);
  return [a, b, c, d, e, f];
}
