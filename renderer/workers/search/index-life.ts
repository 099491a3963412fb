import { type ChangeQueue, readWatermark, type Watermark, writeWatermark } from '#renderer/data/search/change-queue.ts';
import { changedPlaces, type Place } from '#renderer/data/search/changed-places.ts';
import { allPlaces, countPlaces, inOrderOfTexts } from '#renderer/data/search/corpus-places.ts';
import type { DocumentReader } from '#renderer/data/search/document-reader.ts';
import type { WorkbenchDatabase } from '#renderer/data/workbench-database.ts';
import type { CorpusState, IndexState } from '#shared/contracts/search-messages.ts';
import type { EntityId } from '#shared/domain/ids.ts';
import { AppError, toPayload } from '#shared/kernel/app-error.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import type { IndexRequest, IndexResults } from '#shared/search/model/search-results.ts';
import type { SearchIndex } from '#shared/search/search-index.ts';
import { type IndexFiles, openEmpty, openOrEmpty } from './index-files.ts';
import { indexedPlaces } from './indexed-places.ts';

/** Articles taken in at once: a question that comes meanwhile waits for some tens of milliseconds. */
const BATCH = 500;
/** Changes read at once. */
const CHANGES = 256;
/** Segments that may come together while an index is built before they are merged. */
const MOST_SEGMENTS = 24;
/** After so much quiet what only memory holds is written: until then the store lists it. */
const QUIET_MS = 1500;
/** So many articles in memory are written at once. */
const MOST_FRESH = 256;
/** A question waits no longer than this for what was just committed; it is answered again when that is in. */
const PATIENCE_MS = 50;
/** Between two words about progress. */
const SAY_EVERY_MS = 100;

/** What an index lives on. */
export type LifePorts = {
  readonly db: WorkbenchDatabase;
  readonly queue: ChangeQueue;
  readonly reader: DocumentReader;
  readonly files: IndexFiles;
  /** Lets waiting questions in. */
  readonly pause: () => Promise<void>;
  readonly onState: (state: IndexState) => void;
  /** Entities came, changed or went. */
  readonly onEntities: (ids: readonly EntityId[]) => void;
};

/** What was found, and of which state of the corpus. */
export type StatedResults = IndexResults & { readonly corpus: CorpusState };

/** Keeps the index what the store is: takes changes in as they are committed, builds it anew when it is lost or damaged. */
export class IndexLife {
  private readonly ports: LifePorts;
  private index: SearchIndex;
  private mark: Watermark;
  /** One writer at a time. */
  private writing: Promise<void> = Promise.resolve();
  private isCatchingUp: Promise<void> | null = null;
  private articles = 0;
  private trouble: string | null = null;
  private rebuilt: IndexState['rebuilt'] = null;
  private flushTimer: ReturnType<typeof setTimeout> | null = null;
  private said = 0;
  private isClosed = false;
  /** Rises when the index is begun anew: what was being built is then left. */
  private generation = 0;

  private constructor(ports: LifePorts, index: SearchIndex, mark: Watermark, rebuilt: IndexState['rebuilt']) {
    this.ports = ports;
    this.index = index;
    this.mark = mark;
    this.rebuilt = rebuilt;
  }

  /** Opens the index; what it lacks is taken in meanwhile. */
  static async open(ports: LifePorts): Promise<IndexLife> {
    const { queue, files } = ports;
    const { index, isDamaged } = await openOrEmpty(files.store);
    const mark = readWatermark(index.health().watermark);
    if (mark !== null && (await queue.reaches(mark))) return IndexLife.begun(ports, index, mark, null);
    const seq = await queue.last();
    const empty = isDamaged || mark === null ? index : await openEmpty(files.store);
    const why = isDamaged || mark !== null ? 'damaged' : 'missing';
    return IndexLife.begun(ports, empty, { store: queue.store, seq, isWhole: false }, why);
  }

  private static begun(ports: LifePorts, index: SearchIndex, mark: Watermark, why: IndexState['rebuilt']): IndexLife {
    const life = new IndexLife(ports, index, mark, why);
    void life.write(() => (mark.isWhole ? Promise.resolve() : life.build()));
    ports.queue.watch(() => void life.catchUp());
    return life;
  }

  private get corpus(): CorpusState {
    return { isWhole: this.mark.isWhole, seq: this.mark.seq };
  }

  /**
   * Answers from all that is ready, with what was committed before the question wherever that is in within its patience.
   *
   * @throws {AppError} `cancelled`
   */
  async search(request: IndexRequest): Promise<StatedResults> {
    await this.settle();
    const { index, corpus } = this;
    try {
      return { ...(await index.search(request)), corpus };
    } catch (error) {
      if (!isDamage(error)) throw error;
      // nothing that a damaged index says is to be believed: what is ready of the new one answers
      if (index === this.index) await this.beginAnew('damaged');
      return { corpus: this.corpus, ...(await this.index.search(request)) };
    }
  }

  /** Waits for what was just committed, but not for long. */
  async settle(): Promise<void> {
    if ((await this.ports.queue.last()) <= this.mark.seq) return;
    await Promise.race([this.catchUp(), new Promise((resume) => setTimeout(resume, PATIENCE_MS))]);
  }

  /** Throws the index away and builds it anew in the background. */
  rebuild(): Promise<void> {
    return this.beginAnew('asked');
  }

  /** Ends when all that was begun is done; for tests and for closing. */
  async idle(): Promise<void> {
    await this.catchUp();
    await this.writing;
  }

  /** Lets go of the files. */
  close(): void {
    this.isClosed = true;
    if (this.flushTimer !== null) clearTimeout(this.flushTimer);
    this.ports.files.store.close();
  }

  /** How the index stands. */
  async state(): Promise<IndexState> {
    this.articles = await countPlaces(this.ports.db);
    return this.stateNow();
  }

  private stateNow(): IndexState {
    const { documents, segments, bytes } = this.index.health();
    const { place } = this.ports.files;
    const { corpus, trouble, rebuilt, articles } = this;
    return { documents, segments, bytes, place, articles, isWhole: corpus.isWhole, corpus, trouble, rebuilt };
  }

  /** Takes in all changes that are listed. */
  private catchUp(): Promise<void> {
    this.isCatchingUp ??= this.write(async () => {
      this.isCatchingUp = null;
      await this.takeChanges();
    });
    return this.isCatchingUp;
  }

  private async takeChanges(): Promise<void> {
    const { db, queue } = this.ports;
    let isNew = false;
    for (;;) {
      const changes = await queue.since(this.mark.seq, CHANGES);
      const last = changes.at(-1);
      if (!last) break;
      this.ports.onEntities([...new Set(changes.flatMap(({ names }) => names))]);
      const { places, cases } = await changedPlaces(db, changes);
      const wide = (await Promise.all(cases.map((caseId) => this.placesOf(caseId)))).flat();
      await this.take([...places, ...wide]);
      this.mark = { ...this.mark, seq: last.seq };
      isNew = true;
    }
    if (!isNew) return;
    this.tell(await this.state());
    if (this.index.health().fresh >= MOST_FRESH) await this.flush();
    else this.flushSoon();
  }

  /** All documents of a case, those of the store and those of the index. */
  private async placesOf(caseId: Place['caseId']): Promise<Place[]> {
    return [...(await allPlaces(this.ports.db, caseId)), ...(await indexedPlaces(this.index, caseId))];
  }

  /** Takes documents in as the store has them now; those it has no more are taken out. */
  private async take(places: readonly Place[]): Promise<void> {
    for (let at = 0; at < places.length; at += BATCH) {
      const some = places.slice(at, at + BATCH);
      const documents = await this.ports.reader.read(some);
      const standing = new Set(documents.map((one) => `${one.caseId} ${one.articleId}`));
      const gone = some.filter((one) => !standing.has(`${one.caseId} ${one.articleId}`));
      if (documents.length > 0) await this.index.put(documents);
      if (gone.length > 0) await this.index.remove(gone);
      if (places.length > BATCH) await this.ports.pause();
    }
  }

  /** Takes in all that the index lacks; where it was interrupted, it goes on from there. */
  private async build(): Promise<void> {
    const { db, pause } = this.ports;
    const known = new Set((await indexedPlaces(this.index, null)).map((one) => `${one.caseId} ${one.articleId}`));
    const lacking = (await allPlaces(db)).filter((one) => !known.has(`${one.caseId} ${one.articleId}`));
    this.tell(await this.state());
    const ordered = lacking.length > BATCH ? await inOrderOfTexts(db, lacking) : lacking;
    const { generation } = this;
    for (let at = 0; at < ordered.length && generation === this.generation && !this.isClosed; at += BATCH) {
      await this.take(ordered.slice(at, at + BATCH));
      await this.index.flush(writeWatermark(this.mark));
      await this.takeChanges();
      if (this.index.health().segments > MOST_SEGMENTS) await this.index.merge(this.unhurried());
      if (performance.now() - this.said > SAY_EVERY_MS) this.tell(await this.state());
      await pause();
    }
    if (generation !== this.generation || this.isClosed) return;
    this.mark = { ...this.mark, isWhole: true };
    await this.flush();
    this.tell(await this.state());
  }

  private unhurried(): JobControl {
    return { signal: { aborted: false }, onProgress: () => {}, pause: this.ports.pause };
  }

  private flushSoon(): void {
    if (this.flushTimer !== null) clearTimeout(this.flushTimer);
    this.flushTimer = setTimeout(() => void this.write(() => this.flush()), QUIET_MS);
  }

  /** Writes what only memory holds; only then does the store stop listing it. */
  private async flush(): Promise<void> {
    const { seq } = this.mark;
    await this.index.flush(writeWatermark(this.mark));
    if (this.index.health().isMergeDue) {
      await this.index.merge(this.unhurried());
      await this.index.flush(writeWatermark(this.mark));
    }
    if (this.mark.isWhole) await this.ports.queue.forget(seq);
    if (this.trouble !== null) {
      this.trouble = null;
      this.tell(await this.state());
    }
  }

  /** Empties the index and begins to build it; ends when it is empty. */
  private async beginAnew(why: IndexState['rebuilt']): Promise<void> {
    this.generation++;
    await this.write(async () => {
      const seq = await this.ports.queue.last();
      this.index = await openEmpty(this.ports.files.store);
      this.mark = { store: this.ports.queue.store, seq, isWhole: false };
      this.rebuilt = why;
      this.tell(await this.state());
    });
    void this.write(() => this.build());
  }

  /** Does one thing after another; damage that shows is cured, all else is told. */
  private write(work: () => Promise<void>): Promise<void> {
    const done = this.writing.then(async () => {
      if (this.isClosed) return;
      try {
        await work();
      } catch (error) {
        if (this.isClosed) return;
        if (isDamage(error)) {
          void this.beginAnew('damaged');
          return;
        }
        console.error(error);
        this.trouble = toPayload(error).message;
        this.tell(this.stateNow());
      }
    });
    this.writing = done;
    return done;
  }

  private tell(state: IndexState): void {
    this.said = performance.now();
    this.ports.onState(state);
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof AppError && error.code === 'altered';
}
