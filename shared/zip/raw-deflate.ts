type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Packs bytes that are all there.
 *
 * @returns deflated data without any header, in pieces
 */
export async function deflated(bytes: Bytes): Promise<Bytes[]> {
  const pieces: Bytes[] = [];
  for await (const piece of through(bytes, new CompressionStream('deflate-raw'))) pieces.push(piece);
  return pieces;
}

/** Packs bytes as they come, with one piece in memory. */
export async function* deflatedPieces(content: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  const { readable, writable } = new CompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const feeding = (async () => {
    for await (const piece of content) await writer.write(piece);
    await writer.close();
  })();
  // what the content throws is told to whoever reads the other end
  feeding.catch((error: unknown) => writer.abort(error).catch(() => undefined));
  yield* piecesOf(readable);
  await feeding;
}

/**
 * Unpacks data that is all there, in pieces.
 *
 * @throws {TypeError} when it is no deflated data, ends too early or goes on after its end
 */
export function inflatedPieces(packed: Bytes): AsyncGenerator<Bytes> {
  return through(packed, new DecompressionStream('deflate-raw'));
}

/** The one write and the close are waited for by the reads: a fault in them is a fault of the stream. */
async function* through(bytes: Bytes, { readable, writable }: GenericTransformStream): AsyncGenerator<Bytes> {
  const writer = writable.getWriter();
  const writing = Promise.all([writer.write(bytes), writer.close()]);
  writing.catch(() => undefined);
  yield* piecesOf(readable);
}

async function* piecesOf(readable: ReadableStream<Bytes>): AsyncGenerator<Bytes> {
  const reader = readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // a reader that stops early must not leave the rest waiting
    await reader.cancel().catch(() => undefined);
  }
}
