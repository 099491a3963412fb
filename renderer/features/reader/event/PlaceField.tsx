import { Cross } from '@blueprintjs/icons';
import { useState } from 'react';
import { EntityCombobox } from '#renderer/fields/EntityCombobox.tsx';
import { placeTypes } from '#renderer/services/tagging/place-types.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import css from './EventForm.module.css';
import type { FormPart } from './EventFormView.tsx';

/** Where it happened: an entity, found by any of its names or made with the event. */
export function PlaceField({ session, acts, codebook, index, draftEntity }: FormPart) {
  const { place } = session.form;
  const usual = codebook.entityTypes.find(({ tint }) => tint === 'place') ?? codebook.entityTypes[0];
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
        key={place?.entityId ?? 'none'}
        label="Place"
        initial={place?.name ?? ''}
        index={index}
        codebook={codebook}
        usual={usual}
        types={placeTypes(codebook)}
        placeholder="A place or a site"
        autoFocus={isAsked}
        opensByTyping
        onLink={({ id, name }) => change({ place: { entityId: id, name } })}
        onCreate={(name, type) => {
          const made = draftEntity(name, type.id);
          if (made) change({ place: { entityId: made.id, name } }, made);
        }}
      />
      {place && (
        <span className={css.chosen}>
          <bdi className="cut">{place.name}</bdi>
          <IconButton
            icon={<Cross size={12} />}
            label={`Take ${place.name} out`}
            isSmall
            onClick={() => change({ place: null })}
          />
        </span>
      )}
    </>
  );
}
