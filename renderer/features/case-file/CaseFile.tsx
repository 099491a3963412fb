import { Export, FolderOpen, History as HistoryIcon, TickCircle, Trash } from '@blueprintjs/icons';
import type { ReactElement } from 'react';
import { useCommands, useKeysOf } from '#renderer/services/commands/use-commands.ts';
import { usePlaceStatus } from '#renderer/services/place-status.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { CaseId } from '#shared/domain/ids.ts';
import css from './CaseFile.module.css';
import { Contents } from './Contents.tsx';
import { HistoryTable } from './HistoryTable.tsx';
import { Verification } from './Verification.tsx';

const PARTS = ['contents', 'history', 'verify'] as const;
type Part = (typeof PARTS)[number];

/** Handing the case over, everything that was done to it, and the proof that it is whole. */
export function CaseFile({ caseId }: { readonly caseId: CaseId }) {
  const { workspace, commands } = useServices();
  const { route, go } = useRoute();
  const part: Part = PARTS.find((each) => each === route.rest[0]) ?? 'contents';
  const size = useLive(() => workspace.history.size(caseId), [workspace, caseId]);
  const show = (wanted: Part) => () => go({ place: 'case-file', rest: wanted === 'contents' ? [] : [wanted] });
  useCommands([
    { id: 'case:history', words: 'History of the case', keys: 'h', group: 'Case file', run: show('history') },
    { id: 'case:verify', words: 'Verify the case', keys: 'y', group: 'Case file', run: show('verify') },
  ]);
  usePlaceStatus(size ? `${size.entries.toLocaleString('en')} ledger entries in this case` : '', HINTS);
  const keys = {
    export: useKeysOf('case:export-file'),
    open: useKeysOf('case:open-file'),
    history: useKeysOf('case:history'),
    verify: useKeysOf('case:verify'),
    remove: useKeysOf('case:remove'),
  };
  return (
    <div className={css.place}>
      <nav className={css.nav} aria-label="Case file" data-area="Case file" data-home tabIndex={-1}>
        <Line
          icon={<Export />}
          words="Export case file…"
          keys={keys.export}
          run={() => void commands.run('case:export-file')}
        />
        <Line
          icon={<FolderOpen />}
          words="Open case file…"
          keys={keys.open}
          run={() => void commands.run('case:open-file')}
        />
        <Line
          icon={<HistoryIcon />}
          words="History"
          keys={keys.history}
          isCurrent={part === 'history'}
          run={show('history')}
        />
        <Line
          icon={<TickCircle />}
          words="Verify"
          keys={keys.verify}
          isCurrent={part === 'verify'}
          run={show('verify')}
        />
        <Line
          icon={<Trash />}
          words="Remove this case…"
          keys={keys.remove}
          run={() => void commands.run('case:remove')}
        />
      </nav>
      <section className={css.centre} aria-label={TITLES[part]} data-area={TITLES[part]} tabIndex={-1}>
        {part === 'contents' && <Contents caseId={caseId} />}
        {part === 'history' && <HistoryTable caseId={caseId} />}
        {part === 'verify' && <Verification caseId={caseId} />}
      </section>
    </div>
  );
}

const TITLES: Readonly<Record<Part, string>> = { contents: 'Case file', history: 'History', verify: 'Verification' };

const HINTS = [
  { command: 'case:export-file', words: 'export' },
  { command: 'case:history', words: 'history' },
  { command: 'case:verify', words: 'verify' },
] as const;

type LineProps = {
  readonly icon: ReactElement;
  readonly words: string;
  readonly keys: string | undefined;
  readonly isCurrent?: boolean;
  readonly run: () => void;
};

function Line({ icon, words, keys, isCurrent, run }: LineProps) {
  return (
    <Button icon={icon} look="plain" keys={keys} isPressed={isCurrent} onClick={run}>
      {words}
    </Button>
  );
}
