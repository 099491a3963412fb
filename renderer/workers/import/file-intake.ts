import type { Workspace } from '#renderer/data/workspace.ts';
import { moment } from '#renderer/data/workspace-core.ts';
import { derivedId } from '#shared/custody/identify.ts';
import type { Container, ContainerRecord } from '#shared/domain/container.ts';
import type { CaptureId, CaseId, ContainerId, ImportId, RecordListId } from '#shared/domain/ids.ts';
import { FileTally, type FileVerdict, isFailure } from './file-tally.ts';
import type { OpenBatch } from './open-batch.ts';
import type { ParsedEnd, ParsedRecord } from './parsed-file.ts';
import type { RecordTaker } from './record-taker.ts';

/** Records of one row of a list. */
const LISTED = 500;
/** Failed records of one file that are named one by one in the log; the list of its records names them all. */
const MOST_NAMED = 500;

/** Where what a file brings goes. */
export type Intake = {
  readonly workspace: Workspace;
  readonly caseId: CaseId;
  readonly importId: ImportId;
  readonly batch: OpenBatch;
  readonly taker: RecordTaker;
};

/** A file as it was chosen. */
export type IntakeFile = { readonly number: number; readonly path: string; readonly size: number };

/** Takes in what is read of one file, record by record, and says in the end what became of it. */
export class FileIntake {
  readonly tally = new FileTally();
  private readonly file: IntakeFile;
  private readonly into: Intake;
  private readonly containerId: ContainerId;
  private listed: ContainerRecord[] = [];
  private lists = 0;
  private seen = 0;
  private named = 0;

  constructor(file: IntakeFile, into: Intake) {
    this.file = file;
    this.into = into;
    // the same when the file is read again after a crash
    this.containerId = derivedId('container', into.importId, String(file.number)) as ContainerId;
  }

  /** Takes in some records. */
  async take(records: readonly ParsedRecord[]): Promise<void> {
    const { taker } = this.into;
    const fileName = this.file.path;
    const articles = records.flatMap(({ article, position }) =>
      article ? [{ fileName, position, parsed: article }] : [],
    );
    const verdicts = (await taker.take(articles)).values();
    for (const record of records) {
      const verdict = record.article ? verdicts.next().value : undefined;
      if (verdict) this.tally.add(verdict);
      if (record.left) this.leave(record);
      if (record.position !== '') this.list(record, verdict?.articleId ?? null);
    }
  }

  /** Ends with what is known of the whole file. */
  end({ container, whole, sha256 }: ParsedEnd): FileVerdict {
    const verdict = this.tally.verdict(container !== null, sha256);
    if (container) {
      const captureId = whole && sha256 ? (sha256 as string as CaptureId) : null;
      if (whole && captureId) this.into.batch.keep({ id: captureId, mediaType: container.mediaType, bytes: whole });
      this.close({ ...container, sha256, captureId });
    }
    return verdict;
  }

  /** Ends a file that was not read to its end; what is in stays. */
  cutOff(): void {
    if (this.seen === 0) return;
    const unknown = { format: '', mediaType: 'application/octet-stream', facts: [], sha256: null, captureId: null };
    this.close({ ...unknown, remarks: ['It was not read to its end.'] });
  }

  private leave({ left, position }: ParsedRecord): void {
    if (!left) return;
    this.tally.leave(left, position);
    if (position === '' || !isFailure(left, position) || this.named === MOST_NAMED) return;
    this.named++;
    const { number, path: fileName } = this.file;
    const { code, reason } = left;
    this.into.batch.note(
      number,
      { fileName, position, result: 'failed', reason, articleId: null, code },
      this.seen + 1,
    );
  }

  private list(record: ParsedRecord, articleId: ContainerRecord['articleId']): void {
    const { position, name, mediaType, size, sha256, reason } = record;
    this.seen++;
    this.listed.push({ position, name, mediaType, size, sha256, articleId, reason });
    if (this.listed.length === LISTED) this.flush();
  }

  private flush(): void {
    const { containerId, lists: part, listed: records } = this;
    const id = derivedId('records', containerId, String(part)) as RecordListId;
    this.into.batch.addRecords({ id, caseId: this.into.caseId, containerId, part, records });
    this.listed = [];
    this.lists++;
  }

  private close(known: Pick<Container, 'format' | 'mediaType' | 'facts' | 'remarks' | 'sha256' | 'captureId'>): void {
    if (this.listed.length > 0) this.flush();
    const { workspace, caseId, importId, batch } = this.into;
    const { path: fileName, size } = this.file;
    const counts = { records: this.seen, taken: this.tally.taken };
    const importedAt = moment(workspace.core);
    batch.addContainer({ ...known, ...counts, id: this.containerId, caseId, importId, fileName, size, importedAt });
  }
}
