import { zipFormat } from '../archive/read-zip.ts';
import { docxFormat } from '../docx/read-docx.ts';
import type { FormatReader } from '../format-reader.ts';
import { mailFormat } from '../mail/read-mail.ts';

/** Documents and what they are sent in: PDF, office documents, mail, archives. */
export const documentFormats: readonly FormatReader[] = [docxFormat, zipFormat, mailFormat];
