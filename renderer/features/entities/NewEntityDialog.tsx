import { useState } from 'react';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { EntityType } from '#shared/domain/codebook.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import css from './Entities.module.css';

type NewEntityDialogProps = {
  readonly caseId: CaseId;
  readonly types: readonly EntityType[];
  readonly onClose: () => void;
};

/** Makes an entity that no passage names yet. */
export function NewEntityDialog({ caseId, types, onClose }: NewEntityDialogProps) {
  const { workspace, notices } = useServices();
  const { go } = useRoute();
  const [name, setName] = useState('');
  const [typeId, setTypeId] = useState(types[0]?.id ?? '');
  const type = types.find(({ id }) => id === typeId);
  const make = async () => {
    if (!type || name.trim() === '') return;
    try {
      const id = await workspace.entities.create(caseId, name.trim().normalize('NFC'), type);
      onClose();
      go({ place: 'entities', rest: [id] });
    } catch (error) {
      notices.warn(toPayload(error).message);
    }
  };
  return (
    <Dialog
      title="New entity"
      onClose={onClose}
      foot={
        <Button look="primary" type="submit" form="new-entity" disabled={name.trim() === ''}>
          Create
        </Button>
      }
    >
      <form
        id="new-entity"
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextField label="Name" value={name} onChange={setName} autoFocus dir="auto" maxLength={400} />
        <Select
          label="Type"
          value={typeId}
          onChange={setTypeId}
          lines={types.map(({ id, name: words }) => ({ value: id, words }))}
        />
      </form>
    </Dialog>
  );
}
