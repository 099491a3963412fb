import { useId } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { CaseForm, type CaseWords } from './CaseForm.tsx';

type CaseDetailsDialogProps = {
  /** What is said of the case now. */
  readonly said: CaseWords;
  /** Keeps what was changed. What it throws is shown. */
  readonly onSave: (said: CaseWords) => Promise<void>;
  readonly onClose: () => void;
};

/** How a case is called, what it is to find out and who may see it, to be changed. */
export function CaseDetailsDialog({ said, onSave, onClose }: CaseDetailsDialogProps) {
  const form = useId();
  const acts = (
    <>
      <Button look="primary" type="submit" form={form} keys="Enter">
        Save
      </Button>
      <Button look="plain" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog title="Case details" onClose={onClose} foot={acts}>
      <CaseForm id={form} initial={said} onSubmit={onSave} />
    </Dialog>
  );
}
