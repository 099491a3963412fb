import { zipFormat } from '../archive/read-zip.ts';
import { docxFormat } from '../docx/read-docx.ts';
import type { FormatReader } from '../format-reader.ts';
import { mailFormat } from '../mail/read-mail.ts';
import { mboxFormat } from '../mbox/read-mbox.ts';
import { pdfFormat } from '../pdf/read-pdf.ts';

/** Documents and what they are sent in: PDF, office documents, mail, archives. */
export const documentFormats: readonly FormatReader[] = [pdfFormat, docxFormat, zipFormat, mboxFormat, mailFormat];
