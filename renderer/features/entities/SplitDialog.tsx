import { useMemo, useState } from 'react';
import { EntityCombobox } from '#renderer/fields/EntityCombobox.tsx';
import { type EntityCard, type MentionInContext, readEntityCard } from '#renderer/services/entities/entity-card.ts';
import { EntityEditor } from '#renderer/services/entities/entity-editor.ts';
import { useServices } from '#renderer/services/services.ts';
import { useEntityIndex } from '#renderer/services/tagging/use-entity-index.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Tick } from '#renderer/ui/Ticks.tsx';
import { shortDate } from '#shared/dates/short-date.ts';
import type { Codebook } from '#shared/domain/codebook.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { CaseId, EntityId, MentionId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { Confirmed, onConfirm } from './Confirmed.tsx';
import css from './Merge.module.css';

type SplitDialogProps = {
  readonly caseId: CaseId;
  readonly entityId: EntityId;
  readonly codebook: Codebook;
  readonly onClose: () => void;
  readonly onSplit: (to: EntityId) => void;
};

/** Takes passages that name somebody else out of an entity, into a new one or another that is known. */
export function SplitDialog(props: SplitDialogProps) {
  const { caseId, entityId } = props;
  const { workspace } = useServices();
  const card = useLive(() => readEntityCard(workspace, caseId, entityId), [workspace, caseId, entityId]);
  return card ? <Split {...props} card={card} /> : null;
}

function Split({ caseId, codebook, card, onClose, onSplit }: SplitDialogProps & { readonly card: EntityCard }) {
  const { workspace, notices } = useServices();
  const editor = useMemo(() => new EntityEditor(workspace), [workspace]);
  const index = useEntityIndex();
  const [chosen, setChosen] = useState<ReadonlySet<MentionId>>(new Set());
  const [to, setTo] = useState<{ readonly entity: Entity; readonly isNew: boolean } | null>(null);
  const { entity, mentions, type } = card;
  const toggle = (id: MentionId, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const usual = type ?? codebook.entityTypes[0];
  const count = chosen.size === 1 ? '1 passage' : `${chosen.size.toLocaleString('en')} passages`;
  const split = async () => {
    if (!to || chosen.size === 0) return;
    try {
      await editor.split(caseId, { from: entity.id, mentionIds: [...chosen], to: to.entity, isNew: to.isNew });
      notices.done(`Moved ${count} from “${entity.name}” to “${to.entity.name}”`);
      onClose();
      onSplit(to.entity.id);
    } catch (error) {
      notices.warn(toPayload(error).message);
    }
  };
  const first = mentions.find(({ mentionId }) => chosen.has(mentionId));
  return (
    <Dialog
      title={`Split ${entity.name}`}
      label="Split"
      onClose={onClose}
      width={620}
      foot={
        <Button
          look="primary"
          disabled={chosen.size === 0 || !to}
          keys="Mod+Enter"
          showsKeys
          onClick={() => void split()}
        >
          {to && chosen.size > 0 ? `Move ${count} to ${to.entity.name}` : 'Move passages'}
        </Button>
      }
    >
      <div onKeyDownCapture={onConfirm(to && chosen.size > 0 ? () => void split() : null)}>
        <p className={css.lead}>Which passages name somebody or something else?</p>
        {mentions.length === 0 && <p className={css.lead}>No passage of this case names it.</p>}
        <ul className={`${css.mentions} scroll`} aria-label="Passages">
          {mentions.map((mention) => (
            <li key={mention.highlightId}>
              <Tick checked={chosen.has(mention.mentionId)} onChange={(isOn) => toggle(mention.mentionId, isOn)}>
                <Passage mention={mention} />
              </Tick>
            </li>
          ))}
        </ul>
        {to && <Confirmed label="They name" name={to.entity.name} onChange={() => setTo(null)} />}
        {!to && usual && chosen.size > 0 && (
          <EntityCombobox
            key={first?.quote ?? ''}
            label="They name"
            initial={first?.quote ?? ''}
            index={index}
            codebook={codebook}
            usual={usual}
            placeholder="A known entity, or a new one"
            onLink={(known) => known.id !== entity.id && setTo({ entity: known, isNew: false })}
            onCreate={(name, made) => setTo({ entity: workspace.entities.draft(name, made, 'passage'), isNew: true })}
          />
        )}
        <p className={css.after}>
          Events, claims and the note stay with <bdi className={css.name}>{entity.name}</bdi>. Names that only these
          passages use go along.
        </p>
      </div>
    </Dialog>
  );
}

function Passage({ mention: { before, quote, after, publisher, published } }: { readonly mention: MentionInContext }) {
  return (
    <span className={css.passage}>
      <bdi>
        {before}
        <mark>{quote}</mark>
        {after}
      </bdi>
      <small>
        <bdi>{publisher || 'Publisher not known'}</bdi>
        {published && `, ${shortDate(published)}`}
      </small>
    </span>
  );
}
