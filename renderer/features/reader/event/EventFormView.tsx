import { Cross } from '@blueprintjs/icons';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useCommands, useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { rangeOf, rangeWords } from '#renderer/services/events/count-range.ts';
import { COUNTED, type Counted, type EvidenceField, faultsOf } from '#renderer/services/events-editing/event-form.ts';
import type { EntityIndex } from '#renderer/services/tagging/use-entity-index.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { Keys } from '#renderer/ui/Keys.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Codebook } from '#shared/domain/codebook.ts';
import type { Entity } from '#shared/domain/entity.ts';
import { ActorsField } from './ActorsField.tsx';
import { ClaimLines } from './ClaimLines.tsx';
import { DateField } from './DateField.tsx';
import css from './EventForm.module.css';
import { type EventSession, nameOf } from './event-session.ts';
import { fieldInWords } from './evidence-marks.ts';
import { PlaceField } from './PlaceField.tsx';
import type { EventActs } from './use-event-session.ts';

/** What the parts of the form share. */
export type FormPart = {
  readonly session: EventSession;
  readonly acts: EventActs;
  readonly codebook: Codebook;
  readonly index: EntityIndex | undefined;
  readonly draftEntity: (name: string, typeId: string) => Entity | null;
};

type Props = FormPart & {
  readonly onClose: () => void;
  readonly onSaved: () => void;
  /** Goes back to the text; nothing is put away. */
  readonly onLeave: () => void;
  readonly onPassage: (highlightId: string) => void;
};

const COUNT_WORDS: Readonly<Record<Counted, string>> = {
  killed: 'Killed',
  injured: 'Injured',
  'killed-or-injured': 'Killed or injured',
};

/** The open event: each field with the passages it rests on. `Ctrl+Enter` saves it. */
export function EventFormView(props: Props) {
  const { session, acts, codebook, onClose, onSaved } = props;
  const { form, before, label, problem } = session;
  const [isTried, setTried] = useState(false);
  const evidenceKeys = useKeysOf('passage:evidence');
  // what is no number is said at once; a date may be half typed
  const { date, ...counts } = faultsOf(form, before);
  const faults = isTried ? { ...counts, date } : counts;
  const save = async () => {
    setTried(true);
    if (await acts.save()) onSaved();
  };
  useCommands([
    { id: 'event:save', words: 'Save the open event', keys: 'Mod+Enter', group: 'Reader', run: () => void save() },
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      props.onLeave();
    }
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    void save();
  };
  return (
    <form
      className={css.form}
      aria-label="Event"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <header className={css.head}>
        <span className={css.label}>{label}</span>
        <input
          className={css.title}
          aria-label="Title"
          value={form.title}
          placeholder={nameOf(session, codebook)}
          dir="auto"
          onChange={({ target }) => acts.change({ title: target.value })}
        />
        <IconButton icon={<Cross size={14} />} label="Close event" isSmall onClick={onClose} />
      </header>
      <div className={`${css.fields} scroll`}>
        <Row {...props} field="type">
          <Select
            label="Type"
            value={form.type}
            lines={[
              ...(form.type === '' ? [{ value: '', words: 'Not chosen yet' }] : []),
              ...codebook.eventTypes.map(({ id, name }) => ({ value: id, words: name })),
            ]}
            onChange={(type) => acts.change({ type })}
          />
        </Row>
        <Row {...props} field="when">
          <DateField session={session} acts={acts} error={isTried ? date : undefined} />
        </Row>
        <Row {...props} field="placeId">
          <PlaceField {...props} />
        </Row>
        <Row {...props} field="participants">
          <ActorsField {...props} />
        </Row>
        {COUNTED.map((effect) => (
          <Row key={effect} {...props} field={effect}>
            <CountFields {...props} effect={effect} error={faults[effect]} />
          </Row>
        ))}
        <div className={css.row}>
          <TextField label="Note" value={form.note} lines={3} dir="auto" onChange={(note) => acts.change({ note })} />
        </div>
        <EvidenceOfEvent {...props} />
      </div>
      {problem && (
        <ErrorNote title="Not saved" actions={<ReadAgain {...props} />}>
          {problem}
        </ErrorNote>
      )}
      <footer className={css.foot}>
        <Button look="primary" type="submit" keys="Mod+Enter" showsKeys>
          Save event
        </Button>
        <span className={css.pick}>
          Select a passage: {evidenceKeys && <Keys keys={evidenceKeys} />} adds it to <b>{fieldInWords(session)}</b>
        </span>
      </footer>
    </form>
  );
}

type RowProps = Props & { readonly field: EvidenceField; readonly children: ReactNode };

/** A field with its evidence; the one that has the caret is the one that the next passage goes to. */
function Row({ field, children, ...props }: RowProps) {
  const { session, acts } = props;
  const isChosen = session.field === field;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears which of its fields has the caret
    <div
      className={css.row}
      data-evidence-of={field}
      data-open={isChosen || undefined}
      onFocus={() => !isChosen && acts.choose(field)}
    >
      {children}
      <ClaimLines {...props} field={field} />
    </div>
  );
}

function EvidenceOfEvent(props: Props) {
  const { session, acts } = props;
  return (
    <div className={css.row} data-evidence-of="event" data-open={session.field === null || undefined}>
      <button type="button" className={css.whole} onClick={() => acts.choose(null)}>
        Evidence of the event as such
      </button>
      <ClaimLines {...props} field={null} />
    </div>
  );
}

function CountFields({ session, acts, effect, error }: Props & { effect: Counted; error: string | undefined }) {
  const line = session.form.counts[effect];
  const set = (fields: Partial<typeof line>) =>
    acts.change({ counts: { ...session.form.counts, [effect]: { ...line, ...fields } } });
  const words = COUNT_WORDS[effect];
  return (
    <>
      <span className={css.counts}>
        <TextField
          label={`${words}, at least`}
          value={line.least}
          onChange={(least) => set({ least })}
          error={error}
          help={readingOf(line.least, line.most)}
          dir="ltr"
        />
        <TextField label={`${words}, at most`} value={line.most} onChange={(most) => set({ most })} dir="ltr" />
      </span>
      <TextField
        label={`${words}, whom`}
        value={line.whom}
        onChange={(whom) => set({ whom })}
        placeholder="civilians, fighters …"
        dir="auto"
      />
    </>
  );
}

/** How words for a number are read, before anything is saved; figures need none. */
function readingOf(least: string, most: string): string | undefined {
  if (!/[^\d\s,.]/.test(least + most)) return undefined;
  const range = rangeOf(least, most);
  return range && `Read as ${rangeWords(range)}`;
}

function ReadAgain({ session, acts }: Props) {
  if (session.isNew) return null;
  return (
    <Button isSmall onClick={() => void acts.open(session.before.id)}>
      Read it again
    </Button>
  );
}
