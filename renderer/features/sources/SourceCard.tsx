import { Cross } from '@blueprintjs/icons';
import { useState } from 'react';
import { useServices } from '#renderer/services/services.ts';
import { RELIABILITY } from '#renderer/services/sources/grade-words.ts';
import type { SourceRow } from '#renderer/services/sources/source-list.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { GroupHead } from '#renderer/ui/Facts.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { CaseId, SourceId } from '#shared/domain/ids.ts';
import { type Reliability, reliabilitySchema } from '#shared/domain/source-grade.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import css from './Sources.module.css';

type SourceCardProps = {
  readonly caseId: CaseId;
  readonly row: SourceRow | null;
  readonly all: readonly SourceRow[];
  readonly onMerge: () => void;
};

/** The publisher in hand: its name, domains, grade, whom it republishes, and what was merged into it. */
export function SourceCard({ caseId, row, all, onMerge }: SourceCardProps) {
  return (
    <Panel label="Source" width={340} side="end">
      {row ? (
        <Card key={row.id} caseId={caseId} row={row} all={all} onMerge={onMerge} />
      ) : (
        <p className={css.hint}>The source in hand is shown here: click a row.</p>
      )}
    </Panel>
  );
}

function Card({ caseId, row, all, onMerge }: SourceCardProps & { readonly row: SourceRow }) {
  const { workspace, notices } = useServices();
  const warn = (error: unknown) => notices.warn(toPayload(error).message);
  const [name, setName] = useState(row.name);
  const [known, setKnown] = useState(row.name);
  if (known !== row.name) {
    // renamed here, by an undo or in another window; drawn anew, the card would lose the focus
    setKnown(row.name);
    setName(row.name);
  }
  const edit = (fields: Parameters<typeof workspace.sources.edit>[2]) => {
    workspace.sources.edit(caseId, row.id, fields).catch(warn);
  };
  const rename = () => {
    const wanted = name.trim().normalize('NFC');
    if (wanted === '') setName(row.name);
    else if (wanted !== row.name) edit({ name: wanted });
  };
  return (
    <div className={css.card}>
      <h2>
        <bdi>{row.name}</bdi>
      </h2>
      <div>
        <Button isSmall onClick={onMerge}>
          Merge…
        </Button>
      </div>
      <TextField label="Name" value={name} onChange={setName} onBlur={rename} dir="auto" />
      <Grade caseId={caseId} row={row} />
      <Parts
        title="Domains"
        parts={row.source.domains.map((domain) => ({ id: domain, words: domain }))}
        empty="None known."
        onRemove={(domain) => edit({ domains: row.source.domains.filter((each) => each !== domain) })}
      />
      <Parts
        title="Republishes"
        parts={row.republishes.map(({ id, name: words }) => ({ id, words }))}
        empty="Nobody, as far as is known."
        onRemove={(id) => edit({ republishes: row.source.republishes.filter((each) => each !== id) })}
      />
      <Republish row={row} all={all} onAdd={(id) => edit({ republishes: [...row.source.republishes, id] })} />
      {row.merged.length > 0 && (
        <Parts
          title="Merged into it"
          parts={row.merged.map(({ decisionId, name: words }) => ({ id: decisionId, words }))}
          empty=""
          removeWords="Take apart again"
          onRemove={(id) => {
            const one = row.merged.find(({ decisionId }) => decisionId === id);
            if (!one) return;
            const words = `Take the source “${one.name}” out of “${row.name}”`;
            workspace.decisions.takeBack(caseId, words, [one.decisionId]).catch(warn);
          }}
        />
      )}
    </div>
  );
}

type PartsProps = {
  readonly title: string;
  readonly parts: readonly { readonly id: string; readonly words: string }[];
  readonly empty: string;
  readonly removeWords?: string;
  readonly onRemove: (id: string) => void;
};

function Parts({ title, parts, empty, removeWords = 'Remove', onRemove }: PartsProps) {
  return (
    <section>
      <GroupHead>{title}</GroupHead>
      {parts.length === 0 && <p className={css.second}>{empty}</p>}
      <ul aria-label={title}>
        {parts.map(({ id, words }) => (
          <li key={id}>
            <bdi className="cut">{words}</bdi>
            <IconButton
              icon={<Cross size={12} />}
              label={`${removeWords}: ${words}`}
              isSmall
              onClick={() => onRemove(id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Grade({ caseId, row }: { readonly caseId: CaseId; readonly row: SourceRow }) {
  const { workspace, notices } = useServices();
  const lines = reliabilitySchema.options.map((value) => ({ value, words: RELIABILITY[value] }));
  return (
    <Select<Reliability | ''>
      label="Source grade"
      value={row.grade ?? ''}
      lines={[...(row.grade ? [] : [{ value: '' as const, words: 'not assessed' }]), ...lines]}
      onChange={(grade) => {
        if (grade === '') return;
        workspace.sources
          .grade(caseId, row.id, grade, '')
          .catch((error: unknown) => notices.warn(toPayload(error).message));
      }}
    />
  );
}

type RepublishProps = Pick<SourceCardProps, 'all'> & {
  readonly row: SourceRow;
  readonly onAdd: (id: SourceId) => void;
};

function Republish({ row, all, onAdd }: RepublishProps) {
  const [wanted, setWanted] = useState('');
  const others = all.filter(({ id }) => id !== row.id && !row.source.republishes.includes(id));
  if (others.length === 0) return null;
  return (
    <form
      className={css.add}
      onSubmit={(event) => {
        event.preventDefault();
        const one = others.find(({ id }) => id === wanted);
        if (one) onAdd(one.id);
        setWanted('');
      }}
    >
      <Select
        label="Another that it republishes"
        value={wanted}
        lines={[{ value: '', words: 'Choose a source' }, ...others.map(({ id, name }) => ({ value: id, words: name }))]}
        onChange={setWanted}
      />
      <Button type="submit" isSmall disabled={wanted === ''}>
        Add
      </Button>
    </form>
  );
}
