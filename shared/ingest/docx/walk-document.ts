import { type JobControl, throwIfCancelled } from '#shared/kernel/job-control.ts';
import type { LinkTarget } from '../block-writer.ts';
import { linkAddress } from '../html/link-address.ts';
import { scanXml, type XmlStart } from '../xml/scan-xml.ts';
import { type DocumentItem, type DocumentParagraph, emptyParagraph } from './document-items.ts';
import type { Relation } from './related-parts.ts';

/** A part of a document, walked through: its paragraphs, and those of each note or comment in it by their ids. */
export type WalkedPart = {
  readonly items: readonly DocumentItem[];
  readonly notes: ReadonlyMap<string, { readonly items: DocumentItem[]; readonly author: string | null }>;
};

/** Namespaces of Word's own elements, in both forms of the standard. */
const WORD = /wordprocessingml(?:\/2006)?\/main$/;
/** Formulas: their letters and figures are words of the text. */
const MATHS = /officeDocument\/(?:2006\/)?math$/;
/** What stands there and is not shown: deleted and moved words, what a field computes from, a second form of the same. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delInstrText',
  'Fallback',
  'rubyPr',
]);
const NOTES: ReadonlySet<string> = new Set(['footnote', 'endnote', 'comment']);
const EVENTS_BETWEEN_PAUSES = 20_000;
/** Figures in signs of circles and brackets tell which note belongs where. */
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['footnoteReference', 'footnote'],
  ['endnoteReference', 'endnote'],
]);

/**
 * Walks through a part of a document.
 *
 * @param numberOf - the number that a note is referred to by, in the order of the text
 * @throws {AppError} `cancelled`
 */
export async function walkDocument(
  xml: string,
  relations: readonly Relation[],
  numberOf: (kind: string, id: string) => number,
  job: JobControl,
): Promise<WalkedPart> {
  const walk = new DocumentWalk(relations, numberOf);
  let count = 0;
  for (const event of scanXml(xml)) {
    if (event.kind === 'start') walk.start(event);
    else if (event.kind === 'end') walk.end(event.name);
    else walk.text(event.text);
    if (++count % EVENTS_BETWEEN_PAUSES > 0) continue;
    throwIfCancelled(job);
    await job.pause();
  }
  return walk;
}

class DocumentWalk implements WalkedPart {
  readonly items: DocumentItem[] = [];
  readonly notes = new Map<string, { readonly items: DocumentItem[]; readonly author: string | null }>();
  readonly #addresses: ReadonlyMap<string, string>;
  readonly #numberOf: (kind: string, id: string) => number;
  /** Where the next paragraph goes: the document, a cell, a note. */
  readonly #lists: DocumentItem[][] = [this.items];
  readonly #paragraphs: DocumentParagraph[] = [];
  readonly #links: (LinkTarget | null)[] = [];
  /** Elements that are open, to know which end is whose. */
  readonly #open: { readonly name: string; readonly isWord: boolean }[] = [];
  #passedOver = 0;
  #isText = false;
  #isHidden = false;
  /** A field's own instruction: `HYPERLINK "https://…"`. */
  #instruction: string | null = null;
  #fieldLink: LinkTarget | null = null;

  constructor(relations: readonly Relation[], numberOf: (kind: string, id: string) => number) {
    this.#numberOf = numberOf;
    const outside = relations.filter(({ isOutside }) => isOutside);
    this.#addresses = new Map(outside.map(({ id, target }) => [id, target]));
  }

  start({ name, space, attributes }: XmlStart): void {
    const isWord = WORD.test(space) || (name === 't' && MATHS.test(space));
    this.#open.push({ name, isWord });
    if (name === 'instrText' && this.#instruction !== null) this.#isText = false;
    if (this.#passedOver > 0 || PASSED_OVER.has(name)) this.#passedOver++;
    else if (isWord) this.#startOfWord(name, attributes);
  }

  end(_: string): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    if (this.#passedOver > 0) this.#passedOver--;
    else if (closed.isWord) this.#endOfWord(closed.name);
  }

  text(words: string): void {
    const last = this.#open.at(-1)?.name;
    if (last === 'instrText' && this.#instruction !== null) this.#instruction += words;
    else if (this.#isText && this.#passedOver === 0 && !this.#isHidden) this.#write(words);
  }

  #startOfWord(name: string, attributes: XmlStart['attributes']): void {
    const value = attributes.get('val') ?? '';
    if (this.#startOfBlock(name, attributes) || this.#propertyOf(name, value)) return;
    if (name === 't') this.#isText = true;
    else if (name === 'tab' && this.#isIn('r')) this.#write('\t');
    else if (name === 'br' || name === 'cr') this.#write('\n');
    else if (name === 'noBreakHyphen') this.#write('\u2011');
    else if (name === 'sym') this.#write(symbol(attributes.get('char')));
    else if (name === 'r') this.#isHidden = false;
    else if (name === 'vanish') this.#isHidden = value !== '0' && value !== 'false';
    else if (name === 'hyperlink')
      this.#links.push(this.#linkTo(this.#addresses.get(attributes.get('id') ?? '') ?? null));
    else if (name === 'fldChar') this.#field(attributes.get('fldCharType') ?? '');
    else if (name === 'fldSimple') this.#links.push(this.#linkTo(addressIn(attributes.get('instr') ?? '')));
    else this.#reference(name, attributes.get('id') ?? '');
  }

  #startOfBlock(name: string, attributes: XmlStart['attributes']): boolean {
    const list = this.#lists.at(-1) ?? this.items;
    if (name === 'p') {
      const paragraph = emptyParagraph();
      list.push(paragraph);
      this.#paragraphs.push(paragraph);
    } else if (name === 'tr') {
      list.push({ kind: 'row', cells: [] });
    } else if (name === 'tc') {
      const cell: DocumentItem[] = [];
      const row = list.at(-1);
      if (row?.kind === 'row') row.cells.push(cell);
      this.#lists.push(cell);
    } else if (NOTES.has(name)) {
      const note = { items: [], author: attributes.get('author') ?? null };
      // Lines that part notes from the text are notes too, of a type of their own.
      if (!/separator|notice/i.test(attributes.get('type') ?? '')) this.notes.set(attributes.get('id') ?? '', note);
      this.#lists.push(note.items);
    } else return false;
    return true;
  }

  #propertyOf(name: string, value: string): boolean {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || !this.#isIn('pPr')) return false;
    if (name === 'pStyle') paragraph.styleId = value;
    else if (name === 'numId') paragraph.listLevel = value === '0' ? 0 : Math.max(1, paragraph.listLevel ?? 1);
    else if (name === 'ilvl') paragraph.listLevel = Math.min(9, Math.max(0, Number(value) || 0)) + 1;
    else if (name === 'outlineLvl' && Number(value) < 6) paragraph.headingLevel = Number(value) + 1;
    else if (name === 'bidi') paragraph.direction = value === '0' || value === 'false' ? null : 'rtl';
    return name !== 'r';
  }

  #endOfWord(name: string): void {
    if (name === 't') this.#isText = false;
    else if (name === 'p') this.#paragraphs.pop();
    else if (name === 'tc' || NOTES.has(name)) this.#lists.pop();
    else if (name === 'hyperlink' || name === 'fldSimple') this.#links.pop();
    else if (name === 'r') this.#isHidden = false;
  }

  #field(type: string): void {
    if (type === 'begin') this.#instruction = '';
    else if (type === 'separate') {
      this.#fieldLink = this.#linkTo(addressIn(this.#instruction ?? ''));
      this.#instruction = null;
    } else if (type === 'end') {
      this.#fieldLink = null;
      this.#instruction = null;
    }
  }

  #reference(name: string, id: string): void {
    const kind = REFERENCES.get(name);
    if (kind !== undefined) this.#write(`[${this.#numberOf(kind, id)}]`);
  }

  #write(words: string): void {
    if (words === '') return;
    this.#paragraphs.at(-1)?.runs.push({ words, link: this.#links.at(-1) ?? this.#fieldLink });
  }

  #linkTo(written: string | null): LinkTarget | null {
    const address = linkAddress(written, null);
    return address === null ? null : { address };
  }

  #isIn(name: string): boolean {
    return this.#open.at(-2)?.name === name || this.#open.at(-3)?.name === name;
  }
}

function addressIn(instruction: string): string | null {
  return /^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction)?.[1] ?? null;
}

/** A sign of a font of signs stands in the private area, at its own number beyond F000; ordinary ones are kept. */
function symbol(written: string | undefined): string {
  const point = Number.parseInt(written ?? '', 16);
  return point > 0 && point < 0xe000 ? String.fromCodePoint(point) : '•';
}
