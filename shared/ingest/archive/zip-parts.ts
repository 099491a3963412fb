import { AppError } from '#shared/kernel/app-error.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import { LooseArchive, type LooseMember } from '#shared/zip/loose-archive.ts';
import type { ByteSource } from '../byte-source.ts';
import { decodeText } from '../decode-text.ts';
import type { FormatHead } from '../format-head.ts';
import { beginsWith } from '../refuse-binary.ts';
import { readXmlTree, type XmlElement } from '../xml/xml-tree.ts';

/** Parts of a document that is a zip: Word's, OpenDocument's and books have some hundred at most, pictures among them. */
const LIMITS = { members: 20_000, memberBytes: 128 * 2 ** 20, totalBytes: 1024 * 2 ** 20 };
/** Characters of a part that is read as a tree. */
const MOST_TREE = 16 * 2 ** 20;

/** A document that is a zip of parts. */
export class ZipParts {
  readonly #members: ReadonlyMap<string, LooseMember>;

  private constructor(members: ReadonlyMap<string, LooseMember>) {
    this.#members = members;
  }

  /** @throws {AppError} `unreadable` when it is no zip, or its table of contents is damaged; `cancelled` */
  static async open(source: ByteSource, job: JobControl): Promise<ZipParts> {
    const members = new Map<string, LooseMember>();
    for await (const member of new LooseArchive(source, LIMITS).members(job)) {
      if (!members.has(member.name)) members.set(member.name, member);
    }
    return new ZipParts(members);
  }

  /** The names of all parts. */
  get names(): readonly string[] {
    return [...this.#members.keys()];
  }

  /**
   * The bytes of a part; null where there is none.
   *
   * @throws {AppError} `unreadable`, `too-large` or `refused`: why it may not be read
   */
  async bytes(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const member = this.#members.get(name);
    if (member === undefined) return null;
    if (member.fault === null) return member.whole();
    const { code, words } = member.fault;
    throw new AppError(code === 'locked' ? 'unreadable' : code, `A part of it cannot be read (${name}). ${words}`);
  }

  /**
   * The text of an XML part; null where there is none.
   *
   * @throws {AppError} as `bytes`
   */
  async text(name: string): Promise<string | null> {
    const bytes = await this.bytes(name);
    return bytes === null ? null : decodeText(bytes, 'application/xml; charset=utf-8').text;
  }

  /**
   * A small XML part as a tree; an empty one where there is none, or it is damaged: what stands in the others is still read.
   *
   * @throws {AppError} `cancelled`
   */
  async tree(name: string): Promise<XmlElement> {
    try {
      return readXmlTree(((await this.text(name)) ?? '').slice(0, MOST_TREE));
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') throw error;
      return readXmlTree('');
    }
  }
}

/** Whether a file is a zip in which `isOne` holds of the names of its parts. */
export async function fitsParts(
  { bytes }: FormatHead,
  source: ByteSource,
  job: JobControl,
  isOne: (parts: ZipParts) => boolean | Promise<boolean>,
): Promise<boolean> {
  if (!beginsWith(bytes, '504b0304')) return false;
  try {
    return await isOne(await ZipParts.open(source, job));
  } catch {
    // A damaged zip is told by the reader of zips.
    return false;
  }
}
