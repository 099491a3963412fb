/// <reference types="vite/types/importMeta.d.ts" />
import { AppError } from '#shared/kernel/app-error.ts';

/** What letters the numbers of old Chinese, Japanese and Korean fonts stand for: each map is a file of its own, loaded when asked for. */
const MAPS = import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&inline',
  import: 'default',
});

/** Hands the library the files that it asks for by name. Nothing is fetched: they are part of the program. */
export class CharacterMaps {
  /** @throws {AppError} `not-found` for what is no map: fonts and decoders of pictures, which no text needs */
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const load = kind === 'cMapUrl' ? MAPS[`../../../node_modules/pdfjs-dist/cmaps/${filename}`] : undefined;
    if (load === undefined) throw new AppError('not-found', `There is no ${filename}.`);
    const address = await load();
    return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (sign) => sign.charCodeAt(0));
  }
}
