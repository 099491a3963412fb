import type { ArchiveRecord } from './archive-record.ts';
import type { ArchiveStream } from './archive-stream.ts';
import { headerOf } from './header-lines.ts';
import { warcRecordAt } from './warc-records.ts';

/** Articles of an archive, by what records that were captured again refer to them with. Keeps places, not bytes. */
export class KnownRecords {
  private readonly stream: ArchiveStream;
  private readonly places = new Map<string, { readonly offset: number; readonly number: number }>();

  constructor(stream: ArchiveStream) {
    this.stream = stream;
  }

  /** Notes a record that gave an article. One that begins in the midst of packed bytes cannot be found again. */
  add({ headers, offset, number }: ArchiveRecord): void {
    if (offset === null) return;
    for (const name of ['WARC-Payload-Digest', 'WARC-Record-ID']) {
      const key = headerOf(headers, name);
      if (key !== null && !this.places.has(key)) this.places.set(key, { offset, number });
    }
  }

  /** Reads again what a revisit refers to; null when it is not among the articles of this file. */
  async originalOf({ headers }: ArchiveRecord): Promise<ArchiveRecord | null> {
    const keys = ['WARC-Refers-To', 'WARC-Payload-Digest'].map((name) => headerOf(headers, name) ?? '');
    const place = keys.map((key) => this.places.get(key)).find((found) => found !== undefined);
    if (place === undefined) return null;
    const stream = this.stream.reopened(place.offset);
    const record = await warcRecordAt(stream);
    await stream.queue.close();
    return record === null ? null : { ...record, ...place };
  }
}
