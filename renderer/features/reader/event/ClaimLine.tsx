import { Cross } from '@blueprintjs/icons';
import type { KeyboardEvent } from 'react';
import { isValued } from '#renderer/services/events-editing/claim-value.ts';
import type { ClaimSaid } from '#renderer/services/events-editing/event-editor.ts';
import type { EvidenceField } from '#renderer/services/events-editing/event-form.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { StanceShape } from '#renderer/ui/Shapes.tsx';
import type { Claim } from '#shared/domain/claim.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { HighlightId } from '#shared/domain/ids.ts';
import { nextStance, STANCE_FORMS } from '../stances.ts';
import { ClaimValue } from './ClaimValue.tsx';
import css from './EventForm.module.css';
import type { FormPart } from './EventFormView.tsx';
import { SaidBy } from './SaidBy.tsx';

/** What a passage says, and how. */
export type Said = Pick<Claim, 'stated' | 'stance' | 'saidBy' | 'read'>;

type ClaimLineProps = FormPart & {
  /** Null for the event as such. */
  readonly field: EvidenceField | null;
  readonly claim: Said;
  readonly highlightId: HighlightId | undefined;
  /** It becomes a claim when the event is saved, unless it is taken away. */
  readonly isOffered?: boolean;
  readonly onPassage: () => void;
  readonly onChange: (fields: ClaimSaid, made?: Entity) => void;
  readonly onRemove: () => void;
};

/** A passage under the field that it is evidence of: whether it asserts or denies, what it states, and who says so. */
export function ClaimLine({ claim, highlightId, isOffered, onPassage, onChange, onRemove, ...part }: ClaimLineProps) {
  const { stated, stance, saidBy, read } = claim;
  const next = nextStance(stance);
  const remove = (from: Element) => {
    // the line goes: the keys stay with its field
    from.closest('[data-evidence-of]')?.querySelector<HTMLElement>('input, select, button')?.focus();
    onRemove();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Delete' || event.key === 'Backspace') remove(event.currentTarget);
    else if (event.key === 's') onChange({ stance: next });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line of a list, no set of fields
    <div
      role="group"
      aria-label={`${stance}: ${stated}`}
      className={css.claim}
      data-offered={isOffered || undefined}
      data-valued={isValued(part.field) || undefined}
      onKeyDown={onKeyDown}
    >
      <IconButton
        icon={<StanceShape form={STANCE_FORMS[stance]} size={10} />}
        label={`Stance: ${stance}`}
        words={`It ${stance}; press: it ${next}`}
        keys="s"
        isSmall
        onClick={() => onChange({ stance: next })}
      />
      <button type="button" className={css.quote} onClick={onPassage} dir="auto" data-tip={stated}>
        <q className="cut">{stated}</q>
      </button>
      {isValued(part.field) && (
        <ClaimValue field={part.field} read={read} onChange={(value) => onChange({ read: value })} />
      )}
      <SaidBy
        {...part}
        saidBy={saidBy}
        outlet={useOutlet(highlightId, part)}
        onChange={(speakers, made) => onChange({ saidBy: speakers }, made)}
      />
      <IconButton
        icon={<Cross size={12} />}
        label="Remove claim"
        keys="Delete"
        isSmall
        {...(css.takeOut ? { className: css.takeOut } : {})}
        onClick={({ currentTarget }) => remove(currentTarget)}
      />
    </div>
  );
}

/** The publisher of the article in which a passage stands; empty while it is not known. */
function useOutlet(highlightId: HighlightId | undefined, { session }: Pick<FormPart, 'session'>): string {
  const { workspace } = useServices();
  const unsaved = session.evidence.find(({ highlight }) => highlight.id === highlightId)?.highlight.articleId;
  return (
    useLive(async () => {
      const articleId = unsaved ?? (highlightId && (await workspace.highlights.get(highlightId))?.articleId);
      const sourceId = articleId && (await workspace.articles.get(articleId))?.sourceId;
      return (sourceId && (await workspace.sources.get(sourceId))?.name) || '';
    }, [workspace, highlightId, unsaved]) ?? ''
  );
}
