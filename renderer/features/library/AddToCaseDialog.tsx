import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Choice } from '#renderer/ui/Ticks.tsx';
import type { Case } from '#shared/domain/case.ts';
import type { CaseId } from '#shared/domain/ids.ts';

type AddToCaseDialogProps = {
  readonly count: number;
  /** Every case but the open one. */
  readonly cases: readonly Case[];
  readonly onAdd: (caseId: CaseId) => void;
  readonly onClose: () => void;
};

/** Asks into which other case articles go. They stay in this one. */
export function AddToCaseDialog({ count, cases, onAdd, onClose }: AddToCaseDialogProps) {
  const [chosen, setChosen] = useState<CaseId | null>(cases[0]?.id ?? null);
  const foot = (
    <>
      {chosen && (
        <Button look="primary" onClick={() => onAdd(chosen)} keys="Enter">
          Add to this case
        </Button>
      )}
      <Button look="plain" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  const title =
    count === 1 ? 'Add the article to another case' : `Add ${count.toLocaleString('en')} articles to another case`;
  return (
    <Dialog title={title} onClose={onClose} foot={foot} width={400}>
      {cases.length === 0 ? (
        <p>There is no other case yet. Begin one with “New case…” above the rail.</p>
      ) : (
        <Choice
          label="Case"
          value={chosen ?? ''}
          lines={cases.map(({ id, name }) => ({ value: id, words: <bdi>{name}</bdi> }))}
          onChange={(id) => setChosen(cases.find((one) => one.id === id)?.id ?? null)}
        />
      )}
    </Dialog>
  );
}
