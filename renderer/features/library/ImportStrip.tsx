import { useImporter } from '#renderer/services/import/use-importer.ts';
import { ProgressStrip } from '#renderer/ui/ProgressStrip.tsx';
import type { ImportCounts } from '#shared/contracts/import-messages.ts';
import type { CaseId } from '#shared/domain/ids.ts';

/** How far the import into this case is; nothing when none is under way. */
export function ImportStrip({ caseId }: { readonly caseId: CaseId }) {
  const { importer, state } = useImporter();
  const { running } = state;
  if (running?.caseId !== caseId) return null;
  const { counts, from, ran, since, share, isStopping } = running;
  const isPaused = since === null;
  const elapsed = ran + (since === null ? 0 : Date.now() - since);
  return (
    <ProgressStrip
      label="Import progress"
      words={isStopping ? `Stopping the import of ${from}` : `${isPaused ? 'Paused:' : 'Importing'} ${from}`}
      done={counts.done}
      total={counts.total}
      unit="files"
      share={Math.max(share, counts.total === 0 ? 0 : counts.done / counts.total / 100)}
      outcome={outcomeWords(counts)}
      secondsLeft={isPaused ? null : secondsLeft(share, elapsed)}
      isPaused={isPaused}
      {...(isStopping
        ? {}
        : { onCancel: () => importer.cancel(), onPause: () => (isPaused ? importer.resume() : importer.pause()) })}
    />
  );
}

/** What became of the files so far: "3 exact copies, 1 failed"; empty when all came in. */
export function outcomeWords({ imported, done, duplicates, failed }: ImportCounts): string {
  // where files hold many articles their number says nothing
  const articles = imported > done && `${imported.toLocaleString('en')} articles`;
  const copies = duplicates === 1 ? '1 exact copy' : `${duplicates.toLocaleString('en')} exact copies`;
  return [articles, duplicates > 0 && copies, failed > 0 && `${failed.toLocaleString('en')} failed`]
    .filter(Boolean)
    .join(', ');
}

/** Milliseconds before a guess about the rest is worth saying. */
const GUESS_AFTER = 2000;

function secondsLeft(share: number, elapsed: number): number | null {
  if (share <= 0 || elapsed < GUESS_AFTER) return null;
  return ((1 - share) * elapsed) / share / 1000;
}
