import { useId } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { CaseForm, type CaseWords } from './CaseForm.tsx';

type NewCaseDialogProps = {
  /** Makes the case and opens it. What it throws is shown. */
  readonly onCreate: (made: CaseWords) => Promise<void>;
  readonly onClose: () => void;
};

const NOTHING_YET: CaseWords = { name: '', summary: '', marking: null };

/** Asks what a new case is called. */
export function NewCaseDialog({ onCreate, onClose }: NewCaseDialogProps) {
  const form = useId();
  const acts = (
    <>
      <Button look="primary" type="submit" form={form} keys="Enter">
        Create case
      </Button>
      <Button look="plain" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog title="New case" onClose={onClose} foot={acts}>
      <CaseForm id={form} initial={NOTHING_YET} onSubmit={onCreate} />
    </Dialog>
  );
}
