import { ChevronDown, ChevronRight } from '@blueprintjs/icons';
import { useState } from 'react';
import type { CaseHistory } from '#renderer/services/case-file/case-history.ts';
import { findSubject, subjectOf } from '#renderer/services/case-file/history-target.ts';
import { readChanges } from '#renderer/services/case-file/read-changes.ts';
import { curled } from '#renderer/services/curled-words.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { clockMilliseconds } from '#shared/custody/clock.ts';
import type { CaseId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/domain/ledger.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import css from './CaseFile.module.css';

type HistoryRowProps = { readonly caseId: CaseId; readonly line: CaseHistory['lines'][number] };

/** One entry of History: its words lead to what it speaks of, its arrow shows what it changed. */
export function HistoryRow({ caseId, line: { entry, by, words } }: HistoryRowProps) {
  const { header, hash, payload } = entry;
  const [isOpen, setOpen] = useState(false);
  const changes = payload?.changes ?? [];
  return (
    <>
      <tr>
        <td>
          {changes.length > 0 && (
            <IconButton
              icon={isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
              label={`What changed, entry ${header.seq}`}
              isSmall
              isExpanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            />
          )}
        </td>
        <td className="tab">{momentWords(clockMilliseconds(header.clock))}</td>
        <td>
          <bdi>{by}</bdi>
        </td>
        <td>
          {words === null ? (
            <i>Purged: what it said is gone, that it was done is not</i>
          ) : (
            <Words caseId={caseId} words={words} changes={changes} />
          )}
        </td>
        <td className="tab">{header.seq.toLocaleString('en')}</td>
        <td>
          <code data-tip={hash}>{hash.slice(0, 12)}</code>
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td />
          <td colSpan={5}>
            <Changes changes={changes} />
          </td>
        </tr>
      )}
    </>
  );
}

type WordsProps = { readonly caseId: CaseId; readonly words: string; readonly changes: readonly Change[] };

function Words({ caseId, words, changes }: WordsProps) {
  const { workspace, notices } = useServices();
  const { go } = useRoute();
  const subject = subjectOf(changes);
  if (!subject) return <bdi>{curled(words)}</bdi>;
  const open = async () => {
    const place = await findSubject(workspace, caseId, subject);
    if (place) go(place);
    else notices.warn('What this entry speaks of is no longer there: it was removed or taken back later.');
  };
  return (
    <button
      type="button"
      className={css.subject}
      onClick={() => open().catch((error: unknown) => notices.warn(toPayload(error).message))}
    >
      <bdi>{curled(words)}</bdi>
    </button>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const { workspace } = useServices();
  const read = useLive(() => readChanges(workspace, changes), [workspace, changes]);
  if (!read) return null;
  return (
    <ul className={css.changes}>
      {read.lines.map(({ what, before, after }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of an entry never move
        <li key={at}>
          <span className={css.what}>{what}</span>
          {before !== '' && <bdi className={css.was}>{before}</bdi>}
          {before !== '' && after !== '' && (
            <>
              <span className="unseen">becomes</span>
              <span aria-hidden="true">→</span>
            </>
          )}
          {after !== '' && <bdi>{after}</bdi>}
        </li>
      ))}
      {read.more > 0 && <li className={css.what}>and {read.more.toLocaleString('en')} changes more</li>}
    </ul>
  );
}

function momentWords(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}
