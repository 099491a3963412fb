import { handOver } from '#renderer/services/case-file/hand-over.ts';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { CaseId } from '#shared/domain/ids.ts';
import { writeCsv } from '#shared/text/write-csv.ts';
import { counted } from './count-words.ts';
import css from './SearchLogDialog.module.css';

type SearchLogDialogProps = { readonly caseId: CaseId; readonly onClose: () => void };

/** Searches that are listed; the file has all. */
const LISTED = 200;

/** How it was searched from this case: what was asked when, of what, and what it found. */
export function SearchLogDialog({ caseId, onClose }: SearchLogDialogProps) {
  const { workspace } = useServices();
  const log = useLive(() => workspace.searches.logOf(caseId), [workspace, caseId]);
  const save = () => {
    const head = [
      'At',
      'Query',
      'Narrowed to',
      'Scope',
      'Articles',
      'Only hidden',
      'Searched',
      'Index whole',
      'Change',
    ];
    const rows = (log ?? []).map((one) => [
      ...[one.at, one.query, one.narrowed, one.scope, one.articles, one.hiddenArticles, one.searched],
      ...[one.isWhole ? 'yes' : 'no', one.state],
    ]);
    handOver(new Blob([writeCsv([head, ...rows])], { type: 'text/csv' }), 'search-log.csv');
  };
  return (
    <Dialog
      title="Search log"
      onClose={onClose}
      width={880}
      foot={
        <>
          <Button disabled={!log || log.length === 0} onClick={save}>
            Export log
          </Button>
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      {log && (
        <>
          <p>
            {Math.min(LISTED, log.length).toLocaleString('en')} of {counted(log.length, 'search')} shown, the latest
            first. The last column numbers the change of the store up to which the index had heard.
          </p>
          <table className={css.log}>
            <thead>
              <tr>
                <th scope="col">At (UTC)</th>
                <th scope="col">Query</th>
                <th scope="col">Scope</th>
                <th scope="col">Found</th>
                <th scope="col">Of</th>
                <th scope="col">Change</th>
              </tr>
            </thead>
            <tbody>
              {log.slice(0, LISTED).map((one) => (
                <tr key={one.id}>
                  <td className="tab">{one.at.replace('T', ' ').slice(0, 19)}</td>
                  <td>
                    <bdi>{one.query}</bdi>
                    {one.narrowed && <span className={css.narrowed}> {one.narrowed}</span>}
                  </td>
                  <td>{one.scope === 'case' ? 'This case' : 'All cases'}</td>
                  <td className="tab">{one.articles.toLocaleString('en')}</td>
                  <td className="tab">
                    {one.searched.toLocaleString('en')}
                    {!one.isWhole && ' (index not whole)'}
                  </td>
                  <td className="tab">{one.state.toLocaleString('en')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Dialog>
  );
}
