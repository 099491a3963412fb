import { AppError } from '#shared/kernel/app-error.ts';

/** What `bagit.txt` says in every bag that is written here. */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** Two lines, nothing else, and no mark of byte order. From version 1.0 on, one blank after the colon and none at the end. */
const FORM =
  /^BagIt-Version:([ \t]*)(\d+)\.(\d+)([ \t]*)\r?\n?Tag-File-Character-Encoding:([ \t]*)(\S+)([ \t]*)\r?\n?$/;

/**
 * Checks `bagit.txt`.
 *
 * @throws {AppError} `unreadable` when it is malformed or names another encoding than UTF-8, `newer-version` above 1.x
 * @see https://www.rfc-editor.org/rfc/rfc8493#section-2.1.1
 */
export function checkDeclaration(text: string): void {
  const [, before, major, , after, between, encoding, end] = FORM.exec(text) ?? [];
  if (major === undefined || encoding === undefined) throw new AppError('unreadable', 'bagit.txt is malformed.');
  if (Number(major) > 1) throw new AppError('newer-version', 'bagit.txt: the bag comes from a newer version of BagIt.');
  const isLoose = before !== ' ' || between !== ' ' || after !== '' || end !== '';
  if (Number(major) === 1 && isLoose) throw new AppError('unreadable', 'bagit.txt has blanks where none belong.');
  if (encoding.toUpperCase() !== 'UTF-8') {
    throw new AppError('unreadable', `bagit.txt: ${encoding} is not read here, only UTF-8.`);
  }
}
