import { Cross } from '@blueprintjs/icons';
import { type KeyboardEvent, useMemo } from 'react';
import { EventEditor, type Evidence } from '#renderer/services/events-editing/event-editor.ts';
import { type EvidenceField, fieldOfPath, filledFields } from '#renderer/services/events-editing/event-form.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { StanceShape } from '#renderer/ui/Shapes.tsx';
import type { Claim, Stance } from '#shared/domain/claim.ts';
import type { Entity } from '#shared/domain/entity.ts';
import type { HighlightId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { STANCE_FORMS } from '../stances.ts';
import css from './EventForm.module.css';
import type { FormPart } from './EventFormView.tsx';
import { SaidBy } from './SaidBy.tsx';

type Props = FormPart & {
  /** Null for the event as such. */
  readonly field: EvidenceField | null;
  readonly onPassage: (highlightId: string) => void;
};

/** In the order in which a press goes round. */
const STANCES: readonly Stance[] = ['asserts', 'denies', 'mentions'];

/** The passages that a field rests on: what they say, how, and who says it. */
export function ClaimLines(props: Props) {
  const { session, field } = props;
  return (
    <>
      <StoredLines {...props} />
      <UnsavedLines {...props} />
      {field !== null && <FirstPassage {...props} field={field} />}
      {field === null && session.evidence.length === 0 && session.isNew && (
        <small className={css.pick}>It rests on no passage yet.</small>
      )}
    </>
  );
}

function StoredLines(props: Props) {
  const { session, field, onPassage } = props;
  const { workspace, notices } = useServices();
  const editor = useMemo(() => new EventEditor(workspace), [workspace]);
  const stored = useLive(
    async () => (session.isNew ? [] : workspace.claims.ofEvent(session.before.id)),
    [workspace, session.isNew, session.before.id],
  );
  const warn = (error: unknown) => notices.warn(toPayload(error).message);
  const own = (stored ?? []).filter(({ path }) =>
    field === null ? path === '' : fieldOfPath(path, session.form) === field,
  );
  return own.map((claim) => (
    <Line
      key={claim.id}
      {...props}
      claim={claim}
      highlightId={claim.highlightIds[0]}
      onPassage={() => claim.highlightIds[0] && onPassage(claim.highlightIds[0])}
      onChange={(fields, made) => void editor.changeClaim(claim, fields, made ?? null).catch(warn)}
      onRemove={() => void editor.removeClaim(claim.caseId, claim.id).catch(warn)}
    />
  ));
}

function UnsavedLines(props: Props) {
  const { session, acts, field, onPassage } = props;
  return session.evidence.map((evidence, at) =>
    evidence.field === field ? (
      <Line
        key={`${evidence.highlight.id} ${field}`}
        {...props}
        claim={saidOf(evidence)}
        highlightId={evidence.highlight.id}
        onPassage={() => onPassage(evidence.highlight.id)}
        onChange={(fields, made) => acts.changeEvidence(at, { ...evidence, ...fields }, made)}
        onRemove={() => acts.changeEvidence(at, null)}
      />
    ) : null,
  );
}

/** The passage that a new event was begun from, under each field that was filled: what it does not say is taken away here. */
function FirstPassage(props: Props & { readonly field: EvidenceField }) {
  const { session, acts, field, onPassage } = props;
  const first = session.evidence.find((evidence) => evidence.field === null);
  if (!session.isNew || !first || !filledFields(session.form).includes(field)) return null;
  if (session.spared.includes(field)) {
    const isApart = session.evidence.some((one) => one.field === field);
    return isApart ? null : (
      <button type="button" className={css.rest} onClick={() => acts.restOnFirst(field, true)}>
        The passage says so after all
      </button>
    );
  }
  return (
    <Line
      {...props}
      isOffered
      claim={saidOf(first)}
      highlightId={first.highlight.id}
      onPassage={() => onPassage(first.highlight.id)}
      onChange={(fields, made) => acts.setApart(field, { ...first, ...fields }, made)}
      onRemove={() => acts.restOnFirst(field, false)}
    />
  );
}

function saidOf({ highlight, stance, saidBy }: Evidence): Said {
  return { stated: highlight.made.quote, stance, saidBy: [...saidBy] };
}

type Said = Pick<Claim, 'stated' | 'stance' | 'saidBy'>;
type LineProps = Props & {
  readonly claim: Said;
  readonly highlightId: HighlightId | undefined;
  /** It becomes a claim when the event is saved, unless it is taken away. */
  readonly isOffered?: boolean;
  readonly onPassage: () => void;
  readonly onChange: (fields: Partial<Pick<Claim, 'stance' | 'saidBy'>>, made?: Entity) => void;
  readonly onRemove: () => void;
};

function Line({ claim, highlightId, isOffered, onPassage, onChange, onRemove, ...part }: LineProps) {
  const { stated, stance, saidBy } = claim;
  const next = STANCES[(STANCES.indexOf(stance) + 1) % STANCES.length] ?? 'asserts';
  const onKeyDown = (event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement;
    if (isField || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
    event.preventDefault();
    onRemove();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line of a list, no set of fields
    <div
      role="group"
      aria-label={`${stance}: ${stated}`}
      className={css.claim}
      data-offered={isOffered || undefined}
      onKeyDown={onKeyDown}
    >
      <IconButton
        icon={<StanceShape form={STANCE_FORMS[stance]} size={10} />}
        label={`Stance: ${stance}`}
        words={`It ${stance}; press: it ${next}`}
        isSmall
        onClick={() => onChange({ stance: next })}
      />
      <button type="button" className={css.quote} onClick={onPassage} dir="auto" data-tip={stated}>
        <q className="cut">{stated}</q>
      </button>
      <SaidBy
        {...part}
        saidBy={saidBy}
        outlet={useOutlet(highlightId, part)}
        onChange={(speakers, made) => onChange({ saidBy: speakers }, made)}
      />
      <IconButton icon={<Cross size={12} />} label="Remove claim" keys="Delete" isSmall onClick={onRemove} />
    </div>
  );
}

/** The publisher of the article in which a passage stands; empty while it is not known. */
function useOutlet(highlightId: HighlightId | undefined, { session }: Pick<Props, 'session'>): string {
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
