import { useState } from 'react';
import { readHistory } from '#renderer/services/case-file/case-history.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Bar } from '#renderer/ui/Bar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Scroll } from '#renderer/ui/Panel.tsx';
import type { CaseId } from '#shared/domain/ids.ts';
import css from './CaseFile.module.css';
import { HistoryRow } from './HistoryRow.tsx';

/** Entries shown at first, and how many more each time. */
const STRETCH = 200;

/** Every change of the case, by whom and when, the latest first. */
export function HistoryTable({ caseId }: { readonly caseId: CaseId }) {
  const { workspace } = useServices();
  const [limit, setLimit] = useState(STRETCH);
  const history = useLive(() => readHistory(workspace, caseId, limit), [workspace, caseId, limit]);
  return (
    <>
      <Bar title="History" />
      <Scroll label="History">
        <table className={css.history} aria-label="History">
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">What changed</span>
              </th>
              <th scope="col">When (UTC)</th>
              <th scope="col">By</th>
              <th scope="col">What</th>
              <th scope="col">Entry</th>
              <th scope="col">Hash</th>
            </tr>
          </thead>
          <tbody>
            {history?.lines.map((line) => (
              <HistoryRow key={line.entry.hash} caseId={caseId} line={line} />
            ))}
          </tbody>
        </table>
        {history && history.lines.length < history.all && (
          <p className={css.more}>
            {history.lines.length.toLocaleString('en')} of {history.all.toLocaleString('en')} entries
            <Button isSmall onClick={() => setLimit(limit + STRETCH)}>
              Show more
            </Button>
          </p>
        )}
      </Scroll>
    </>
  );
}
