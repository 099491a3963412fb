import type { JobControl } from '#shared/kernel/job-control.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { searchSegments } from './evaluate/search-segments.ts';
import { KnownKeys } from './known-keys.ts';
import { mergeGroup } from './merge-group.ts';
import type { IndexDocument } from './model/index-document.ts';
import { MemoryStore } from './model/memory-store.ts';
import type { DocumentKey, IndexHealth, SearchEngine } from './model/search-engine.ts';
import type { IndexRequest, IndexResults } from './model/search-results.ts';
import type { SegmentStore } from './model/segment-store.ts';
import { checksum } from './segment/checksum.ts';
import { keyBytes } from './segment/document-columns.ts';
import { type Manifest, readManifest, writeManifest } from './segment/manifest.ts';
import { mergeSegments } from './segment/merge-segments.ts';
import { Segment } from './segment/segment.ts';
import { SegmentBuilder } from './segment/segment-builder.ts';
import { segmentFiles } from './segment/segment-writer.ts';

/** So many documents at once are written to the store without standing in memory first. */
const BULK = 500;
/** Fresh segments in memory before they become one. */
const MOST_FRESH = 16;

/** The index: segments in a store, fresh ones in memory, and which of their documents still count. */
export class SearchIndex implements SearchEngine {
  private readonly store: SegmentStore;
  private manifest: Manifest;
  private stored: Segment[];
  private fresh: Segment[] = [];
  private known: KnownKeys | null = null;
  private builder: SegmentBuilder | null = null;
  private next: number;
  /** Files that no manifest speaks of any more; a search may still read them. */
  private obsolete: string[] = [];
  private searches = 0;
  /** Of each merge that runs the keys that were taken out meanwhile. */
  private readonly removed = new Set<DocumentKey[]>();

  private constructor(store: SegmentStore, manifest: Manifest, stored: Segment[]) {
    this.store = store;
    this.manifest = manifest;
    this.stored = stored;
    this.next = manifest.next;
  }

  /**
   * Opens what a store holds; an empty one is an empty index. Files that no manifest speaks of are deleted.
   *
   * @throws {AppError} `altered` when it is damaged: delete its files and build it anew
   */
  static async open(store: SegmentStore): Promise<SearchIndex> {
    const manifest = await readManifest(store);
    const stored: Segment[] = [];
    for (const { seal, deleted } of manifest.segments) {
      const segment = await Segment.open(store, seal);
      segment.delete(deleted);
      stored.push(segment);
    }
    const named = new Set(manifest.segments.flatMap(({ seal }) => filesOf(seal.name)));
    for (const file of await store.list()) {
      if (!file.startsWith('manifest-') && !named.has(file)) await store.delete(file);
    }
    return new SearchIndex(store, manifest, stored);
  }

  async put(documents: readonly IndexDocument[]): Promise<void> {
    const latest = new Map(documents.map((document) => [keyOf(document), document]));
    if (latest.size === 0) return;
    const isBulk = latest.size >= BULK;
    // while many are taken in the room for them is used again and again
    if (isBulk) this.builder ??= new SegmentBuilder();
    const builder = (isBulk ? this.builder : null) ?? new SegmentBuilder();
    for (const document of latest.values()) builder.add(document);
    const store = isBulk ? this.store : new MemoryStore();
    const seal = await builder.write(store, String(this.next++));
    const segment = await Segment.open(store, seal);
    const replaced = await this.placesOf([...latest.values()]);
    // from here on nothing is awaited: a search sees all of this or nothing
    this.deletePlaces(replaced);
    (isBulk ? this.stored : this.fresh).push(segment);
    for (const document of latest.values()) this.known?.add(checkOf(document));
    for (const removed of this.removed) removed.push(...latest.values());
    if (this.fresh.length > MOST_FRESH) await this.joinFresh();
  }

  async remove(keys: readonly DocumentKey[]): Promise<void> {
    this.deletePlaces(await this.placesOf(keys));
    for (const removed of this.removed) removed.push(...keys);
  }

  async search(request: IndexRequest): Promise<IndexResults> {
    this.searches++;
    try {
      return await searchSegments([...this.stored, ...this.fresh], request);
    } finally {
      this.searches--;
    }
  }

  async flush(watermark: string | null): Promise<void> {
    this.builder = null;
    if (this.fresh.length > 0) {
      const fresh = [...this.fresh];
      const merged = await this.mergeInto(this.store, fresh, unattended);
      this.fresh = this.fresh.filter((segment) => !fresh.includes(segment));
      this.stored = [...this.stored, merged];
    }
    const empty = this.stored.filter(({ live }) => live === 0);
    this.stored = this.stored.filter(({ live }) => live > 0);
    // what becomes obsolete while the manifest is written belongs to the next one
    const obsolete = [...this.obsolete, ...empty.flatMap(({ seal }) => filesOf(seal.name))];
    this.obsolete = [];
    this.manifest = {
      ...this.manifest,
      generation: this.manifest.generation + 1,
      watermark,
      next: this.next,
      segments: this.stored.map((segment) => ({ seal: segment.seal, deleted: deletedOf(segment) })),
    };
    await writeManifest(this.store, this.manifest);
    await this.deleteFiles(obsolete);
  }

  async merge(job: JobControl): Promise<void> {
    this.builder = null;
    for (let group = mergeGroup(this.stored); group !== null; group = mergeGroup(this.stored)) {
      const own = group;
      const merged = await this.mergeInto(this.store, own, job);
      const first = this.stored.indexOf(own[0] as Segment);
      const rest = this.stored.filter((segment) => !own.includes(segment));
      this.stored = [...rest.slice(0, first), ...(merged.live > 0 ? [merged] : []), ...rest.slice(first)];
      this.obsolete.push(...own.flatMap(({ seal }) => filesOf(seal.name)));
    }
  }

  health(): IndexHealth {
    const segments = [...this.stored, ...this.fresh];
    const fresh = this.fresh.reduce((sum, { live }) => sum + live, 0);
    const bytes = this.stored.reduce(
      (sum, { seal }) => sum + segmentFiles.reduce((all, file) => all + seal.files[file].length, 0),
      0,
    );
    return {
      documents: segments.reduce((sum, { live }) => sum + live, 0),
      fresh,
      segments: segments.length,
      bytes,
      watermark: this.manifest.watermark,
      isMergeDue: mergeGroup(this.stored) !== null,
    };
  }

  private async joinFresh(): Promise<void> {
    const fresh = [...this.fresh];
    const merged = await this.mergeInto(new MemoryStore(), fresh, unattended);
    this.fresh = [merged, ...this.fresh.filter((segment) => !fresh.includes(segment))];
  }

  /** Merges, and takes out of the result what was taken out of its parts meanwhile. */
  private async mergeInto(store: SegmentStore, segments: readonly Segment[], job: JobControl): Promise<Segment> {
    const removed: DocumentKey[] = [];
    this.removed.add(removed);
    try {
      const merged = await Segment.open(store, await mergeSegments(store, String(this.next++), segments, job));
      for (let done = 0; done < removed.length; ) {
        const some = removed.slice(done);
        done = removed.length;
        const docs = await Promise.all(some.map((key) => merged.find(key)));
        merged.delete(docs.filter((doc) => doc !== null));
      }
      return merged;
    } finally {
      this.removed.delete(removed);
    }
  }

  private async placesOf(keys: readonly DocumentKey[]): Promise<Map<Segment, number[]>> {
    const segments = [...this.stored, ...this.fresh];
    if (this.known === null) {
      const known = new KnownKeys();
      for (const segment of segments) await known.addSegment(segment);
      this.known = known;
    }
    const places = new Map<Segment, number[]>();
    for (const key of keys) {
      if (!this.known.mayHold(checkOf(key))) continue;
      for (const segment of segments) {
        const doc = await segment.find(key);
        if (doc !== null) places.set(segment, [...(places.get(segment) ?? []), doc]);
      }
    }
    return places;
  }

  private deletePlaces(places: ReadonlyMap<Segment, readonly number[]>): void {
    for (const [segment, docs] of places) segment.delete(docs);
    this.fresh = this.fresh.filter(({ live }) => live > 0);
  }

  /** Not while a search may still read them: then the next flush does it, or the next opening. */
  private async deleteFiles(files: readonly string[]): Promise<void> {
    if (this.searches > 0) this.obsolete.push(...files);
    else for (const file of files) await this.store.delete(file);
  }
}

function keyOf({ caseId, articleId }: DocumentKey): string {
  return caseId + articleId;
}

function checkOf({ caseId, articleId }: DocumentKey): number {
  return checksum(keyBytes(caseId, articleId), 0);
}

function filesOf(name: string): string[] {
  return segmentFiles.map((file) => `${name}.${file}`);
}

function deletedOf(segment: Segment): number[] {
  return Array.from({ length: segment.seal.documents }, (_, doc) => doc).filter((doc) => segment.isDeleted(doc));
}
