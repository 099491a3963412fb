import { Cross } from '@blueprintjs/icons';
import { useMemo, useState } from 'react';
import { EventEditor } from '#renderer/services/events-editing/event-editor.ts';
import { type EvidenceField, fieldOfPath } from '#renderer/services/events-editing/event-form.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { StanceShape } from '#renderer/ui/Shapes.tsx';
import type { Claim, Speaker, Stance } from '#shared/domain/claim.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { STANCE_FORMS } from '../stances.ts';
import css from './EventForm.module.css';
import type { FormPart } from './EventFormView.tsx';

type Props = FormPart & {
  /** Null for the event as such. */
  readonly field: EvidenceField | null;
  readonly onPassage: (highlightId: string) => void;
};

/** In the order in which a press goes round. */
const STANCES: readonly Stance[] = ['asserts', 'denies', 'mentions'];

/** The passages that a field rests on: what they say, how, and who says it. */
export function ClaimLines({ session, acts, field, onPassage }: Props) {
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
  return (
    <>
      {own.map((claim) => (
        <Line
          key={claim.id}
          claim={claim}
          onPassage={() => claim.highlightIds[0] && onPassage(claim.highlightIds[0])}
          onChange={(fields) => void editor.changeClaim(claim, fields).catch(warn)}
          onRemove={() => void editor.removeClaim(claim.caseId, claim.id).catch(warn)}
        />
      ))}
      {session.evidence.map((evidence, at) =>
        evidence.field === field ? (
          <Line
            key={evidence.highlight.id}
            claim={{ stated: evidence.highlight.made.quote, stance: evidence.stance, saidBy: [...evidence.saidBy] }}
            onPassage={() => onPassage(evidence.highlight.id)}
            onChange={(fields) => acts.changeEvidence(at, { ...evidence, ...fields })}
            onRemove={() => acts.changeEvidence(at, null)}
          />
        ) : null,
      )}
    </>
  );
}

type Said = Pick<Claim, 'stated' | 'stance' | 'saidBy'>;
type LineProps = {
  readonly claim: Said;
  readonly onPassage: () => void;
  readonly onChange: (fields: Partial<Pick<Claim, 'stance' | 'saidBy'>>) => void;
  readonly onRemove: () => void;
};

function Line({ claim, onPassage, onChange, onRemove }: LineProps) {
  const { stated, stance, saidBy } = claim;
  const next = STANCES[(STANCES.indexOf(stance) + 1) % STANCES.length] ?? 'asserts';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line of a list, no set of fields
    <div role="group" aria-label={`${stance}: ${stated}`} className={css.claim}>
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
      <SaidBy saidBy={saidBy} onChange={(speakers) => onChange({ saidBy: speakers })} />
      <IconButton icon={<Cross size={12} />} label="Remove claim" isSmall onClick={onRemove} />
    </div>
  );
}

/** Who says so, as the passage names them; empty for the outlet itself. */
function SaidBy({ saidBy, onChange }: { saidBy: readonly Speaker[]; onChange: (speakers: Speaker[]) => void }) {
  const spoken = saidBy.at(-1)?.words ?? '';
  const [words, setWords] = useState(spoken);
  const [seen, setSeen] = useState(spoken);
  if (seen !== spoken) {
    setSeen(spoken);
    setWords(spoken);
  }
  const keep = () => {
    const trimmed = words.trim();
    if (trimmed === spoken) return;
    onChange(trimmed === '' ? [] : [{ sourceId: null, entityId: null, words: trimmed, leaning: null }]);
  };
  return (
    <input
      className={css.saidBy}
      aria-label="Said by"
      placeholder="said by"
      dir="auto"
      value={words}
      onChange={({ target }) => setWords(target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          keep();
        }
      }}
    />
  );
}
