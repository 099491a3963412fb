import { Cross } from '@blueprintjs/icons';
import { useState } from 'react';
import { EntityCombobox } from '#renderer/fields/EntityCombobox.tsx';
import { useServices } from '#renderer/services/services.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import css from './EventForm.module.css';
import type { FormPart } from './EventFormView.tsx';

/** Who took part, each with the role that the event's type knows. */
export function ActorsField({ session, acts, codebook, index, draftEntity }: FormPart) {
  const { workspace } = useServices();
  const { actors, type } = session.form;
  const roles = codebook.eventTypes.find(({ id }) => id === type)?.roles ?? [];
  const usual = codebook.entityTypes.find(({ id }) => id === 'armed-group') ?? codebook.entityTypes[0];
  const add = (entityId: (typeof actors)[number]['entityId'], name: string) => ({
    actors: [...actors, { id: workspace.events.elementId(), entityId, name, role: '' }],
  });
  // a field that is drawn anew keeps the caret that was in the one before
  const [isAsked, setAsked] = useState(false);
  const change = (...given: Parameters<typeof acts.change>) => {
    setAsked(true);
    acts.change(...given);
  };
  if (!usual) return null;
  return (
    <>
      <EntityCombobox
        key={actors.length}
        label="Actors"
        index={index}
        codebook={codebook}
        usual={usual}
        placeholder="Add who took part"
        autoFocus={isAsked}
        opensByTyping
        onLink={({ id, name }) => change(add(id, name))}
        onCreate={(name, entityType) => {
          const made = draftEntity(name, entityType.id);
          if (made) change(add(made.id, name), made);
        }}
      />
      {actors.map((actor) => (
        <span key={actor.id} className={css.chosen}>
          <bdi className="cut">{actor.name}</bdi>
          <Select
            label={`Role of ${actor.name}`}
            hidesLabel
            value={actor.role}
            lines={rolesWith(roles, actor.role)}
            onChange={(role) =>
              acts.change({ actors: actors.map((one) => (one.id === actor.id ? { ...one, role } : one)) })
            }
          />
          <IconButton
            icon={<Cross size={12} />}
            label={`Take ${actor.name} out`}
            isSmall
            onClick={() => change({ actors: actors.filter(({ id }) => id !== actor.id) })}
          />
        </span>
      ))}
    </>
  );
}

/** What an actor was for which the type of event has no name. */
const OTHER = 'other';

type Roles = readonly { readonly id: string; readonly name: string }[];

/** No role is presumed. A role of another type of event stays in the list until another one is chosen. */
function rolesWith(roles: Roles, role: string): { value: string; words: string }[] {
  const lines = [
    { value: '', words: 'Role not stated' },
    ...roles.map(({ id, name }) => ({ value: id, words: name })),
    ...(roles.some(({ id }) => id === OTHER) ? [] : [{ value: OTHER, words: 'Other role' }]),
  ];
  return lines.some(({ value }) => value === role) ? lines : [...lines, { value: role, words: role }];
}
