import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { countWords } from '#renderer/services/events/count-range.ts';
import { type EventRow, readEventList } from '#renderer/services/events/event-list.ts';
import { findEvents } from '#renderer/services/events/find-events.ts';
import type { EvidenceField } from '#renderer/services/events-editing/event-form.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Combobox } from '#renderer/ui/Combobox.tsx';
import type { OptionLine } from '#renderer/ui/OptionList.tsx';
import { shortDate } from '#shared/dates/short-date.ts';
import type { CaseId, EventId } from '#shared/domain/ids.ts';
import { fold } from '#shared/text/fold-text.ts';

type EvidencePickerProps = {
  readonly caseId: CaseId;
  /** @param field - null for the event as such */
  readonly onChoose: (eventId: EventId, field: EvidenceField | null) => void;
  /** Codes a new event from the passage. */
  readonly onBegin: () => void;
  readonly onClose: () => void;
};

const NEW = 'new';

/** Finds the event of which a passage is evidence by any of its words, then the field: two lists, keys alone. */
export function EvidencePicker({ caseId, onChoose, onBegin, onClose }: EvidencePickerProps) {
  const { workspace } = useServices();
  const rows = useLive(() => readEventList(workspace, caseId), [workspace, caseId]);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<EventRow | null>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (!chosen) return onClose();
    setChosen(null);
    setText('');
  };
  if (chosen) {
    const fields = FIELDS.filter(([, words]) => fold(words).includes(fold(text).trim()));
    return (
      <Combobox
        key="field"
        label={`Field of ${chosen.label}`}
        hidesLabel
        isInline
        autoFocus
        placeholder={`What of ${chosen.label} does it speak of?`}
        text={text}
        onText={setText}
        groups={[{ name: null, options: fields.map(([field, words]) => fieldLine(chosen, field, words)) }]}
        onChoose={(id) => onChoose(chosen.id, FIELDS.find(([field]) => (field ?? '') === id)?.[0] ?? null)}
        onKeyDown={onKeyDown}
      />
    );
  }
  const found = findEvents(rows ?? [], text);
  return (
    <Combobox
      key="event"
      label="Evidence of event"
      hidesLabel
      isInline
      autoFocus
      placeholder="Evidence of which event? Title, type, place, actor …"
      text={text}
      onText={setText}
      groups={[
        { name: null, options: found.map(eventLine) },
        { name: null, options: rows ? [{ id: NEW, main: 'A new event from this passage', keys: 'v' }] : [] },
      ]}
      onChoose={(id) => {
        if (id === NEW) return onBegin();
        setChosen(found.find((row) => row.id === id) ?? null);
        setText('');
      }}
      onKeyDown={onKeyDown}
    />
  );
}

const FIELDS: readonly (readonly [EvidenceField | null, string])[] = [
  [null, 'The event as such'],
  ['when', 'Date'],
  ['placeId', 'Place'],
  ['participants', 'Actors'],
  ['killed', 'Killed'],
  ['injured', 'Injured'],
  ['killed-or-injured', 'Killed or injured'],
  ['type', 'Type'],
];

function eventLine({ id, label, title, place, when }: EventRow): OptionLine {
  return {
    id,
    main: (
      <>
        <b>{label}</b> <bdi>{title}</bdi>
      </>
    ),
    ...(place === '' ? {} : { more: <bdi>{place}</bdi> }),
    side: when === null ? 'no date' : shortDate(when),
  };
}

function fieldLine(row: EventRow, field: EvidenceField | null, words: string): OptionLine {
  return { id: field ?? '', main: words, side: valueIn(row, field) };
}

function valueIn(row: EventRow, field: EvidenceField | null): ReactNode {
  switch (field) {
    case null:
      return <bdi>{row.title}</bdi>;
    case 'when':
      return row.when === null ? 'not stated' : shortDate(row.when);
    case 'placeId':
      return <bdi>{row.place || 'not stated'}</bdi>;
    case 'participants':
      return <bdi>{row.actors.join(', ') || 'not stated'}</bdi>;
    case 'type':
      return row.typeName;
    case 'killed':
      return countWords(row.killed) || 'not stated';
    case 'injured':
      return countWords(row.injured) || 'not stated';
    case 'killed-or-injured':
      return countWords(row.casualties) || 'not stated';
  }
}
