import { useMemo } from 'react';
import { EventEditor, type Evidence, readOf } from '#renderer/services/events-editing/event-editor.ts';
import { type EvidenceField, fieldOfPath, filledFields, pathOf } from '#renderer/services/events-editing/event-form.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { ClaimLine, type Said } from './ClaimLine.tsx';
import css from './EventForm.module.css';
import type { FormPart } from './EventFormView.tsx';

type Props = FormPart & {
  /** Null for the event as such. */
  readonly field: EvidenceField | null;
  readonly onPassage: (highlightId: string) => void;
};

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
    <ClaimLine
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
      <ClaimLine
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
    <ClaimLine
      {...props}
      isOffered
      claim={{ ...saidOf(first), read: readOf(pathOf(field, session.form), session.form, session.before) }}
      highlightId={first.highlight.id}
      onPassage={() => onPassage(first.highlight.id)}
      onChange={(fields, made) => acts.setApart(field, { ...first, ...fields }, made)}
      onRemove={() => acts.restOnFirst(field, false)}
    />
  );
}

function saidOf({ highlight, stance, saidBy, read = null }: Evidence): Said {
  return { stated: highlight.made.quote, stance, saidBy: [...saidBy], read };
}
