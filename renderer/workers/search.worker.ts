import '#shared/contracts/without-eval.ts';
import { openDatabase } from '#renderer/data/open-database.ts';
import { searchOpenSchema } from '#shared/contracts/search-messages.ts';
import { makePause } from './pause.ts';
import { openIndexFiles } from './search/index-files.ts';
import { type OpenSearch, openSearch } from './search/open-search.ts';
import { PortServer } from './search/serve-ports.ts';

const pause = makePause();
let open: (search: Promise<OpenSearch>) => void;
const opened = new Promise<OpenSearch>((resolve) => {
  open = resolve;
});
const server = new PortServer(async (question, job) => (await opened).answer(question, job), pause);

self.onmessage = ({ data, ports }: MessageEvent<unknown>) => {
  const [port] = ports;
  if (port) return server.serve(port);
  const parsed = searchOpenSchema.safeParse(data);
  if (!parsed.success) return console.error(parsed.error);
  const { database, lock } = parsed.data;
  // held as long as this worker lives: whoever waits for it hears of its end, however it ends
  void navigator.locks.request(lock, () => {
    open(begin(database));
    return new Promise<never>(() => {});
  });
};

// a search that cannot be opened lives on, to say so to whoever asks
opened.catch((error: unknown) => console.error(error)).finally(() => self.postMessage('begun'));

async function begin(database: string): Promise<OpenSearch> {
  const [db, files] = await Promise.all([openDatabase(self, database), openIndexFiles(database)]);
  return openSearch({
    db,
    files,
    freshName: () => crypto.randomUUID(),
    now: () => Date.now(),
    pause,
    onState: (state) => server.tell(state),
  });
}
