import { rawZip } from '#tests/support/casefile/raw-zip.ts';

/** A zip of texts, by their names. */
export async function zipOf(texts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const members = Object.entries(texts).map(([name, text]) => ({
    name,
    bytes: typeof text === 'string' ? encoder.encode(text) : text,
  }));
  return new Uint8Array(await rawZip(members).arrayBuffer());
}

const WORD =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** What else a document of Word holds, as XML inside its part. */
export type OfficeParts = {
  readonly styles?: string;
  readonly relations?: string;
  readonly parts?: Readonly<Record<string, string>>;
};

/** A document of Word around what its body holds. */
export function docxOf(
  body: string,
  { styles = '', relations = '', parts = {} }: OfficeParts = {},
): Promise<Uint8Array> {
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels':
      '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${WORD}>${styles}</w:styles>`,
    'word/_rels/document.xml.rels': `<Relationships>${relations}</Relationships>`,
    ...Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [name, xml.replace(/^<[\w:]+/, (tag) => `${tag} ${WORD}`)]),
    ),
  });
}

/** A paragraph of Word: its words, and what stands in its properties. */
export function paragraph(words: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
}
