import { tagCounts } from '#renderer/services/library/triage.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import type { LibraryFacets } from '#shared/contracts/library-query.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { AddToCaseDialog } from './AddToCaseDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { TagsDialog } from './TagsDialog.tsx';
import type { Triage } from './use-triage.ts';

type TriageDialogsProps = {
  readonly caseId: CaseId;
  readonly triage: Triage;
  readonly targets: readonly ArticleId[];
  readonly facets: LibraryFacets | null;
};

/** The questions that acts on chosen articles ask. */
export function TriageDialogs({ caseId, triage, targets, facets }: TriageDialogsProps) {
  const close = () => triage.ask(null);
  if (triage.question === 'tags') {
    return <Tags caseId={caseId} triage={triage} targets={targets} facets={facets} />;
  }
  if (triage.question === 'add-to-case') {
    return <Cases caseId={caseId} triage={triage} count={targets.length} onClose={close} />;
  }
  if (triage.question === 'same') {
    return (
      <ReasonDialog
        title="Same article"
        words={`These ${targets.length} articles are taken as one story from now on, and count as one origin.`}
        act="Same article"
        onReason={triage.judgeSame}
        onClose={close}
      />
    );
  }
  return null;
}

function Tags({ caseId, triage, targets, facets }: TriageDialogsProps) {
  const { workspace } = useServices();
  const having = useLive(() => tagCounts(workspace, caseId, targets), [workspace, caseId, targets]);
  if (!having) return null;
  const names = new Set([...having.keys(), ...(facets?.tags ?? []).map(({ value }) => value)]);
  const known = [...names].sort().map((tag) => ({ tag, having: having.get(tag) ?? 0 }));
  return <TagsDialog count={targets.length} known={known} onDone={triage.editTags} onClose={() => triage.ask(null)} />;
}

function Cases({
  caseId,
  triage,
  count,
  onClose,
}: {
  caseId: CaseId;
  triage: Triage;
  count: number;
  onClose: () => void;
}) {
  const { workspace } = useServices();
  const cases = useLive(() => workspace.cases.list(), [workspace]);
  if (!cases) return null;
  const others = cases.filter(({ id }) => id !== caseId);
  const add = (id: CaseId) => triage.addToCase(id, others.find((one) => one.id === id)?.name ?? '');
  return <AddToCaseDialog count={count} cases={others} onAdd={add} onClose={onClose} />;
}
