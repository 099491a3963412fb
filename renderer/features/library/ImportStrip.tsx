import { useImporter } from '#renderer/services/import/use-importer.ts';
import { ProgressStrip } from '#renderer/ui/ProgressStrip.tsx';
import type { ImportCounts } from '#shared/contracts/import-messages.ts';
import type { CaseId } from '#shared/domain/ids.ts';

/** How far the import into this case is; nothing when none is under way. */
export function ImportStrip({ caseId }: { readonly caseId: CaseId }) {
  const { importer, state } = useImporter();
  const { running } = state;
  if (running?.caseId !== caseId) return null;
  const { counts, from, started, isStopping } = running;
  return (
    <ProgressStrip
      label="Import progress"
      words={isStopping ? `Stopping the import of ${from}` : `Importing ${from}`}
      done={counts.done}
      total={counts.total}
      unit="files"
      outcome={outcomeWords(counts)}
      secondsLeft={secondsLeft(counts, Date.now() - started)}
      {...(isStopping ? {} : { onCancel: () => importer.cancel() })}
    />
  );
}

/** What became of the files so far: "3 exact copies, 1 failed"; empty when all came in. */
export function outcomeWords({ duplicates, failed }: ImportCounts): string {
  const copies = duplicates === 1 ? '1 exact copy' : `${duplicates.toLocaleString('en')} exact copies`;
  return [duplicates > 0 && copies, failed > 0 && `${failed.toLocaleString('en')} failed`].filter(Boolean).join(', ');
}

/** Milliseconds before a guess about the rest is worth saying. */
const GUESS_AFTER = 2000;

function secondsLeft({ done, total }: ImportCounts, elapsed: number): number | null {
  if (done === 0 || elapsed < GUESS_AFTER) return null;
  return ((total - done) * elapsed) / done / 1000;
}
