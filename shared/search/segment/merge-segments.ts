import { type JobControl, throwIfCancelled } from '#shared/kernel/job-control.ts';
import type { SegmentStore } from '#shared/search/model/segment-store.ts';
import { ByteWriter } from './byte-writer.ts';
import type { Dictionary } from './dictionary.ts';
import { mergeColumns } from './merge-columns.ts';
import { positionsEnd } from './position-list.ts';
import { makeRoom, newPostingList, type PostingList } from './postings.ts';
import { readList } from './read-list.ts';
import type { Segment } from './segment.ts';
import { type SegmentSeal, SegmentWriter } from './segment-writer.ts';
import type { SequentialReader } from './sequential-reader.ts';

/** Terms between two looks whether the job goes on. */
const STRETCH = 2000;

/** A segment that is merged: its own cursor, and where its documents go. */
type Source = {
  readonly terms: Dictionary;
  readonly postings: SequentialReader;
  readonly positions: SequentialReader;
  readonly base: number;
  /** New numbers of its documents, -1 for those left behind; null when all only move up. */
  readonly numbers: Int32Array | null;
};

/**
 * Writes several segments as one, in their order, without what is deleted. One term at a time is in memory.
 *
 * @throws {AppError} `cancelled`, with parts of the new files left behind; `altered` when a segment is damaged
 */
export async function mergeSegments(
  store: SegmentStore,
  name: string,
  segments: readonly Segment[],
  job: JobControl,
): Promise<SegmentSeal> {
  const kept = segments.map(keptDocs);
  const sources = sourcesOf(segments, kept);
  const { columns, cases } = await mergeColumns(segments, kept);
  const writer = new SegmentWriter(store, name, columns, cases);
  const list = newPostingList(1024);
  const positions = new ByteWriter(1 << 16);
  const total = segments.reduce((sum, { dictionary }) => sum + dictionary.count, 0);
  let waiting = sources.filter(({ terms }) => terms.advance());
  for (let done = 0; waiting.length > 0; done++) {
    const key = leastOf(waiting).key;
    const holders = waiting.filter(({ terms }) => terms.length === key.length && terms.startsWith(key));
    list.count = 0;
    positions.clear();
    for (const source of holders) {
      // most of what is needed next is at hand: waiting for each piece would take longer than copying it
      if (!isAtHand(source)) await fetchTerm(source);
      copyTerm(source, list, positions);
    }
    if (list.count > 0) writer.add(key, list, positions.written());
    if (writer.isFull) await writer.flush();
    for (const { terms } of holders) if (!terms.advance()) waiting = waiting.filter((source) => source.terms !== terms);
    if (done % STRETCH === 0) {
      job.onProgress(Math.min(done, total), total);
      await job.pause();
      throwIfCancelled(job);
    }
  }
  return writer.finish();
}

function keptDocs(segment: Segment): Int32Array {
  const all = Int32Array.from({ length: segment.seal.documents }, (_, doc) => doc);
  return segment.deletedCount === 0 ? all : all.filter((doc) => !segment.isDeleted(doc));
}

function sourcesOf(segments: readonly Segment[], kept: readonly Int32Array[]): Source[] {
  let base = 0;
  return segments.map((segment, at) => {
    const docs = kept[at] as Int32Array;
    const own = base;
    base += docs.length;
    let numbers: Int32Array | null = null;
    if (docs.length < segment.seal.documents) {
      numbers = new Int32Array(segment.seal.documents).fill(-1);
      for (let next = 0; next < docs.length; next++) numbers[docs[next] as number] = own + next;
    }
    const { postings, positions } = segment.openReaders();
    return { terms: segment.dictionary.copy(), postings, positions, base: own, numbers };
  });
}

function leastOf(waiting: readonly Source[]): { readonly key: Uint8Array } {
  const { terms } = waiting.reduce((least, source) => (isBefore(source.terms, least.terms) ? source : least));
  return { key: terms.key.slice(0, terms.length) };
}

function isBefore(one: Dictionary, other: Dictionary): boolean {
  const most = Math.min(one.length, other.length);
  for (let at = 0; at < most; at++) {
    const difference = (one.key[at] as number) - (other.key[at] as number);
    if (difference !== 0) return difference < 0;
  }
  return one.length < other.length;
}

const scratch = newPostingList(1024);

function isAtHand({ terms, postings, positions }: Source): boolean {
  const entry = terms.entry();
  return (
    postings.at(entry.postings, entry.postingsLength) !== null &&
    positions.at(entry.positions, entry.positionsLength) !== null
  );
}

async function fetchTerm({ terms, postings, positions }: Source): Promise<void> {
  const entry = terms.entry();
  if (postings.at(entry.postings, entry.postingsLength) === null) {
    await postings.fill(entry.postings, entry.postingsLength);
  }
  if (positions.at(entry.positions, entry.positionsLength) === null) {
    await positions.fill(entry.positions, entry.positionsLength);
  }
}

const noBytes = new Uint8Array(0);

function copyTerm(source: Source, list: PostingList, positions: ByteWriter): void {
  const { base, numbers } = source;
  const entry = source.terms.entry();
  const bytes = source.postings.at(entry.postings, entry.postingsLength) ?? noBytes;
  const own = source.positions.at(entry.positions, entry.positionsLength) ?? noBytes;
  readList(bytes, entry.documents, scratch);
  makeRoom(list, list.count + scratch.count);
  let at = 0;
  for (let posting = 0; posting < scratch.count; posting++) {
    const use = scratch.uses[posting] as number;
    const end = own.length === 0 ? 0 : positionsEnd(own, at, use, scratch.sizes[posting] as number);
    const doc = scratch.docs[posting] as number;
    const moved = numbers === null ? base + doc : (numbers[doc] as number);
    if (moved >= 0) {
      list.docs[list.count] = moved;
      list.uses[list.count] = use;
      list.sizes[list.count++] = end - at;
      if (numbers !== null) positions.append(own, at, end);
    }
    at = end;
  }
  if (numbers === null) positions.append(own, 0, own.length);
}
