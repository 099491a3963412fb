import { TickCircle } from '@blueprintjs/icons';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { byteWords } from '#renderer/ui/byte-words.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { Facts, GroupHead, Verdict } from '#renderer/ui/Facts.tsx';
import { ProgressStrip } from '#renderer/ui/ProgressStrip.tsx';
import type { CaseId } from '#shared/domain/ids.ts';
import css from './CaseFile.module.css';
import type { OpenJob } from './use-case-file-desk.ts';

const PHASES: Readonly<Record<string, string>> = { verifying: 'Verifying', restoring: 'Bringing it in' };

type OpenDialogProps = { readonly job: OpenJob; readonly onBringIn: () => void; readonly onClose: () => void };

/** A case file that was chosen: verified first, shown, and brought in only when the analyst says so. */
export function OpenDialog({ job, onBringIn, onClose }: OpenDialogProps) {
  const { name, verified, error, progress } = job;
  const { workspace } = useServices();
  const { go } = useRoute();
  const caseId = verified?.preview.summary.caseId;
  const answer = useLive(
    async () => ({ caseId, here: caseId ? ((await workspace.cases.get(caseId)) ?? null) : null }),
    [workspace, caseId],
  );
  const isAtRest = verified !== null && progress === null && error === null && answer?.caseId === caseId;
  const here = isAtRest ? (answer?.here ?? null) : null;
  const goThere = (id: CaseId) => {
    onClose();
    go({ caseId: id, place: 'library' });
  };
  return (
    <Dialog
      title={error ? 'This case file was not opened' : 'Open case file'}
      onClose={onClose}
      width={600}
      foot={
        <>
          {here && (
            <Button look="primary" onClick={() => goThere(here.id)}>
              Go to the case
            </Button>
          )}
          {isAtRest && !here && (
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
      {here && (
        <ErrorNote kind="warn" title="This case is in this workspace already">
          <p>
            It stands here as “<bdi>{here.name}</bdi>”. The file is whole, but is not brought in beside it: what is here
            stays as it is.
          </p>
        </ErrorNote>
      )}
      {verified && !error && <Preview verified={verified} isHere={here !== null} />}
    </Dialog>
  );
}

type PreviewProps = { readonly verified: NonNullable<OpenJob['verified']>; readonly isHere: boolean };

function Preview({ verified: { preview }, isHere }: PreviewProps) {
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
          {
            term: isHere ? 'Holds' : 'Would add',
            value: `${count('articles')} articles, ${count('highlights')} highlights`,
          },
          { term: '', value: `${count('entities')} entities, ${count('events')} events, ${count('claims')} claims` },
          { term: 'Captures', value: `${count('captures')}, ${byteWords(captureBytes)}` },
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
