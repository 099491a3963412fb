import { caseOfChain, personOfChain, textIdOf } from '#shared/custody/identify.ts';
import { ChainVerifier } from '#shared/custody/verify-chain.ts';
import type { BodyReference } from '#shared/domain/body-reference.ts';
import type { ChainId } from '#shared/domain/ledger.ts';
import { type Pointer, pointersOf, references } from '#shared/domain/references.ts';
import { type Row, rowId, type TableName } from '#shared/domain/tables.ts';
import { ownBytes, sha256Of } from '#shared/exchange/bag/digest.ts';
import { type CaseBody, type CaseSource, type CaseTable, caseTables } from '#shared/exchange/case-ports.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { type JobControl, throwIfCancelled } from '#shared/kernel/job-control.ts';
import { packBodies } from './body-store.ts';
import { keyOfRow } from './row-key.ts';
import type { Staging } from './staging.ts';
import { storedEntry } from './stored-entry.ts';
import { checkRow } from './transaction/apply-changes.ts';
import type { WorkspaceCore } from './workspace-core.ts';

/** Rows, bodies or entries of one staged part at most: each part costs a wait for the disk. */
const CHUNK = 4000;
/** Bytes of bodies of one staged part, but for a single larger one. */
const PART_BYTES = 8_000_000;
/** Items between two looks at whether the analyst has cancelled. */
const PAUSE_EVERY = 500;
/** What an entry is taken to weigh; those of imports name a thousand rows each. */
const ENTRY_BYTES = 16_000;

/** Tables that something points at. */
const targets: ReadonlySet<TableName> = new Set(references.map(({ to }) => to));

/** A pointer whose row has not come yet, and the row that holds it. */
type Pointing = { readonly table: TableName; readonly id: string; readonly pointer: Pointer };

/** Reads a case from outside, checks every piece of it and stages it. */
export class CaseReader {
  private readonly core: WorkspaceCore;
  private readonly source: CaseSource;
  private readonly staging: Staging;
  private readonly job: JobControl;
  private readonly captures = new Map<string, BodyReference>();
  private readonly seen = new Set<string>();
  private readonly last = new Map<TableName, string>();
  private readonly pointedAt = new Map<string, Pointing>();
  private readonly keys = new Map<string, string>();
  private done = 0;

  constructor(core: WorkspaceCore, source: CaseSource, staging: Staging, job: JobControl) {
    this.core = core;
    this.source = source;
    this.staging = staging;
    this.job = job;
  }

  /** Reads, checks and stages everything. */
  async readAll(): Promise<void> {
    await this.readCaptures();
    for (const table of caseTables) await this.readRows(table);
    await this.checkPointers();
    for (const chain of await this.source.chains()) await this.readChain(chain);
  }

  private async readCaptures(): Promise<void> {
    let staging: Promise<void> = Promise.resolve();
    for await (const bodies of chunks(this.ticking(this.source.captures()), ({ bytes }) => bytes.length)) {
      await staging;
      staging = this.stageCaptures(bodies);
      staging.catch(() => undefined); // thrown where it is awaited; until then the next are read
    }
    await staging;
  }

  private async stageCaptures(bodies: readonly CaseBody[]): Promise<void> {
    const hashes = await Promise.all(bodies.map(({ bytes }) => sha256Of(ownBytes(bytes))));
    for (const [at, { id }] of bodies.entries()) {
      if (hashes[at] !== id) throw altered(`The capture ${id} is not what its hash says.`);
    }
    const references = await this.stageBodies(bodies);
    for (const [at, { id }] of bodies.entries()) this.captures.set(id, references[at] ?? lost('captures', id));
  }

  private async stageBodies(bodies: readonly CaseBody[]): Promise<readonly BodyReference[]> {
    const { packs, references } = packBodies(
      bodies.map(({ bytes }) => bytes),
      this.core.writer.ports,
    );
    await this.staging.add({ kind: 'packs', ids: packs.map(({ id }) => id) }, packs);
    return references;
  }

  private async readRows(table: CaseTable): Promise<void> {
    const rows = table === 'texts' ? this.textRows() : this.otherRows(table);
    for await (const part of chunks(rows, () => 0)) {
      for (const row of part) {
        checkRow(table, row);
        this.note(table, row);
      }
      await this.staging.add({ kind: 'rows', table, rows: part });
    }
  }

  private async *otherRows(table: Exclude<CaseTable, 'texts'>): AsyncGenerator<Row<TableName>> {
    for await (const row of this.ticking(this.source.rows(table))) {
      if (table !== 'captures') yield row as Row<TableName>;
      else {
        const id = String(Object(row).id);
        yield { ...row, body: this.captures.get(id) ?? lost(table, id) } as Row<TableName>;
      }
    }
  }

  /** Rows and words of texts come in the same order; a text's id covers both. */
  private async *textRows(): AsyncGenerator<Row<TableName>> {
    const words = this.source.texts()[Symbol.asyncIterator]();
    for await (const rows of chunks(this.ticking(this.source.rows('texts')), ({ length }) => length)) {
      const bodies: CaseBody[] = [];
      for (const row of rows) {
        const { value } = await words.next();
        if (!value || value.id !== row.id) lost('texts', row.id);
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(value.bytes);
        if (textIdOf(text, row) !== row.id) throw altered(`The text ${row.id} is not what its hash says.`);
        bodies.push(value);
      }
      const references = await this.stageBodies(bodies);
      for (const [at, row] of rows.entries()) yield { ...row, body: references[at] ?? lost('texts', row.id) };
    }
  }

  private note(table: TableName, row: Row<TableName>): void {
    const id = rowId(table, row);
    this.noteId(table, id);
    if ('publicKey' in row) this.keys.set(row.id, row.publicKey);
    for (const pointer of pointersOf(table, row)) {
      const target = `${pointer.to} ${pointer.id}`;
      if (!this.seen.has(target)) this.pointedAt.set(target, { table, id, pointer });
    }
  }

  /** Ids that something may point at are remembered; of the others, which come in their order, the last. */
  private noteId(table: TableName, id: string): void {
    const label = `${table} ${id}`;
    const isAgain = targets.has(table) ? this.seen.has(label) : id <= (this.last.get(table) ?? '');
    if (isAgain) throw new AppError('bad-input', `${label} is there twice or out of order. Nothing was changed.`);
    if (targets.has(table)) this.seen.add(label);
    else this.last.set(table, id);
    this.pointedAt.delete(label);
  }

  /** What a row points at has to come with it, or to stand here already. */
  private async checkPointers(): Promise<void> {
    for (const [target, { table, id, pointer }] of this.pointedAt) {
      if (await this.core.writer.db.rows(pointer.to).get(keyOfRow(pointer.to, pointer.id))) continue;
      const words = `${table} ${id} points by ${pointer.path} at ${target}, which is not there.`;
      throw new AppError('bad-input', `${words} Nothing was changed.`);
    }
  }

  private async readChain(chain: ChainId): Promise<void> {
    const { caseId, heads } = await this.source.summary();
    if (caseOfChain(chain) !== caseId) throw altered(`The chain ${chain} is of another case.`);
    const verifier = new ChainVerifier(chain, this.core.writer.ports.now());
    for await (const entries of chunks(this.ticking(this.source.entries(chain)), () => ENTRY_BYTES)) {
      for (const entry of entries) verifier.add(entry);
      await this.staging.add({ kind: 'entries', entries: entries.map(storedEntry) });
    }
    const head = heads.find((each) => each.chain === chain) ?? null;
    const [fault] = verifier.end(head, this.keys.get(personOfChain(chain)) ?? null).faults;
    if (fault) throw altered(`${fault.words} (${chain})`);
  }

  private async *ticking<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const item of items) {
      if (this.done++ % PAUSE_EVERY === 0) {
        throwIfCancelled(this.job);
        this.job.onProgress(this.done, null);
        await this.job.pause();
      }
      yield item;
    }
  }
}

/** Gathers items into parts of a bounded number and size. */
async function* chunks<T>(items: AsyncIterable<T>, sizeOf: (item: T) => number): AsyncGenerator<T[]> {
  let open: T[] = [];
  let size = 0;
  for await (const item of items) {
    open.push(item);
    size += sizeOf(item);
    if (open.length < CHUNK && size < PART_BYTES) continue;
    yield open;
    open = [];
    size = 0;
  }
  if (open.length > 0) yield open;
}

function lost(table: string, id: string): never {
  throw new AppError('bad-input', `The bytes of ${table} ${id} are missing. Nothing was changed.`);
}

function altered(words: string): AppError {
  return new AppError('altered', `${words} Nothing was changed.`);
}
