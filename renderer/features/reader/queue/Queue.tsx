import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { readerAt } from '#renderer/services/reader/reader-route.ts';
import type { ReadingList } from '#renderer/services/reader/reading-queue.ts';
import { useRoute } from '#renderer/services/route.tsx';
import { useServices } from '#renderer/services/services.ts';
import { useLive } from '#renderer/services/use-live.ts';
import { InnerLink } from '#renderer/ui/InnerLink.tsx';
import { type StatusForm, StatusShape } from '#renderer/ui/Shapes.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { dateInWords } from '#shared/dates/date-words.ts';
import type { ArticleStatus } from '#shared/domain/case-article.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import css from './Queue.module.css';

type Props = {
  readonly caseId: CaseId;
  readonly list: ReadingList | undefined;
  readonly current: ArticleId;
  readonly width: number;
};

/** About the height of an item; each is measured. */
const ROW = 60;

/** The list one came from, in its order; the open article is marked. */
export function Queue({ caseId, list, current, width }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const ids = list?.articleIds ?? [];
  const at = ids.indexOf(current);
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);
  const items = rows.getVirtualItems();
  const shown = items.map(({ index }) => ids[index]).filter((id) => id !== undefined);
  const known = useRows(caseId, shown);
  return (
    <nav className={css.queue} style={{ width }} aria-label="Queue" data-area="Queue">
      <div className={css.head}>
        <b className="cut">{list?.name ?? 'Library'}</b>
        <span className={css.count}>{at >= 0 ? `${at + 1} of ${ids.length.toLocaleString('en')}` : ids.length}</span>
      </div>
      {!list && <Skeleton label="Reading the list…" rows={8} rowHeight={ROW} />}
      <div ref={scroller} className={`${css.list} scroll`}>
        <ol style={{ height: rows.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const id = ids[index];
            return (
              id && (
                <li
                  key={id}
                  ref={rows.measureElement}
                  data-index={index}
                  className={css.place}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <Item id={id} row={known.get(id)} isCurrent={id === current} />
                </li>
              )
            );
          })}
        </ol>
      </div>
    </nav>
  );
}

type RowWords = {
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly language: string;
  readonly status: ArticleStatus;
  readonly duplicates: number;
};

function Item({ id, row, isCurrent }: { id: ArticleId; row: RowWords | undefined; isCurrent: boolean }) {
  const { go } = useRoute();
  return (
    <InnerLink className={css.item} onGo={() => go(readerAt(id))} aria-current={isCurrent ? 'true' : undefined}>
      {row && (
        <>
          <StatusShape form={STATUS_FORMS[row.status]} label={STATUS_WORDS[row.status]} />
          <span className={css.title} lang={row.language || undefined} dir="auto">
            {row.title}
          </span>
          <span className={css.meta}>
            <bdi className="cut">{row.publisher || 'publisher unknown'}</bdi>
            <span className="tab push">{row.published && dateInWords(row.published.replace(/T.*$/, ''))}</span>
          </span>
        </>
      )}
    </InnerLink>
  );
}

/** Rows of the articles on the screen, kept current. */
function useRows(caseId: CaseId, ids: readonly ArticleId[]): ReadonlyMap<ArticleId, RowWords> {
  const { workspace } = useServices();
  const last = useRef<ReadonlyMap<ArticleId, RowWords>>(new Map());
  const key = ids.join(' ');
  const read = useLive(async () => {
    const wanted = key === '' ? [] : key.split(' ');
    const rows = await workspace.db.articleColumns.bulkGet(wanted.map((id): [string, string] => [caseId, id]));
    return new Map(rows.filter((row) => row !== undefined).map((row) => [row.articleId, row] as const));
  }, [workspace, caseId, key]);
  // While the next rows are being read those that were known stay: nothing blinks.
  if (read) last.current = read;
  return last.current;
}

/** How a status is drawn. */
export const STATUS_FORMS: Readonly<Record<ArticleStatus, StatusForm>> = {
  inbox: 'ring',
  'in-progress': 'half',
  done: 'tick',
  'set-aside': 'dash',
};

/** How a status is called. */
export const STATUS_WORDS: Readonly<Record<ArticleStatus, string>> = {
  inbox: 'Inbox',
  'in-progress': 'In progress',
  done: 'Done',
  'set-aside': 'Set aside',
};
