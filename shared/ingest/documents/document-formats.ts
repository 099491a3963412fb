import type { FormatReader } from '../format-reader.ts';

/** Documents and what they are sent in: PDF, office documents, mail, archives. */
export const documentFormats: readonly FormatReader[] = [];
