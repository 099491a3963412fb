import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { ProgressStrip } from '#renderer/ui/ProgressStrip.tsx';
import type { RemoveJob } from './use-removal.ts';

type RemoveDialogProps = { readonly job: RemoveJob; readonly onRemove: () => void; readonly onClose: () => void };

/** Says what goes with a case, and how it comes back, before anything goes. */
export function RemoveDialog({ job, onRemove, onClose }: RemoveDialogProps) {
  const { name, goes, error, progress } = job;
  const count = (value: number) => value.toLocaleString('en');
  const isAtRest = progress === null;
  return (
    <Dialog
      title="Remove this case"
      onClose={onClose}
      width={560}
      foot={
        <>
          {isAtRest && (
            <Button look="bad" onClick={onRemove}>
              Keep a copy and remove the case
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p>
        <bdi>“{name}”</bdi> leaves this workspace. First a safety copy of it is written and verified; it stays in the
        data folder and brings the case back as it was, with its history. That is the undo of this step: “Bring it back”
        right afterwards, in Settings later, or “Open case file…” with the copy.
      </p>
      <Facts
        facts={[
          { term: 'The case', value: `${count(goes.articles)} articles in it, ${count(goes.highlights)} highlights` },
          { term: '', value: `${count(goes.events)} events, ${count(goes.claims)} claims` },
          { term: 'Its history', value: `${count(goes.entries)} ledger entries` },
          {
            term: 'In no other case',
            value: `${count(goes.articlesAlone)} articles with their captures and texts, ${count(goes.entitiesAlone)} entities`,
          },
          { term: 'Stays', value: 'whatever another case rests on' },
        ]}
      />
      {progress && (
        <ProgressStrip
          label="Removal progress"
          words={progress.phase === 'verifying' ? 'Reading the copy back and verifying' : 'Writing the copy'}
          done={progress.done}
          total={progress.total}
          unit="parts"
        />
      )}
      {error && (
        <ErrorNote title="The case was not removed">
          <p>{error.message} The case is as it was.</p>
        </ErrorNote>
      )}
    </Dialog>
  );
}
