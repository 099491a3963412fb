import { useMemo } from 'react';
import type { EntityCard } from '#renderer/services/entities/entity-card.ts';
import { EntityEditor } from '#renderer/services/entities/entity-editor.ts';
import { useServices } from '#renderer/services/services.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { GroupHead } from '#renderer/ui/Facts.tsx';
import type { CaseId, EntityId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import css from './Entities.module.css';

type MergedEntitiesProps = { readonly caseId: CaseId; readonly merged: EntityCard['merged'] };

/** What was merged into the entity in hand, with what was noted of it; each can be taken apart again. */
export function MergedEntities({ caseId, merged }: MergedEntitiesProps) {
  const { workspace, notices } = useServices();
  const editor = useMemo(() => new EntityEditor(workspace), [workspace]);
  const takeApart = (id: EntityId, name: string) =>
    void editor.takeApart(caseId, id).then(
      () => notices.done(`“${name}” is an entity of its own again`),
      (error: unknown) => notices.warn(toPayload(error).message),
    );
  return (
    <section>
      <GroupHead end={merged.length}>Merged into it</GroupHead>
      <ul>
        {merged.map(({ id, name, note }) => (
          <li key={id} className={css.apart}>
            <bdi className="cut">{name}</bdi>
            <Button look="plain" isSmall onClick={() => takeApart(id, name)}>
              Take apart
            </Button>
            {note !== '' && (
              <small>
                Note: <bdi>{note}</bdi>
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
