import type { FileEntry } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { AppError } from '#shared/kernel/app-error.ts';
import { plainPieces, type ZipBytes } from './plain-member.ts';
import { zipFault } from './zip-fault.ts';

/**
 * Unpacks a member piece by piece, with one piece in memory.
 *
 * @throws {AppError} `unreadable` when it is damaged or longer or shorter than it says
 */
export async function* streamMember(entry: FileEntry, password?: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const counter = new Counter(entry);
  let stop: (reason: AppError) => void = () => undefined;
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      stop = (reason) => controller.error(reason);
    },
    transform: (chunk, controller) => {
      counter.count(chunk);
      controller.enqueue(chunk);
    },
  });
  const failure = entry.getData(writable, password === undefined ? {} : { password }).then(
    () => null,
    (error: unknown) => {
      const fault = zipFault(entry.filename, error);
      // a header that is refused fails before the stream is touched: whoever waits for a piece would wait for ever
      stop(fault);
      return fault;
    },
  );
  const reader = readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
  } catch (error) {
    throw (await failure) ?? zipFault(entry.filename, error);
  } finally {
    // a reader that stops early must not leave the rest being unpacked
    await reader.cancel().catch(() => undefined);
  }
  const fault = await failure;
  if (fault) throw fault;
}

/**
 * Unpacks a member into memory; the caller has looked at its declared size.
 *
 * @throws {AppError} `unreadable` when it is damaged or longer or shorter than it says
 */
export async function memberBytes(
  entry: FileEntry,
  file: ZipBytes,
  password?: string,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const counter = new Counter(entry);
    const whole = new Uint8Array(entry.uncompressedSize);
    let at = 0;
    for await (const chunk of (await plainPieces(entry, file)) ?? streamMember(entry, password)) {
      counter.count(chunk);
      whole.set(chunk, at);
      at += chunk.length;
    }
    if (at !== whole.length) throw new AppError('unreadable', `${entry.filename} has another size than it says.`);
    return whole;
  } catch (error) {
    throw zipFault(entry.filename, error);
  }
}

/** Stops unpacking at the first byte beyond the declared size: a bomb may declare little. */
class Counter {
  readonly #entry: FileEntry;
  #bytes = 0;

  constructor(entry: FileEntry) {
    this.#entry = entry;
  }

  count(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#entry.uncompressedSize) {
      throw new AppError('unreadable', `${this.#entry.filename} has another size than it says.`);
    }
  }
}
