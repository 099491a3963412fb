import { Cross } from '@blueprintjs/icons';
import { EntityCombobox } from '#renderer/fields/EntityCombobox.tsx';
import { IconButton } from '#renderer/ui/Button.tsx';
import css from './EventForm.module.css';
import type { FormPart } from './EventFormView.tsx';

/** Where it happened: an entity, found by any of its names or made with the event. */
export function PlaceField({ session, acts, codebook, index, draftEntity }: FormPart) {
  const { place } = session.form;
  const usual = codebook.entityTypes.find(({ tint }) => tint === 'place') ?? codebook.entityTypes[0];
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
        placeholder="A place or a site"
        onLink={({ id, name }) => acts.change({ place: { entityId: id, name } })}
        onCreate={(name, type) => {
          const made = draftEntity(name, type.id);
          if (made) acts.change({ place: { entityId: made.id, name } }, made);
        }}
      />
      {place && (
        <span className={css.chosen}>
          <bdi className="cut">{place.name}</bdi>
          <IconButton
            icon={<Cross size={12} />}
            label={`Take ${place.name} out`}
            isSmall
            onClick={() => acts.change({ place: null })}
          />
        </span>
      )}
    </>
  );
}
