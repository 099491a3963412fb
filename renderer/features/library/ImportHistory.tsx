import { useState } from 'react';
import { importsOf, type ListedImport, outcomesOf } from '#renderer/services/import/import-outcomes.ts';
import { useImporter } from '#renderer/services/import/use-importer.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Import } from '#shared/domain/import.ts';
import css from './Import.module.css';
import { FailedFiles } from './ImportSummary.tsx';
import { momentWords } from './Preview.tsx';

/** Every import of the case, with what became of its files. */
export function ImportHistory({ caseId }: { readonly caseId: CaseId }) {
  const { workspace } = useServices();
  const imports = useLive(() => importsOf(workspace, caseId), [workspace, caseId]);
  return (
    <section className={`${css.history} scroll`} aria-label="Import history" data-area="Import history">
      <h2>Import history</h2>
      {imports?.length === 0 && <p className={css.none}>Nothing was imported into this case yet.</p>}
      <ul>
        {imports?.map((one) => (
          <HistoryLine key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function HistoryLine({ one }: { readonly one: ListedImport }) {
  const { workspace } = useServices();
  const { importer, state } = useImporter();
  const [isOpen, setOpen] = useState(false);
  const failed = useLive(
    async () => (isOpen ? (await outcomesOf(workspace, one.id)).filter(({ result }) => result === 'failed') : []),
    [workspace, one.id, isOpen],
  );
  const again = async () => {
    const outcomes = await outcomesOf(workspace, one.id);
    const names = outcomes.filter(({ result }) => result === 'failed').map(({ fileName }) => fileName);
    importer.again(one.caseId, one.id, names);
  };
  const isRunningHere = state.running?.caseId === one.caseId && one.state === 'running';
  return (
    <li className={css.line}>
      <div className={css.lineHead}>
        <span className="tab">{momentWords(one.started)}</span>
        <b className="cut">
          <bdi>{one.from}</bdi>
        </b>
        <span>{stateWords(one.state, isRunningHere)}</span>
        <span className="tab">{resultWords(one)}</span>
        {one.results.failed > 0 && (
          <span className={css.push}>
            <Button isSmall look="plain" isExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? 'Hide reasons' : 'Show reasons'}
            </Button>
            {importer.hasFiles(one.id) && (
              <Button isSmall onClick={() => void again()}>
                Try the failed ones again
              </Button>
            )}
          </span>
        )}
      </div>
      {isOpen && failed && <FailedFiles outcomes={failed} />}
    </li>
  );
}

/** An import that nobody carries any more was cut off: its worker ended with its window. */
function stateWords(state: Import['state'], isRunningHere: boolean): string {
  if (state === 'running') return isRunningHere ? 'under way' : 'under way elsewhere, or cut off';
  return { finished: 'finished', cancelled: 'cancelled', interrupted: 'cut off' }[state];
}

function resultWords({ results, total }: ListedImport): string {
  const { imported, duplicate, failed, skipped } = results;
  const parts = [
    `${imported.toLocaleString('en')} of ${(total ?? imported).toLocaleString('en')} imported`,
    duplicate > 0 && `${duplicate.toLocaleString('en')} exact ${duplicate === 1 ? 'copy' : 'copies'}`,
    failed > 0 && `${failed.toLocaleString('en')} failed`,
    skipped > 0 && `${skipped.toLocaleString('en')} not read`,
  ];
  return parts.filter(Boolean).join(', ');
}
