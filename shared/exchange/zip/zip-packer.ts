import { Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { AppError } from '#shared/kernel/app-error.ts';

/** What a member is made of: all its bytes, or a stream of them when they are many. */
export type Content = Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array<ArrayBuffer>>;

/**
 * Writes a zip piece by piece. The same members in the same order with the same moment give the same bytes,
 * in every time zone. Members larger than 4 GiB and more than 65,535 of them are written as Zip64.
 */
export class ZipPacker {
  readonly #writer: ZipWriter<unknown>;

  /** @param modified - milliseconds since 1970; every member carries this moment */
  constructor(sink: WritableStream<Uint8Array<ArrayBuffer>>, modified: number) {
    this.#writer = new ZipWriter(sink, {
      useWebWorkers: false,
      lastModDate: new Date(modified),
      rawLastModDate: msDosMoment(modified),
      preventClose: true,
    });
  }

  /**
   * Adds a member. Several whole ones may be added without waiting for each other: they are packed side by side and
   * written in the order of the calls.
   *
   * @param isPacked - false stores the bytes as they are: for what is compressed already
   */
  async add(name: string, content: Content, isPacked = true): Promise<void> {
    const level = isPacked ? {} : { level: 0 };
    if (content instanceof Uint8Array) {
      // sizes known before: no data descriptor, and the same bytes however the calls overlap
      const whole = { ...level, bufferedWrite: true, dataDescriptor: false };
      await this.#writer.add(name, new Uint8ArrayReader(content), whole);
      return;
    }
    await this.#writer.add(name, readableOf(content), level);
  }

  /** Writes the table of contents. The sink stays open. */
  async close(): Promise<void> {
    await this.#writer.close();
  }
}

function readableOf(content: AsyncIterable<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = content[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 1 },
  );
}

/** Date and time in the two-second form of MS-DOS, in UTC: the library would take the machine's own zone. */
function msDosMoment(milliseconds: number): number {
  const at = new Date(milliseconds);
  const year = at.getUTCFullYear();
  if (!(year >= 1980 && year <= 2107)) {
    throw new AppError('bad-input', 'The clock is outside the years that a zip can name (1980 to 2107).');
  }
  const date = ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return date * 0x10000 + time;
}
