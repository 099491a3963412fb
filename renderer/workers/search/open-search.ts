import { ChangeQueue } from '#renderer/data/search/change-queue.ts';
import { DocumentReader } from '#renderer/data/search/document-reader.ts';
import { FoundRows } from '#renderer/data/search/found-rows.ts';
import type { WorkbenchDatabase } from '#renderer/data/workbench-database.ts';
import type { IndexQuestion, IndexState } from '#shared/contracts/search-messages.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import type { IndexFiles } from './index-files.ts';
import { IndexLife } from './index-life.ts';
import { NameBook } from './name-book.ts';
import { resultTable } from './result-table.ts';
import { SearchDesk } from './search-desk.ts';
import type { Answerer } from './serve-ports.ts';

/** What the search of a workspace is opened with. */
export type SearchPorts = {
  readonly db: WorkbenchDatabase;
  readonly files: IndexFiles;
  /** A name for a store that has none yet: one that no other has. */
  readonly freshName: () => string;
  readonly now: () => number;
  readonly pause: () => Promise<void>;
  readonly onState: (state: IndexState) => void;
};

/** The search of one workspace, opened. */
export type OpenSearch = { readonly life: IndexLife; readonly answer: Answerer };

/** Opens the index of a workspace and all that answers from it. */
export async function openSearch({ db, files, freshName, now, pause, onState }: SearchPorts): Promise<OpenSearch> {
  const queue = await ChangeQueue.open(db, freshName());
  const reader = new DocumentReader(db);
  const names = new NameBook(db);
  const onEntities = (ids: Parameters<NameBook['refresh']>[0]) => void names.refresh(ids);
  const life = await IndexLife.open({ db, queue, reader, files, pause, onState, onEntities });
  const desk = new SearchDesk(life, reader, new FoundRows(db), now);
  onState(await life.state());
  return { life, answer: (question, job) => answerOne({ life, desk, names }, question, job) };
}

type Parts = { readonly life: IndexLife; readonly desk: SearchDesk; readonly names: NameBook };

async function answerOne(
  { life, desk, names }: Parts,
  asked: IndexQuestion,
  job: Pick<JobControl, 'signal' | 'pause'>,
): Promise<unknown> {
  switch (asked.type) {
    case 'search':
      return desk.search(asked.question, asked.limit, asked.withHidden, job);
    case 'hits':
      return desk.hits(asked.question, job);
    case 'lines':
      return desk.lines(asked.question, asked.sort, asked.limit, job);
    case 'events':
      return desk.events(asked.question, asked.limit, job);
    case 'entities':
      return desk.entities(asked.question, asked.limit, job);
    case 'new-since':
      return desk.newSince(asked.question, asked.since, job);
    case 'export':
      return resultTable(desk, asked.question, asked.of, job);
    case 'names':
      await life.settle();
      return names.find(asked.typed, asked.limit);
    case 'rebuild':
      await life.rebuild();
      return null;
  }
}
