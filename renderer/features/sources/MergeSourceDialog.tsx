import { type FormEvent, useId, useState } from 'react';
import { useServices } from '#renderer/services/services.ts';
import type { SourceRow } from '#renderer/services/sources/source-list.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { CaseId, SourceId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import css from './Sources.module.css';

type MergeSourceDialogProps = {
  readonly caseId: CaseId;
  readonly row: SourceRow;
  readonly others: readonly SourceRow[];
  readonly onClose: () => void;
  readonly onMerged: (id: SourceId) => void;
};

/** Judges a publisher to be another: its articles go by the other's name. Nothing moves, and it can be taken apart again. */
export function MergeSourceDialog({ caseId, row, others, onClose, onMerged }: MergeSourceDialogProps) {
  const { workspace, notices } = useServices();
  const form = useId();
  const [wanted, setWanted] = useState('');
  const [reason, setReason] = useState('');
  const kept = others.find(({ id }) => id === wanted);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!kept) return;
    const judgement = { kind: 'source', a: row.id, b: kept.id, verdict: 'same', reason: reason.trim() } as const;
    workspace.decisions.judge(caseId, `Merge the source “${row.name}” into “${kept.name}”`, [judgement]).then(
      () => onMerged(kept.id),
      (error: unknown) => notices.warn(toPayload(error).message),
    );
    onClose();
  };
  const acts = (
    <>
      <Button look="primary" type="submit" form={form} disabled={!kept}>
        Merge
      </Button>
      <Button look="plain" onClick={onClose}>
        Cancel
      </Button>
    </>
  );
  return (
    <Dialog title={`Merge “${row.name}”`} onClose={onClose} foot={acts} width={460}>
      <form id={form} className={css.form} onSubmit={submit} noValidate>
        <Select
          label="Into"
          value={wanted}
          lines={[
            { value: '', words: 'Choose a source' },
            ...others.map(({ id, name }) => ({ value: id as string, words: name })),
          ]}
          onChange={setWanted}
        />
        <TextField label="Reason" value={reason} onChange={setReason} help="It stays with the judgement." dir="auto" />
        {kept && (
          <p>
            {row.articles === 1 ? '1 article goes' : `${row.articles.toLocaleString('en')} articles go`} by the name{' '}
            <bdi>{kept.name}</bdi>, and what comes in from {row.domains[0] ? <bdi>{row.domains[0]}</bdi> : 'it'} later
            too.
          </p>
        )}
      </form>
    </Dialog>
  );
}
