import { useState } from 'react';
import { importsOf, type ListedImport } from '#renderer/services/import/import-outcomes.ts';
import { useImporter } from '#renderer/services/import/use-importer.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Import } from '#shared/domain/import.ts';
import { ChooseAgain } from './ChooseAgain.tsx';
import css from './Import.module.css';
import { ImportLog } from './ImportLog.tsx';
import { momentWords } from './Preview.tsx';
import { type ImportAgain, useImportAgain } from './use-import-again.ts';

/** Every import of the case, with what became of its files. */
export function ImportHistory({ caseId }: { readonly caseId: CaseId }) {
  const { workspace } = useServices();
  const imports = useLive(() => importsOf(workspace, caseId), [workspace, caseId]);
  const again = useImportAgain();
  return (
    <section className={`${css.history} scroll`} aria-label="Import history" data-area="Import history">
      <h2>Import history</h2>
      {imports?.length === 0 && <p className={css.none}>Nothing was imported into this case yet.</p>}
      <ul>
        {imports?.map((one) => (
          <HistoryLine key={one.id} one={one} again={again} />
        ))}
      </ul>
      <ChooseAgain again={again} />
    </section>
  );
}

type HistoryLineProps = { readonly one: ListedImport; readonly again: ImportAgain };

function HistoryLine({ one, again }: HistoryLineProps) {
  const { state } = useImporter();
  const [isOpen, setOpen] = useState(false);
  const isRunningHere = state.running?.caseId === one.caseId && one.state === 'running';
  const hasFailed = one.results.failed + one.failedRecords > 0;
  const isOver = one.state !== 'running';
  return (
    <li className={css.line}>
      <div className={css.lineHead}>
        <span className="tab">{momentWords(one.started)}</span>
        <b className="cut">
          <bdi>{one.from}</bdi>
        </b>
        <span>{stateWords(one.state, isRunningHere)}</span>
        <span className="tab">{resultWords(one)}</span>
        <span className={css.push}>
          <Button isSmall look="plain" isExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {hasFailed ? (isOpen ? 'Hide reasons' : 'Show reasons') : isOpen ? 'Hide log' : 'Show log'}
          </Button>
          {isOver && one.results.failed > 0 && (
            <Button isSmall onClick={() => void again.ask(one, 'failed')}>
              Try the failed ones again
            </Button>
          )}
          {isOver && one.group && one.pending > 0 && (
            <Button isSmall onClick={() => void again.ask(one, 'pending')}>
              Resume
            </Button>
          )}
        </span>
      </div>
      {isOpen && <ImportLog id={one.id} first={hasFailed ? 'failed' : 'all'} />}
    </li>
  );
}

/** An import that nobody carries any more was cut off: its worker ended with its window. */
function stateWords(state: Import['state'], isRunningHere: boolean): string {
  if (state === 'running') return isRunningHere ? 'under way' : 'under way elsewhere';
  return { finished: 'finished', cancelled: 'cancelled', interrupted: 'cut off' }[state];
}

function resultWords({ results, articles, failedRecords, total, pending }: ListedImport): string {
  const { imported, duplicate, failed } = results;
  const count = (number: number) => number.toLocaleString('en');
  const isPlain = articles === imported;
  const files = `${count(imported)} of ${count(total ?? imported)}`;
  const parts = [
    isPlain ? `${files} imported` : `${count(articles)} articles from ${files} files`,
    duplicate > 0 && `${count(duplicate)} exact ${duplicate === 1 ? 'copy' : 'copies'}`,
    failed > 0 && `${count(failed)} failed`,
    failedRecords > 0 && `${count(failedRecords)} failed ${failedRecords === 1 ? 'record' : 'records'}`,
    pending > 0 && `${count(pending)} not read`,
  ];
  return parts.filter(Boolean).join(', ');
}
