import { sha256Stream } from '#shared/custody/sha256.ts';
import type { Content, ZipPacker } from '#shared/zip/zip-packer.ts';
import { BAG_DECLARATION } from './declaration.ts';
import { sha256Of } from './digest.ts';
import { formatManifest } from './manifest.ts';
import { formatOxum } from './payload-oxum.ts';
import { formatTagLines, type TagLines } from './tag-lines.ts';

/**
 * Writes a bag into a zip: the caller adds payload and tags, the bag adds declaration, info and manifests.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8493
 */
export class BagWriter {
  readonly #packer: ZipPacker;
  readonly #folder: string;
  readonly #payload = new Map<string, string>();
  readonly #tags = new Map<string, string>();
  #bytes = 0;

  /** @param folder - the one top folder, without a slash */
  constructor(packer: ZipPacker, folder: string) {
    this.#packer = packer;
    this.#folder = folder;
  }

  /** Bytes of payload so far, unpacked. */
  get payloadBytes(): number {
    return this.#bytes;
  }

  /**
   * Adds a payload file; whole ones may be added without waiting for each other.
   *
   * @param path - below `data/`, without it
   * @param isPacked - false stores what is compressed already
   * @returns its SHA-256
   */
  async addPayload(path: string, content: Content, isPacked = true): Promise<string> {
    const hash = await this.#add(`data/${path}`, content, isPacked);
    this.#payload.set(`data/${path}`, hash);
    return hash;
  }

  /** Adds a file beside `data/`. */
  async addTag(path: string, text: string): Promise<void> {
    this.#tags.set(path, await this.#add(path, new TextEncoder().encode(text), true));
  }

  /** Closes the bag with its info and manifests; the zip stays open. */
  async close(info: TagLines): Promise<void> {
    const oxum = formatOxum({ bytes: this.#bytes, files: this.#payload.size });
    await this.addTag('bagit.txt', BAG_DECLARATION);
    await this.addTag('bag-info.txt', formatTagLines([...info, ['Payload-Oxum', oxum]]));
    await this.addTag('manifest-sha256.txt', formatManifest(this.#payload));
    const tags = new TextEncoder().encode(formatManifest(this.#tags));
    await this.#packer.add(`${this.#folder}/tagmanifest-sha256.txt`, tags);
  }

  async #add(path: string, content: Content, isPacked: boolean): Promise<string> {
    const name = `${this.#folder}/${path}`;
    const isTag = !path.startsWith('data/');
    if (content instanceof Uint8Array) {
      if (!isTag) this.#bytes += content.length;
      const [hash] = await Promise.all([sha256Of(content), this.#packer.add(name, content, isPacked)]);
      return hash;
    }
    const hasher = sha256Stream();
    await this.#packer.add(
      name,
      observed(content, (piece) => {
        hasher.update(piece);
        if (!isTag) this.#bytes += piece.length;
      }),
      isPacked,
    );
    return hasher.hex();
  }
}

async function* observed(
  content: AsyncIterable<Uint8Array<ArrayBuffer>>,
  see: (piece: Uint8Array<ArrayBuffer>) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const piece of content) {
    see(piece);
    yield piece;
  }
}
