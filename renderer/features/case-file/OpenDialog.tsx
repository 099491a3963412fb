import { TickCircle } from '@blueprintjs/icons';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { Facts, GroupHead, Verdict } from '#renderer/ui/Facts.tsx';
import { ProgressStrip } from '#renderer/ui/ProgressStrip.tsx';
import css from './CaseFile.module.css';
import { sizeWords } from './ExportDialog.tsx';
import type { OpenJob } from './use-case-file-desk.ts';

const PHASES: Readonly<Record<string, string>> = { verifying: 'Verifying', restoring: 'Bringing it in' };

type OpenDialogProps = { readonly job: OpenJob; readonly onBringIn: () => void; readonly onClose: () => void };

/** A case file that was chosen: verified first, shown, and brought in only when the analyst says so. */
export function OpenDialog({ job, onBringIn, onClose }: OpenDialogProps) {
  const { name, verified, error, progress } = job;
  const isAtRest = verified !== null && progress === null && error === null;
  return (
    <Dialog
      title={error ? 'This case file was not opened' : 'Open case file'}
      onClose={onClose}
      width={600}
      foot={
        <>
          {isAtRest && (
            <Button look="primary" onClick={onBringIn}>
              Bring this case in
            </Button>
          )}
          <Button onClick={onClose}>{error ? 'Close' : 'Cancel'}</Button>
        </>
      }
    >
      <p className={css.fileName}>
        <bdi>{name}</bdi>
      </p>
      {error ? (
        <ErrorNote title={verified ? 'The case was not brought in' : 'The file was refused'}>
          <p>{error.message} Your workspace is as it was.</p>
        </ErrorNote>
      ) : (
        !isAtRest && (
          <ProgressStrip
            label="Case file progress"
            words={PHASES[progress?.phase ?? ''] ?? 'Reading'}
            done={progress?.done ?? 0}
            total={progress?.total ?? null}
            unit="parts"
          />
        )
      )}
      {verified && !error && <Preview verified={verified} />}
    </Dialog>
  );
}

function Preview({ verified: { preview } }: { readonly verified: NonNullable<OpenJob['verified']> }) {
  const { summary, chains, captureBytes, faults } = preview;
  const count = (table: keyof typeof summary.counts) => summary.counts[table].toLocaleString('en');
  return (
    <div className={css.preview}>
      <Verdict kind="ok" icon={<TickCircle size={14} />}>
        Every file, row and ledger entry in it is what its hash says
      </Verdict>
      <Facts
        facts={[
          { term: 'Case', value: <bdi>{summary.name}</bdi> },
          { term: 'Written', value: `${summary.exportedAt.slice(0, 16).replace('T', ' ')} UTC, by ${summary.program}` },
          { term: 'Would add', value: `${count('articles')} articles, ${count('highlights')} highlights` },
          { term: '', value: `${count('entities')} entities, ${count('events')} events, ${count('claims')} claims` },
          { term: 'Captures', value: `${count('captures')}, ${sizeWords(captureBytes)}` },
        ]}
      />
      <GroupHead>Whose work it is</GroupHead>
      <ul className={css.signers}>
        {chains.map(({ head, person, report }) => (
          <li key={head.chain}>
            <bdi>{person.name || 'No name given'}</bdi>
            <span className="tab">{report.entries.toLocaleString('en')} entries, signed</span>
            <code>{person.publicKey.slice(0, 12)}</code>
          </li>
        ))}
      </ul>
      {faults.length > 0 && (
        <ErrorNote kind="warn" title="Odd, but no reason to refuse it">
          {faults.map((fault) => (
            <p key={fault}>{fault}</p>
          ))}
        </ErrorNote>
      )}
    </div>
  );
}
