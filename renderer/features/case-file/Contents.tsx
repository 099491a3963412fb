import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Bar } from '#renderer/ui/Bar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Scroll } from '#renderer/ui/Panel.tsx';
import type { CaseId } from '#shared/domain/ids.ts';
import css from './CaseFile.module.css';

/** What a case file of this case holds, and what it is. */
export function Contents({ caseId }: { readonly caseId: CaseId }) {
  const { workspace, commands } = useServices();
  const said = useLive(() => workspace.cases.get(caseId), [workspace, caseId]);
  const counts = useLive(async () => {
    const [articles, highlights, mentions, events, claims, size] = await Promise.all([
      workspace.articles.idsInCase(caseId),
      workspace.highlights.inCase(caseId),
      workspace.entities.mentionsInCase(caseId),
      workspace.events.inCase(caseId),
      workspace.claims.inCase(caseId),
      workspace.history.size(caseId),
    ]);
    const entities = new Set(mentions.map(({ entityId }) => entityId)).size;
    return [
      ['Articles, with their captures as they came', articles.length],
      ['Highlights', highlights.length],
      ['Entities that they name', entities],
      ['Events', events.length],
      ['Claims, each with its passage', claims.length],
      ['Ledger entries, every change since the start', size.entries],
    ] as const;
  }, [workspace, caseId]);
  return (
    <>
      <Bar title="Case file" />
      <Scroll label="Case file">
        <div className={css.contents}>
          {said && (
            <div className={css.case}>
              <h2 dir="auto">{said.name}</h2>
              <p dir="auto">{said.summary || 'No question was written down for this case yet.'}</p>
              <Button isSmall onClick={() => void commands.run('case:details')}>
                Case details…
              </Button>
            </div>
          )}
          <p>
            One file, readable without Casewright: a zip with a BagIt bag inside. It holds this case and what it rests
            on, nothing of your other cases, and is verified after it is written.
          </p>
          <table aria-label="What is inside">
            <tbody>
              {counts?.map(([name, count]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{count.toLocaleString('en')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Scroll>
    </>
  );
}
