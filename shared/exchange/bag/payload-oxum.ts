import { AppError } from '#shared/kernel/app-error.ts';

/** How much a bag carries: bytes and number of the files below `data/`. */
export type PayloadOxum = { readonly bytes: number; readonly files: number };

/** Writes it as `bytes.files`. */
export function formatOxum({ bytes, files }: PayloadOxum): string {
  return `${bytes}.${files}`;
}

/**
 * Compares what `bag-info.txt` says with what is there.
 *
 * @throws {AppError} `unreadable` when it is malformed, `altered` when bytes or files are missing or too many
 * @see https://www.rfc-editor.org/rfc/rfc8493#section-2.2.2
 */
export function checkOxum(said: string, { bytes, files }: PayloadOxum): void {
  const [, saidBytes, saidFiles] = /^(\d{1,15})\.(\d{1,15})$/.exec(said) ?? [];
  if (saidBytes === undefined) throw new AppError('unreadable', 'bag-info.txt: Payload-Oxum is malformed.');
  if (Number(saidBytes) === bytes && Number(saidFiles) === files) return;
  throw new AppError(
    'altered',
    `bag-info.txt: Payload-Oxum says ${saidBytes} bytes in ${saidFiles} files, there are ${bytes} in ${files}.`,
  );
}
