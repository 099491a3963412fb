import { useState } from 'react';
import { EntityCombobox } from '#renderer/fields/EntityCombobox.tsx';
import type { Speaker } from '#shared/domain/claim.ts';
import type { Entity } from '#shared/domain/entity.ts';
import css from './EventForm.module.css';
import type { FormPart } from './EventFormView.tsx';

type Props = Pick<FormPart, 'codebook' | 'index' | 'draftEntity'> & {
  /** The chain of who says so: whom the outlet quotes comes last. */
  readonly saidBy: readonly Speaker[];
  /** The outlet of the passage; empty when it is not known. */
  readonly outlet: string;
  /** @param made - who says so, where they are made with this */
  readonly onChange: (saidBy: Speaker[], made?: Entity) => void;
};

/** Who says so: a known person or body, one made here, or the words of the passage; nobody but the outlet when empty. */
export function SaidBy({ codebook, index, draftEntity, saidBy, outlet, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const last = saidBy.at(-1);
  const spoken = (last?.entityId && index?.entities.get(last.entityId)?.name) || last?.words || '';
  const before = saidBy.slice(0, -1);
  const speak = (words: string, entityId: Speaker['entityId'], made?: Entity) => {
    setOpen(false);
    onChange([...before, { sourceId: null, leaning: last?.leaning ?? null, words, entityId }], made);
  };
  const usual = codebook.entityTypes.find(({ tint }) => tint === 'person') ?? codebook.entityTypes[0];
  /** Words that were typed and not chosen are kept as words: none are lost by going elsewhere. */
  const leave = () => {
    const words = typed.trim();
    if (words === spoken) return setOpen(false);
    if (words !== '') return speak(words, null);
    setOpen(false);
    if (last) onChange(before);
  };
  if (!isOpen || !usual) {
    return (
      <button
        type="button"
        className={css.saidBy}
        aria-label={`Said by ${spoken || outlet || 'the outlet'}`}
        data-tip="Who says so"
        onClick={() => {
          setTyped(spoken);
          setOpen(true);
        }}
      >
        <span className="cut">
          {spoken ? <bdi>{spoken}</bdi> : <span className={css.outlet}>{outlet || 'the outlet'}</span>}
        </span>
      </button>
    );
  }
  return (
    <EntityCombobox
      label="Said by"
      hidesLabel
      autoFocus
      opensByTyping
      placeholder="Who says so"
      initial={spoken}
      index={index}
      codebook={codebook}
      usual={usual}
      onText={setTyped}
      onWords={(words) => speak(words, null)}
      onLink={({ id }) => speak(typed.trim(), id)}
      onCreate={(name, type) => {
        const made = draftEntity(name, type.id);
        if (made) speak(name, made.id, made);
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
        else if (event.key === 'Enter') leave();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
