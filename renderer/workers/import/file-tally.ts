import type { ArticleId, Hash } from '#shared/domain/ids.ts';
import type { Outcome } from '#shared/domain/import.ts';
import type { LeftRecord } from './parsed-file.ts';

/** What became of one article of a file. */
export type Verdict = Pick<Outcome, 'reason' | 'articleId'> & { readonly result: 'imported' | 'duplicate' };

/** What became of a whole file: an outcome without its names. */
export type FileVerdict = Pick<Outcome, 'result' | 'reason' | 'articleId' | 'code' | 'articles' | 'sha256'>;

/** Records that hold no article without anything being wrong with them: images of a crawl, redirects. */
const NO_FAULT: ReadonlySet<string> = new Set(['no-article', 'no-text', 'unknown-format']);

/** Whether a record that gave no article is to be named as failed. What is chosen itself always is. */
export function isFailure({ code }: LeftRecord, position: string): boolean {
  return position === '' || !NO_FAULT.has(code);
}

/** Counts what becomes of the records of one file, and says it in words. */
export class FileTally {
  imported = 0;
  duplicates = 0;
  /** Records that could not be read, and were named. */
  failed = 0;
  /** Records without an article. */
  left = 0;
  /** Articles that came in, or were in: the first of the new ones, else the first. */
  articleId: ArticleId | null = null;
  private fault: LeftRecord | null = null;
  private remark = '';

  /** Records that were looked at. */
  get records(): number {
    return this.imported + this.duplicates + this.failed + this.left;
  }

  /** Articles that are in the case because of this file, or were there. */
  get taken(): number {
    return this.imported + this.duplicates;
  }

  /** Notes what became of an article. */
  add({ result, reason, articleId }: Verdict): void {
    if (this.taken === 0 || (result === 'imported' && this.imported === 0)) {
      this.articleId = articleId;
      this.remark = reason;
    }
    if (result === 'imported') this.imported++;
    else this.duplicates++;
  }

  /** Notes a record that gave no article. */
  leave(left: LeftRecord, position: string): void {
    if (position === '') this.fault = left;
    else if (isFailure(left, position)) this.failed++;
    else this.left++;
  }

  /** What became of the file. */
  verdict(isContainer: boolean, sha256: Hash | null): FileVerdict {
    const known = sha256 ? { sha256 } : {};
    const { taken, articleId, fault } = this;
    if (taken === 0) {
      const reason = fault?.reason ?? (isContainer ? this.recordWords() : 'There is no article in it.');
      return { ...known, result: 'failed', reason, articleId: null, code: fault?.code ?? 'no-article', articles: 0 };
    }
    const words = isContainer ? [this.recordWords()] : [this.remark];
    if (fault) words.push(fault.reason);
    const code = fault ? { code: fault.code } : {};
    const result = this.imported > 0 ? 'imported' : 'duplicate';
    return { ...known, ...code, result, reason: words.filter(Boolean).join(' '), articleId, articles: this.imported };
  }

  private recordWords(): string {
    const { imported, duplicates, left, failed } = this;
    if (imported === 0 && duplicates > 0 && left + failed === 0) {
      return duplicates === 1
        ? 'Its article is in the case already.'
        : `All ${inWords(duplicates)} articles in it are in the case already.`;
    }
    const parts = [
      imported > 0 && (imported === 1 ? '1 article' : `${inWords(imported)} articles`),
      duplicates > 0 && `${inWords(duplicates)} in the case already`,
      left > 0 && `${inWords(left)} ${left === 1 ? 'record' : 'records'} without an article`,
      failed > 0 && `${inWords(failed)} failed`,
    ];
    const words = parts.filter(Boolean).join(', ');
    return words === '' ? 'There is no record in it.' : `${words}.`;
  }
}

function inWords(count: number): string {
  return count.toLocaleString('en');
}
