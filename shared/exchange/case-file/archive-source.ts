import type { ChainId, LedgerEntry } from '#shared/domain/ledger.ts';
import type { CaseBody, CaseRow, CaseSource, CaseSummary, CaseTable } from '#shared/exchange/case-ports.ts';
import { type CaseFileSummary, rowOfLine, type TextLine } from './file-schemas.ts';
import { readLines } from './json-lines.ts';
import { hasTable, ledgerPath, tablePath } from './layout.ts';
import type { CaseArchive } from './open-case-archive.ts';

/** Reads a verified case file as a sink takes it; every iterator reads the file anew. */
export class ArchiveSource implements CaseSource {
  readonly #archive: CaseArchive;
  readonly #summary: CaseFileSummary;

  constructor(archive: CaseArchive, summary: CaseFileSummary) {
    this.#archive = archive;
    this.#summary = summary;
  }

  async summary(): Promise<CaseSummary> {
    const { caseId, name, exportedBy, counts, heads } = this.#summary;
    return { caseId, name, exportedBy, counts, heads };
  }

  async *rows<T extends CaseTable>(table: T): AsyncGenerator<CaseRow<T>> {
    if (!hasTable(this.#summary.formatVersion, table)) return;
    const path = tablePath(table);
    for await (const lines of readLines(path, this.#archive.part(path).stream())) {
      // parsed against its schema when the file was verified, and as it was then: the file is read, never written
      for (const { value } of lines) yield rowOfLine(table, Object(value));
    }
  }

  async *captures(): AsyncGenerator<CaseBody> {
    for await (const { id, member } of this.#archive.captures()) yield { id, bytes: await member.whole() };
  }

  async *texts(): AsyncGenerator<CaseBody> {
    const path = tablePath('texts');
    const encoder = new TextEncoder();
    for await (const lines of readLines(path, this.#archive.part(path).stream())) {
      for (const { value } of lines) {
        const { id, text } = value as TextLine;
        yield { id, bytes: encoder.encode(text) };
      }
    }
  }

  async chains(): Promise<readonly ChainId[]> {
    return this.#summary.heads.map(({ chain }) => chain);
  }

  async *entries(chain: ChainId): AsyncGenerator<LedgerEntry> {
    const path = ledgerPath(chain);
    for await (const lines of readLines(path, this.#archive.part(path).stream())) {
      for (const { value } of lines) yield value as LedgerEntry;
    }
  }

  /** A file that was changed since it was verified cannot be read any more: the browser sees to that. */
  async isUnchanged(): Promise<boolean> {
    return true;
  }
}
