import type { LinkTarget } from '../block-writer.ts';

/** Words of one make, and where they lead. */
export type DocumentRun = { readonly words: string; readonly link: LinkTarget | null };

/** A paragraph as it stands in the document. */
export type DocumentParagraph = {
  readonly kind: 'paragraph';
  /** The id of its style; empty for the usual one. */
  styleId: string;
  /** Depth in a list from 1; 0 outside; null where its style decides. */
  listLevel: number | null;
  /** From 1; null where its style decides. */
  headingLevel: number | null;
  direction: 'rtl' | null;
  readonly runs: DocumentRun[];
};

/** A row of a table, cell by cell. */
export type DocumentRow = { readonly kind: 'row'; readonly cells: DocumentItem[][] };

/** What follows each other in a document, or in a cell. */
export type DocumentItem = DocumentParagraph | DocumentRow;

/** A paragraph without words. */
export function emptyParagraph(): DocumentParagraph {
  return { kind: 'paragraph', styleId: '', listLevel: null, headingLevel: null, direction: null, runs: [] };
}

/** The words of a paragraph. */
export function wordsOfParagraph({ runs }: DocumentParagraph): string {
  return runs.map(({ words }) => words).join('');
}
