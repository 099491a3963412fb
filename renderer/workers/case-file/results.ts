import type { CaseId } from '#shared/domain/ids.ts';
import type { LedgerHead } from '#shared/domain/ledger.ts';
import type { CaseFilePreview } from '#shared/exchange/case-file/read-case-file.ts';
import type { CaseRestored } from '#shared/exchange/case-ports.ts';
import type { ErrorPayload } from '#shared/kernel/app-error.ts';

/** A case file that was written and verified; it lies on the browser's shelf until it is dropped, or swept hours later. */
export type WrittenFile = {
  readonly type: 'written';
  readonly caseId: CaseId;
  readonly caseName: string;
  readonly file: Blob;
  readonly sha256: string;
  readonly bytes: number;
  /** The heads of the case as the file has them. */
  readonly heads: readonly LedgerHead[];
};

/** What a file is about that was found whole. */
export type VerifiedFile = { readonly type: 'verified'; readonly preview: CaseFilePreview };

/** What bringing a case in came to. */
export type RestoredFile = {
  readonly type: 'restored';
  readonly preview: CaseFilePreview;
  readonly restored: CaseRestored;
};

/** What a job ends with. */
export type CaseFileResult = WrittenFile | VerifiedFile | RestoredFile;

/** How far a job is: which part of it, and how much of that. */
export type CaseFileProgress = {
  readonly phase: 'writing' | 'verifying' | 'restoring';
  readonly done: number;
  /** Null while it is not known. */
  readonly total: number | null;
};

/** What the worker tells: progress, then one result or the error that ended the job. */
export type CaseFileMessage =
  | (CaseFileProgress & { readonly type: 'progress' })
  | CaseFileResult
  | { readonly type: 'broken'; readonly error: ErrorPayload };
