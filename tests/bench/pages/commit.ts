import { Dexie } from 'dexie';
import { packBodies } from '#renderer/data/body-store.ts';
import { newGroup } from '#renderer/data/commit.ts';
import { everyTable } from '#renderer/data/migrations/001-every-table.ts';
import { openWorkspace, type Workspace } from '#renderer/data/workspace.ts';
import { creation } from '#shared/custody/make-change.ts';
import type { Acquisition } from '#shared/domain/acquisition.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/domain/ledger.ts';
import { instantOf } from '#shared/kernel/instant.ts';
import type { Ports } from '#shared/kernel/ports.ts';
import { uuidV7 } from '#shared/kernel/uuid.ts';
import { anchorOf, type SampleArticle, sampleArticle, typeNamed } from '#tests/support/sample-rows.ts';

/** Milliseconds that each side took for the same rows in the same number of transactions, round by round. */
export type Rounds = { readonly ours: readonly number[]; readonly plain: readonly number[] };

type PlainRows = Readonly<Record<string, readonly object[]>>;

const ports: Ports = {
  now: () => Date.now(),
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

/** Both sides take turns, so that what else the machine does falls on both. */
class Duel {
  readonly workspace: Workspace;
  readonly caseId: CaseId;
  private readonly plain: Dexie;
  private articles = 0;

  constructor(workspace: Workspace, caseId: CaseId, plain: Dexie) {
    this.workspace = workspace;
    this.caseId = caseId;
    this.plain = plain;
  }

  /** One tag a transaction: an entity, a highlight, the mention between them. */
  async single(rounds: number, commits: number): Promise<Rounds> {
    const [article] = await this.imported(1);
    if (!article) throw new Error('No article.');
    return this.rounds(rounds, () => {
      const steps = Array.from({ length: commits }, () => this.tag(article));
      return {
        ours: async () => {
          for (const changes of steps) {
            await this.workspace.commit({ caseId: this.caseId, action: 'entity:tag', words: 'Tag', changes });
          }
        },
        plain: async () => {
          for (const changes of steps) await this.put(rowsOf(changes));
        },
      };
    });
  }

  /** A thousand highlights in one transaction. */
  async grouped(rounds: number, size: number): Promise<Rounds> {
    const [article] = await this.imported(1);
    if (!article) throw new Error('No article.');
    return this.rounds(rounds, () => {
      const changes = Array.from({ length: size }, () => {
        const made = anchorOf(article.text.text, article.article.textId, 'market');
        return creation('highlights', this.workspace.highlights.draft(this.caseId, article.article.id, made));
      });
      return {
        ours: async () => {
          await this.workspace.commit({ caseId: this.caseId, action: 'entity:tag', words: 'Tag everywhere', changes });
        },
        plain: () => this.put(rowsOf(changes)),
      };
    });
  }

  /** A thousand articles in one transaction. */
  async imports(rounds: number, size: number): Promise<Rounds> {
    return this.rounds(rounds, () => {
      const samples = this.samples(size);
      return { ours: () => this.take(samples), plain: () => this.put(this.importRows(samples)) };
    });
  }

  private async rounds(
    count: number,
    prepare: () => { ours: () => Promise<void>; plain: () => Promise<void> },
  ): Promise<Rounds> {
    const result = { ours: [] as number[], plain: [] as number[] };
    for (let round = 0; round < count; round++) {
      const { ours, plain } = prepare();
      const turns = [
        async () => result.ours.push(await timed(ours)),
        async () => result.plain.push(await timed(plain)),
      ];
      for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
    }
    return result;
  }

  private async put(rows: PlainRows): Promise<void> {
    await this.plain.transaction('rw', Object.keys(rows), async () => {
      for (const [table, list] of Object.entries(rows)) await this.plain.table(table).bulkPut([...list]);
    });
  }

  private tag({ article, text }: SampleArticle): Change[] {
    const { highlights, entities } = this.workspace;
    const highlight = highlights.draft(this.caseId, article.id, anchorOf(text.text, article.textId, 'market'));
    const entity = entities.draft(`Name ${uuidV7(ports)}`, typeNamed('Person'), 'passage');
    const mention = {
      id: uuidV7(ports) as never,
      caseId: this.caseId,
      highlightIds: [highlight.id],
      entityId: entity.id,
      relationId: null,
    };
    return [creation('entities', entity), creation('highlights', highlight), creation('mentions', mention)];
  }

  private samples(size: number): SampleArticle[] {
    return Array.from({ length: size }, () => {
      const number = this.articles++;
      return sampleArticle(`Report ${number}. ${'Shells hit the market of Tell Tamr on Monday. '.repeat(70)}`);
    });
  }

  private async imported(size: number): Promise<SampleArticle[]> {
    const samples = this.samples(size);
    await this.take(samples);
    return samples;
  }

  private async take(samples: readonly SampleArticle[]): Promise<void> {
    await this.workspace.importBatch({
      caseId: this.caseId,
      group: newGroup(ports),
      words: `Import ${samples.length} files`,
      captures: samples.map(({ capture }) => capture),
      articles: samples.map(({ article }) => article),
      texts: samples.map(({ text }) => text),
      acquisitions: samples.map(acquisitionOf),
      metadata: [],
      sources: [],
      outcomes: [],
    });
  }

  /** The very rows that an import stores, without what the store keeps beside them. */
  private importRows(samples: readonly SampleArticle[]): PlainRows {
    const captures = packBodies(
      samples.map(({ capture }) => capture.bytes),
      ports,
    );
    const texts = packBodies(
      samples.map(({ text }) => new TextEncoder().encode(text.text)),
      ports,
    );
    return {
      bodies: [...captures.packs, ...texts.packs],
      captures: samples.map(({ capture: { id, mediaType, bytes } }, at) => ({
        id,
        mediaType,
        size: bytes.length,
        body: captures.references[at],
      })),
      articles: samples.map(({ article }) => article),
      texts: samples.map(({ text: { version } }, at) => ({ ...version, body: texts.references[at] })),
      acquisitions: samples.map(acquisitionOf),
      caseArticles: samples.map(({ article }) => ({
        caseId: this.caseId,
        articleId: article.id,
        status: 'inbox',
        tags: [],
        grade: null,
        note: '',
        added: instantOf(0),
      })),
    };
  }
}

function acquisitionOf({ article, capture }: SampleArticle): Acquisition {
  return {
    id: uuidV7(ports) as Acquisition['id'],
    captureId: capture.id,
    articleId: article.id,
    importId: null,
    fileName: 'report.txt',
    position: '',
    url: null,
    httpDate: null,
    capturedAt: null,
    capturedBy: null,
    capturedWith: null,
    importedAt: instantOf(0),
  };
}

function rowsOf(changes: readonly Change[]): PlainRows {
  const rows: Record<string, object[]> = {};
  for (const { table, after } of changes) {
    const list = rows[table] ?? [];
    list.push(Object(after));
    rows[table] = list;
  }
  return rows;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function open(): Promise<Duel> {
  const workspace = await openWorkspace({ ...ports, name: `bench-${Date.now()}` });
  const caseId = await workspace.cases.create('Bench');
  const plain = new Dexie(`bench-plain-${Date.now()}`, { chromeTransactionDurability: 'strict', cache: 'disabled' });
  plain.version(1).stores(everyTable.stores);
  await plain.open();
  return new Duel(workspace, caseId, plain);
}

Object.assign(globalThis, { openDuel: open });
