import type { ArticleId } from '#shared/domain/ids.ts';
import { judgePair } from '#shared/ingest/copies/judge-pair.ts';
import { RunPlaces } from '#shared/ingest/copies/run-places.ts';
import { sampleRuns } from '#shared/ingest/copies/sample-runs.ts';
import { type Shingles, shinglesOf } from '#shared/ingest/copies/text-shingles.ts';
import { withoutFolds } from '#shared/ingest/copies/without-folds.ts';
import { type JobControl, throwIfCancelled } from '#shared/kernel/job-control.ts';
import { type BodyStore, packReader } from './body-store.ts';
import type { CopiesDatabase, CopyPairRow, SketchRow } from './copies-database.ts';
import { writeTransaction } from './transaction/write-transaction.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** Articles looked at between two writes. */
const CHUNK = 200;
/** Share of the shorter text's sampled runs from which the whole texts are compared: under half of what makes a copy. */
const WORTH_A_LOOK = 0.12;
const LEAST_SHARED = 2;
/** Compared texts that are kept: copies of one story come in together. */
const MOST_KEPT = 400;

/** What a run has done. */
export type KeptCopies = {
  /** Articles that were looked at. */
  readonly read: number;
  /** Pairs that were found. */
  readonly found: number;
};

/** Finds copies among all articles of a workspace, and keeps what it found in step with them. */
export class CopyKeeper {
  private readonly db: WorkbenchDatabase;
  private readonly copies: CopiesDatabase;
  private readonly bodies: BodyStore;
  private readonly places = new RunPlaces();
  /** By number; null once the article has gone or has another text. */
  private readonly texts: (Pick<SketchRow, 'articleId'> & { readonly size: number })[] = [];
  private readonly numbers = new Map<ArticleId, number>();
  private readonly kept = new Map<ArticleId, Shingles>();

  constructor(db: WorkbenchDatabase, copies: CopiesDatabase) {
    this.db = db;
    this.copies = copies;
    this.bodies = packReader(db);
  }

  /**
   * Compares what is new since the last run, and forgets what has gone. May be stopped and run again at any time.
   *
   * @throws {AppError} `cancelled`; what was found stays
   */
  async run(job: JobControl): Promise<KeptCopies> {
    const stale = await this.staleArticles();
    let found = 0;
    for (let done = 0; done < stale.length; done += CHUNK) {
      throwIfCancelled(job);
      found += await this.take(stale.slice(done, done + CHUNK), job);
      job.onProgress(Math.min(done + CHUNK, stale.length), stale.length);
    }
    return { read: stale.length, found };
  }

  /** Articles without a sketch of their present text. Sketches of others are read in, those of gone articles deleted. */
  private async staleArticles(): Promise<ArticleId[]> {
    const stored = new Map<ArticleId, SketchRow>();
    await this.copies.sketches.each((row) => stored.set(row.articleId, row));
    const stale: ArticleId[] = [];
    const present = new Set<ArticleId>();
    await this.db.articles.each(({ id, textId }) => {
      present.add(id);
      const sketch = stored.get(id);
      if (sketch?.textId === textId) this.know(sketch);
      else stale.push(id);
    });
    const gone = [...stored.keys()].filter((id) => !present.has(id));
    await this.forget([...gone, ...stale.filter((id) => stored.has(id))]);
    return stale;
  }

  private async take(ids: readonly ArticleId[], job: JobControl): Promise<number> {
    const sketches: SketchRow[] = [];
    const pairs: CopyPairRow[] = [];
    for (const id of ids) {
      const article = await this.db.articles.get(id);
      if (!article) continue;
      const shingles = await this.shinglesOf(id);
      const sketch = { articleId: id, textId: article.textId, runs: sampleRuns(shingles) };
      pairs.push(...(await this.pairsWith(sketch, shingles)));
      sketches.push(sketch);
      this.know(sketch);
      await job.pause();
    }
    await writeTransaction(this.copies, async () => {
      await this.copies.pairs.bulkPut(pairs);
      await this.copies.sketches.bulkPut(sketches);
    });
    return pairs.length;
  }

  private async pairsWith({ articleId, runs }: SketchRow, shingles: Shingles): Promise<CopyPairRow[]> {
    const pairs: CopyPairRow[] = [];
    for (const [place, shared] of this.places.sharing(runs)) {
      const other = this.texts[place];
      if (other === undefined || this.numbers.get(other.articleId) !== place || other.articleId === articleId) continue;
      const isWorth = shared >= LEAST_SHARED && shared >= Math.min(other.size, runs.length) * WORTH_A_LOOK;
      const likeness = isWorth ? judgePair(await this.shinglesOf(other.articleId), shingles) : null;
      const [a, b] = other.articleId < articleId ? [other.articleId, articleId] : [articleId, other.articleId];
      if (likeness) pairs.push({ a, b, ...likeness });
    }
    return pairs;
  }

  private know({ articleId, runs }: SketchRow): void {
    if (this.numbers.has(articleId)) return;
    this.numbers.set(articleId, this.texts.length);
    this.places.add(this.texts.length, runs);
    this.texts.push({ articleId, size: runs.length });
  }

  private async forget(ids: readonly ArticleId[]): Promise<void> {
    for (const id of ids) {
      this.numbers.delete(id);
      this.kept.delete(id);
    }
    if (ids.length === 0) return;
    await writeTransaction(this.copies, async () => {
      await this.copies.sketches.bulkDelete([...ids]);
      await this.copies.pairs.where('b').anyOf(ids).delete();
      for (const id of ids) await this.copies.pairs.where('[a+b]').between([id, ''], [id, '\uffff']).delete();
    });
  }

  /** The runs of an article's text without what is folded. */
  private async shinglesOf(id: ArticleId): Promise<Shingles> {
    const kept = this.kept.get(id);
    if (kept) return kept;
    const textId = (await this.db.articles.get(id))?.textId ?? null;
    const version = textId === null ? undefined : await this.db.texts.get(textId);
    const text = version ? new TextDecoder().decode(await this.bodies.read(version.body)) : '';
    const shingles = shinglesOf(withoutFolds(text, version?.folds ?? []));
    this.kept.set(id, shingles);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return shingles;
  }
}
