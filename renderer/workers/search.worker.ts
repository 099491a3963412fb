import '#shared/contracts/without-eval.ts';
import { CaseTexts } from '#renderer/data/case-texts.ts';
import { openDatabase } from '#renderer/data/open-database.ts';
import { type SearchMessage, type SearchRequest, searchRequestSchema } from '#shared/contracts/search-messages.ts';
import { AppError, toPayload } from '#shared/kernel/app-error.ts';
import { CaseSearch } from './search/search-case.ts';

let search: Promise<CaseSearch> | null = null;
let running = new AbortController();
const post = (message: SearchMessage) => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<unknown>) => {
  const parsed = searchRequestSchema.safeParse(data);
  if (parsed.success) take(parsed.data);
  else console.error(parsed.error);
};

function take(request: SearchRequest): void {
  if (request.type === 'open') {
    search = openDatabase(self, request.database).then((db) => new CaseSearch(new CaseTexts(db, request.caseId)));
    // whoever asks hears of it; nobody may ask
    search.catch(() => {});
  } else if (request.type === 'changed') {
    search?.then((opened) => opened.forget()).catch(() => {}); // a search that did not open has told so
  } else {
    void answer(request);
  }
}

async function answer({ ask, typed, limit }: SearchRequest & { type: 'search' }): Promise<void> {
  running.abort();
  const controller = new AbortController();
  running = controller;
  try {
    if (!search) throw new AppError('internal', 'The search was not opened.');
    const found = await (await search).search(typed, limit, {
      signal: controller.signal,
      onProgress: (done, total) => post({ type: 'reading', done, total: total ?? 0 }),
      pause: () => new Promise((resume) => setTimeout(resume)),
    });
    post({ type: 'answer', ask, answer: found });
  } catch (error) {
    if (!(error instanceof AppError)) console.error(error);
    post({ type: 'failed', ask, error: toPayload(error) });
  }
}
