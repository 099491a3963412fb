import { AppError } from '#shared/kernel/app-error.ts';
import type { SegmentStore } from '#shared/search/model/segment-store.ts';
import { checksum } from './checksum.ts';
import type { SegmentSeal } from './segment-writer.ts';

/** The form of the files; another number is rebuilt, not read. */
const FORMAT = 2;
/** Two take turns, so that one is whole while the other is written. */
const SLOTS = ['manifest-0', 'manifest-1'] as const;
const LONGEST = 1 << 28;

/** What an index consists of at one moment. */
export type Manifest = {
  readonly format: number;
  /** Rises with every writing. */
  readonly generation: number;
  /** How far the index had heard of changes. */
  readonly watermark: string | null;
  /** The next segment's name. */
  readonly next: number;
  readonly segments: readonly { readonly seal: SegmentSeal; readonly deleted: readonly number[] }[];
};

/** An index without anything. */
export const emptyManifest: Manifest = { format: FORMAT, generation: 0, watermark: null, next: 1, segments: [] };

/**
 * Reads the newest manifest that is whole.
 *
 * @throws {AppError} `altered` when there are files but no whole manifest of this form
 */
export async function readManifest(store: SegmentStore): Promise<Manifest> {
  const files = await store.list();
  const found: Manifest[] = [];
  for (const slot of SLOTS) {
    const manifest = files.includes(slot) ? await readSlot(store, slot) : null;
    if (manifest !== null) found.push(manifest);
  }
  const [newest] = found.sort((a, b) => b.generation - a.generation);
  if (newest !== undefined) return newest;
  if (files.length > 0) throw new AppError('altered', 'The search index is damaged.');
  return emptyManifest;
}

/** Writes a manifest in the place of the older one; whole on the disk when this ends. */
export async function writeManifest(store: SegmentStore, manifest: Manifest): Promise<void> {
  const slot = SLOTS[manifest.generation % 2] as string;
  const words = new TextEncoder().encode(JSON.stringify({ ...manifest, format: FORMAT }));
  const bytes = new Uint8Array(words.length + 4);
  bytes.set(words, 4);
  new DataView(bytes.buffer).setUint32(0, checksum(words, words.length), true);
  await store.delete(slot);
  await store.append(slot, bytes);
  await store.sync(slot);
}

async function readSlot(store: SegmentStore, slot: string): Promise<Manifest | null> {
  const [bytes] = await store.read(slot, [{ offset: 0, length: LONGEST }]);
  if (bytes === undefined || bytes.length < 4) return null;
  const words = bytes.slice(4);
  const sum = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (checksum(words, words.length) !== sum) return null;
  // checked byte by byte: what is parsed is what was written here
  const manifest = JSON.parse(new TextDecoder().decode(words)) as Manifest;
  return manifest.format === FORMAT ? manifest : null;
}
