import { AppError } from '#shared/kernel/app-error.ts';
import { CharacterMaps } from './character-maps.ts';
import { prepareOldEngine } from './old-engine.ts';

/** The library, loaded when the first PDF comes: it is the largest part of the program. */
async function loadLibrary() {
  prepareOldEngine();
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  // The library looks here for the half that reads, before it would start a worker of its own: we are in one.
  Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler: worker.WorkerMessageHandler } });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** Errors alone are said: what is odd in a file is told to the analyst, not to the console. */
const QUIET = 0;

/** An open PDF; it has to be closed. */
export type OpenPdf = Awaited<ReturnType<typeof openPdf>>;

/** Why a PDF cannot be opened: it wants a password, or the one that was given is another. */
export class PdfLocked extends Error {
  readonly isWrong: boolean;

  constructor(isWrong: boolean) {
    super('locked');
    this.isWrong = isWrong;
  }
}

/**
 * Opens a PDF. Nothing of it is run, drawn or fetched.
 *
 * @throws {PdfLocked} when it wants a password
 * @throws {AppError} `unreadable` when it is damaged beyond repair
 */
export async function openPdf(bytes: Uint8Array, password: string | undefined) {
  const { getDocument } = await loadLibrary();
  const task = getDocument({
    data: bytes.slice(),
    ...(password === undefined ? {} : { password }),
    verbosity: QUIET,
    BinaryDataFactory: CharacterMaps,
    cMapUrl: 'inside/',
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    enableXfa: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    return { document, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw faultOf(error, password !== undefined);
  }
}

function faultOf(error: unknown, hasPassword: boolean): Error {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new PdfLocked(hasPassword);
  const words =
    'The PDF is damaged so that no page of it can be found. Get it anew, or print it to PDF with a program that opens it.';
  return new AppError('unreadable', words, error);
}
