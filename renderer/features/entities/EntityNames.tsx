import { Cross } from '@blueprintjs/icons';
import { useState } from 'react';
import { useServices } from '#renderer/services/services.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { GroupHead } from '#renderer/ui/Facts.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Entity, EntityName } from '#shared/domain/entity.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import css from './Entities.module.css';

const FROM: Readonly<Record<EntityName['from'], string>> = {
  analyst: 'given',
  passage: 'from a passage',
  import: 'imported',
  transliteration: 'transliterated',
  acronym: 'acronym',
};

/** Every name of an entity, with where it comes from: shown, added, removed. */
export function EntityNames({ entity, caseId }: { readonly entity: Entity; readonly caseId: CaseId }) {
  const { workspace, notices } = useServices();
  const [added, setAdded] = useState('');
  const edit = (fields: Parameters<typeof workspace.entities.edit>[2]) => {
    workspace.entities
      .edit(caseId, entity.id, fields)
      .catch((error: unknown) => notices.warn(toPayload(error).message));
  };
  const add = () => {
    const text = added.trim().normalize('NFC');
    setAdded('');
    if (text === '' || entity.names.some((name) => name.text === text)) return;
    edit({ names: [...entity.names, { text, script: null, from: 'analyst' }] });
  };
  return (
    <section>
      <GroupHead>Names</GroupHead>
      <ul className={css.names} aria-label="Names">
        {entity.names.map((name) => (
          <li key={name.text}>
            <bdi className={name.text === entity.name ? css.shown : undefined}>{name.text}</bdi>
            <small>{name.text === entity.name ? 'shown' : FROM[name.from]}</small>
            {name.text !== entity.name && (
              <>
                <Button look="plain" isSmall onClick={() => edit({ name: name.text })}>
                  Show this
                </Button>
                <IconButton
                  icon={<Cross size={12} />}
                  label={`Remove the name ${name.text}`}
                  isSmall
                  onClick={() => edit({ names: entity.names.filter((each) => each !== name) })}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      <form
        className={css.add}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label="Another name"
          hidesLabel
          placeholder="Another name"
          value={added}
          onChange={setAdded}
          dir="auto"
        />
        <Button type="submit" isSmall disabled={added.trim() === ''}>
          Add
        </Button>
      </form>
    </section>
  );
}
