import { useState } from 'react';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Bar } from '#renderer/ui/Bar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Scroll } from '#renderer/ui/Panel.tsx';
import { clockMilliseconds } from '#shared/custody/clock.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import css from './CaseFile.module.css';

/** Entries shown at first, and how many more each time. */
const STRETCH = 200;

/** Every change of the case, by whom and when, the latest first. */
export function HistoryTable({ caseId }: { readonly caseId: CaseId }) {
  const { workspace } = useServices();
  const [limit, setLimit] = useState(STRETCH);
  const history = useLive(async () => {
    const [entries, size] = await Promise.all([
      workspace.history.inCase(caseId, limit),
      workspace.history.size(caseId),
    ]);
    const ids = [...new Set(entries.map(({ personId }) => personId))];
    const names = await Promise.all(ids.map((id) => workspace.people.nameOf(id)));
    return { entries, all: size.entries, nameOf: new Map(ids.map((id, at) => [id, names[at]])) };
  }, [workspace, caseId, limit]);
  return (
    <>
      <Bar title="History" />
      <Scroll label="History">
        <table className={css.history} aria-label="History">
          <thead>
            <tr>
              <th scope="col">When (UTC)</th>
              <th scope="col">By</th>
              <th scope="col">What</th>
              <th scope="col">Entry</th>
              <th scope="col">Hash</th>
            </tr>
          </thead>
          <tbody>
            {history?.entries.map(({ entry: { header, hash }, personId, words }) => (
              <tr key={hash}>
                <td className="tab">{momentWords(clockMilliseconds(header.clock))}</td>
                <td>
                  <bdi>{history.nameOf.get(personId) ?? 'No name given'}</bdi>
                </td>
                <td>
                  <bdi>{words ?? <i>Purged: what it said is gone, that it was done is not</i>}</bdi>
                </td>
                <td className="tab">{header.seq.toLocaleString('en')}</td>
                <td>
                  <code data-tip={hash}>{hash.slice(0, 12)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {history && history.entries.length < history.all && (
          <p className={css.more}>
            {history.entries.length.toLocaleString('en')} of {history.all.toLocaleString('en')} entries
            <Button isSmall onClick={() => setLimit(limit + STRETCH)}>
              Show more
            </Button>
          </p>
        )}
      </Scroll>
    </>
  );
}

function momentWords(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}
