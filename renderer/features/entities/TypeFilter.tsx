import { useKeysOf } from '#renderer/services/commands/use-commands.ts';
import type { EntityRow } from '#renderer/services/entities/entity-list.ts';
import { Keys } from '#renderer/ui/Keys.tsx';
import { TypeMark } from '#renderer/ui/TypeMark.tsx';
import { lookOf } from '#renderer/ui/type-icons.ts';
import type { EntityType } from '#shared/domain/codebook.ts';
import css from './Entities.module.css';

type TypeFilterProps = {
  readonly types: readonly EntityType[];
  readonly rows: readonly EntityRow[];
  /** Null for all. */
  readonly chosen: string | null;
  readonly onChoose: (type: string | null) => void;
};

/** The types of the codebook, with how many entities are of each. */
export function TypeFilter({ types, rows, chosen, onChoose }: TypeFilterProps) {
  const count = (id: string) => rows.filter(({ type }) => type?.id === id).length.toLocaleString('en');
  return (
    <aside className={`${css.types} scroll`} aria-label="Filter by type" data-area="Filter by type" tabIndex={-1}>
      <h2>Type</h2>
      <button type="button" className={css.type} aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        <span className={css.all} />
        All types
        <span className={css.count}>{rows.length.toLocaleString('en')}</span>
        <KeysOf id="entity:type-all" />
      </button>
      {types.map((type, at) => (
        <button
          key={type.id}
          type="button"
          className={css.type}
          aria-pressed={chosen === type.id}
          onClick={() => onChoose(type.id)}
        >
          <TypeMark look={lookOf(type)} isNamed={false} />
          <span className="cut">{type.name}</span>
          <span className={css.count}>{count(type.id)}</span>
          {at < 9 && <KeysOf id={`entity:type-${at + 1}`} />}
        </button>
      ))}
    </aside>
  );
}

/** The key as this analyst has it; nothing where it is switched off. */
function KeysOf({ id }: { readonly id: string }) {
  const keys = useKeysOf(id);
  return keys && <Keys keys={keys} />;
}
