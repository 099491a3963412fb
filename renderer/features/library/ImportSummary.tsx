import { Error as ErrorIcon } from '@blueprintjs/icons';
import { outcomesOf } from '#renderer/services/import/import-outcomes.ts';
import type { EndedImport } from '#renderer/services/import/importer.ts';
import { useImporter } from '#renderer/services/import/use-importer.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import type { Outcome } from '#shared/domain/import.ts';
import { isOfFile } from '#shared/domain/outcome-id.ts';
import { AskedOfFiles } from './AskedOfFiles.tsx';
import css from './Import.module.css';
import type { ImportAgain } from './use-import-again.ts';
import { WholeFiles } from './WholeFiles.tsx';

type ImportSummaryProps = { readonly ended: EndedImport; readonly again: ImportAgain };

/** What became of an import: counts, each failed file with the reason and what to do. */
export function ImportSummary({ ended, again }: ImportSummaryProps) {
  const { workspace, commands } = useServices();
  const { importer } = useImporter();
  const { go } = useRoute();
  const { counts, caseId, error } = ended;
  const id = ended.import?.id ?? null;
  const outcomes = useLive(() => (id ? outcomesOf(workspace, id) : []), [workspace, id]) ?? [];
  const failed = outcomes.filter(({ result }) => result === 'failed');
  const hasFailedFiles = failed.some(({ id: outcomeId }) => isOfFile(outcomeId));
  const first = outcomes.find(({ result, articleId }) => result === 'imported' && articleId);
  const close = () => importer.dismiss();
  const foot = (
    <>
      {first?.articleId && (
        <Button
          look="primary"
          onClick={() => {
            close();
            go({ caseId, place: 'reader', rest: [String(first.articleId)] });
          }}
        >
          Read the first
        </Button>
      )}
      {ended.import && hasFailedFiles && (
        <Button
          onClick={() => {
            close();
            if (ended.import) void again.ask(ended.import, 'failed');
          }}
        >
          Try the failed ones again
        </Button>
      )}
      {ended.import && <AskedOfFiles row={ended.import} failed={failed} onDone={close} />}
      <Button {...(first ? { look: 'plain' as const } : { look: 'primary' as const })} onClick={close}>
        Close
      </Button>
      {counts.imported > 0 && (
        <span className={css.push}>
          <Button
            look="plain"
            onClick={() => {
              close();
              commands.run('edit:undo');
            }}
          >
            Undo the whole import
          </Button>
        </span>
      )}
    </>
  );
  return (
    <Dialog title="Import summary" onClose={close} foot={foot} width={720}>
      {error && (
        <ErrorNote title="The import stopped">
          {error.message} What is in stays: {counts.imported.toLocaleString('en')} of{' '}
          {counts.total.toLocaleString('en')} files.
        </ErrorNote>
      )}
      <ul className={css.counts}>
        <Count count={counts.imported} words="imported" />
        <Count count={counts.duplicates} words={counts.duplicates === 1 ? 'exact copy' : 'exact copies'} />
        <Count count={counts.failed} words="failed" isBad={counts.failed > 0} />
        {counts.done < counts.total && <Count count={counts.total - counts.done} words="not read" />}
      </ul>
      {isNothingNew(counts) && <p className={css.nothingNew}>All of it was in the case already: nothing was added.</p>}
      {ended.import && <WholeFiles row={ended.import} onDone={close} />}
      {failed.length > 0 && <FailedFiles outcomes={failed} />}
    </Dialog>
  );
}

function isNothingNew({ imported, duplicates, failed, done, total }: EndedImport['counts']): boolean {
  return imported === 0 && duplicates > 0 && failed === 0 && done === total;
}

function Count({ count, words, isBad }: { readonly count: number; readonly words: string; readonly isBad?: boolean }) {
  return (
    <li data-bad={isBad || undefined}>
      <b className="tab">{count.toLocaleString('en')}</b> {words}
    </li>
  );
}

/** Failed files that are drawn; the history lists them all. */
const MOST_LINES = 200;

/** Files that could not be read, each with the reason and what to do. */
export function FailedFiles({ outcomes }: { readonly outcomes: readonly Outcome[] }) {
  return (
    <ul className={css.failed} aria-label="Files that failed">
      {outcomes.slice(0, MOST_LINES).map(({ id, fileName, position, reason }) => (
        <li key={id}>
          <ErrorIcon size={14} />
          <b>
            <bdi>{fileName}</bdi>
            {position && <small> {position}</small>}
          </b>
          <span>{reason}</span>
        </li>
      ))}
      {outcomes.length > MOST_LINES && (
        <li>{(outcomes.length - MOST_LINES).toLocaleString('en')} more in the import history.</li>
      )}
    </ul>
  );
}
