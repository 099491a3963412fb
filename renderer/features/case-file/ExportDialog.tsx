import { Button } from '#renderer/ui/Button.tsx';
import { byteWords } from '#renderer/ui/byte-words.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { ProgressStrip } from '#renderer/ui/ProgressStrip.tsx';
import css from './CaseFile.module.css';
import type { WriteJob } from './use-case-file-desk.ts';

/** A case on its way into a file: progress, then what was written and how to check it. */
export function ExportDialog({ job, onClose }: { readonly job: WriteJob; readonly onClose: () => void }) {
  const { written, error, progress } = job;
  const isOver = written !== null || error !== null;
  return (
    <Dialog
      title={written ? 'Case file written' : error ? 'The case file was not written' : 'Writing the case file'}
      onClose={onClose}
      width={560}
      foot={
        <Button {...(isOver ? { look: 'primary' as const } : {})} onClick={onClose}>
          {isOver ? 'Close' : 'Cancel'}
        </Button>
      }
    >
      {!isOver && (
        <ProgressStrip
          label="Case file progress"
          words={progress?.phase === 'verifying' ? 'Reading it back and verifying' : 'Writing'}
          done={progress?.done ?? 0}
          total={progress?.total ?? null}
          unit="parts"
        />
      )}
      {error && (
        <ErrorNote title="Nothing was handed over">
          <p>{error.message} Your case is as it was.</p>
        </ErrorNote>
      )}
      {written && (
        <div className={css.written}>
          <p>It was read back and verified after writing. Where it lies is what you chose in the window that asked.</p>
          <Facts
            facts={[
              { term: 'Size', value: byteWords(written.bytes) },
              { term: 'SHA-256', value: <code className={css.hash}>{written.sha256}</code> },
              {
                term: 'To check it',
                value: (
                  <>
                    Unzip it and, in its folder: <code>sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt</code>.
                    Every line ends in OK.
                  </>
                ),
              },
            ]}
          />
        </div>
      )}
    </Dialog>
  );
}
