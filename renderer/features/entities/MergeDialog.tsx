import { SwapVertical } from '@blueprintjs/icons';
import { useMemo, useState } from 'react';
import { EntityEditor } from '#renderer/services/entities/entity-editor.ts';
import { type MergeSide, readMergeSide } from '#renderer/services/entities/merge-preview.ts';
import { useServices } from '#renderer/services/services.ts';
import { findEntities, useEntityIndex } from '#renderer/services/tagging/use-entity-index.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Combobox } from '#renderer/ui/Combobox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TypeMark } from '#renderer/ui/TypeMark.tsx';
import { lookOf } from '#renderer/ui/type-icons.ts';
import type { EntityType } from '#shared/domain/codebook.ts';
import type { CaseId, EntityId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { Confirmed, onConfirm } from './Confirmed.tsx';
import css from './Merge.module.css';

type MergeDialogProps = {
  readonly caseId: CaseId;
  /** The entity in hand: it stays unless the analyst turns it round. */
  readonly entityId: EntityId;
  readonly types: readonly EntityType[];
  readonly onClose: () => void;
  readonly onMerged: (kept: EntityId) => void;
};

/** Finds the entity that is the same as the one in hand, shows both field by field, and makes them one. */
export function MergeDialog({ caseId, entityId, types, onClose, onMerged }: MergeDialogProps) {
  const { workspace, notices } = useServices();
  const editor = useMemo(() => new EntityEditor(workspace), [workspace]);
  const [otherId, setOtherId] = useState<EntityId | null>(null);
  const [isTurned, setTurned] = useState(false);
  const sides = useLive(async () => {
    const own = await readMergeSide(workspace, caseId, entityId);
    const other = otherId && (await readMergeSide(workspace, caseId, otherId));
    return { own, other };
  }, [workspace, caseId, entityId, otherId]);
  if (!sides?.own) return null;
  const [stays, goes] = isTurned && sides.other ? [sides.other, sides.own] : [sides.own, sides.other];
  const merge = async () => {
    if (!goes) return;
    try {
      await editor.merge(caseId, stays.entity.id, goes.entity.id);
      notices.done(`Merged “${goes.entity.name}” into “${stays.entity.name}”`);
      onClose();
      onMerged(stays.entity.id);
    } catch (error) {
      notices.warn(toPayload(error).message);
    }
  };
  const foot = (
    <Button look="primary" disabled={!goes} keys="Mod+Enter" showsKeys onClick={() => void merge()}>
      Merge
    </Button>
  );
  return (
    <Dialog title="Merge" label="Merge" onClose={onClose} foot={foot} width={620}>
      <div onKeyDownCapture={onConfirm(goes ? () => void merge() : null)}>
        <p className={css.lead}>
          The same as <bdi className={css.name}>{sides.own.entity.name}</bdi>?
        </p>
        {goes && sides.other ? (
          <Confirmed label="Merge with" name={sides.other.entity.name} onChange={() => setOtherId(null)}>
            <Sides stays={stays} goes={goes} />
            <Button isSmall icon={<SwapVertical size={14} />} onClick={() => setTurned(!isTurned)}>
              Keep the other one instead
            </Button>
            <p className={css.after}>
              Every passage, event and claim of both is found under <bdi className={css.name}>{stays.entity.name}</bdi>,
              in every case. Undo, or the card, takes them apart again.
            </p>
          </Confirmed>
        ) : (
          <OtherField own={sides.own} types={types} onChoose={setOtherId} />
        )}
      </div>
    </Dialog>
  );
}

type OtherFieldProps = {
  readonly own: MergeSide;
  readonly types: readonly EntityType[];
  readonly onChoose: (id: EntityId) => void;
};

/** Proposes who goes by a name like one of the entity's own; typing looks through all. */
function OtherField({ own, types, onChoose }: OtherFieldProps) {
  const index = useEntityIndex();
  const [text, setText] = useState('');
  const found = useMemo(() => {
    if (!index) return [];
    const words = text.trim() === '' ? own.entity.names.map((name) => name.text) : [text];
    const matches = words.flatMap((each) => findEntities(index, each, 12));
    const byId = new Map(matches.map((match) => [match.entity.id, match]));
    byId.delete(own.entity.id);
    return [...byId.values()].slice(0, 8);
  }, [index, text, own]);
  const typeOf = (id: string) => types.find((type) => type.id === id);
  return (
    <Combobox
      label="Merge with"
      autoFocus
      isInline
      placeholder="Any name, any script"
      text={text}
      onText={setText}
      groups={[
        {
          name: text.trim() === '' && found.length > 0 ? 'Called alike' : null,
          options: found.map(({ entity, name }) => ({
            id: entity.id,
            icon: (
              <TypeMark
                look={lookOf(typeOf(entity.type) ?? { tint: 'other', icon: 'cube', name: entity.type })}
                size={20}
              />
            ),
            main: <bdi>{entity.name}</bdi>,
            more: name === entity.name ? undefined : <bdi>“{name}”</bdi>,
          })),
        },
      ]}
      onChoose={(id) => {
        const match = found.find(({ entity }) => entity.id === id);
        if (match) onChoose(match.entity.id);
      }}
    />
  );
}

/** Both sides, field by field; what differs stands out. */
function Sides({ stays, goes }: { readonly stays: MergeSide; readonly goes: MergeSide }) {
  return (
    <table className={css.sides} aria-label="Both sides">
      <thead>
        <tr>
          <td />
          <th scope="col">Stays</th>
          <th scope="col">Becomes a name of it</th>
        </tr>
      </thead>
      <tbody>
        {stays.fields.map(({ name, value }, at) => {
          const other = goes.fields[at]?.value ?? '';
          if (value === '' && other === '') return null;
          return (
            <tr key={name} data-differs={value !== other || undefined}>
              <th scope="row">{name}</th>
              <td>
                <bdi>{value || '–'}</bdi>
              </td>
              <td>
                <bdi>{other || '–'}</bdi>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
