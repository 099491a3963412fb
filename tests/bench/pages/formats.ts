import { Dexie } from 'dexie';
import { everyTable } from '#renderer/data/migrations/001-every-table.ts';
import { openWorkspace, type Workspace } from '#renderer/data/workspace.ts';
import { Importer } from '#renderer/services/import/importer.ts';
import { startImport } from '#renderer/workers/import-client.ts';
import type { TableName } from '#shared/domain/tables.ts';
import { instantOf } from '#shared/kernel/instant.ts';
import type { Ports } from '#shared/kernel/ports.ts';

/** What an import came to: milliseconds, what came in, and the tasks of the page that took over 50 ms meanwhile. */
export type Imported = {
  readonly took: number;
  readonly imported: number;
  readonly failed: number;
  readonly longTasks: readonly number[];
};

const ports: Ports = {
  now: () => Date.now(),
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

/** The tables of which a plain import would write the rows. */
const TABLES: readonly (TableName | 'bodies')[] = [
  'bodies',
  'captures',
  'articles',
  'texts',
  'acquisitions',
  'metadata',
  'sources',
  'caseArticles',
];
/** Rows of one `bulkAdd`. */
const BATCH = 1000;
const WORDS =
  'shells hit the market of Tell Tamr on Monday and killed five people while a convoy left for the bridge at dawn said the council of the town which had asked for help three times'.split(
    ' ',
  );

/** Imports as the desk does, in the same workers, and puts the same rows plainly. */
class FormatsBench {
  readonly workspace: Workspace;
  private readonly importer: Importer;
  private plain = 0;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
    this.importer = new Importer(workspace.db.name, startImport, () => Date.now());
  }

  /** A file of articles as a scraper writes them, one on each line. */
  async linesFile(count: number, seed: number): Promise<void> {
    await this.write('lines.jsonl', linePieces(count, seed));
  }

  /** A crawl of about so many bytes: pages, and pictures that are no articles. */
  async crawlFile(bytes: number): Promise<void> {
    await this.write('crawl.warc', crawlPieces(bytes));
  }

  /** Imports a file that was written before. */
  async import(name: string): Promise<Imported> {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle(name)).getFile();
    const caseId = await this.workspace.cases.create(`Bench ${name} ${performance.now()}`);
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    });
    observer.observe({ type: 'longtask' });
    const started = performance.now();
    const { counts, error } = await this.importer.bringIn(caseId, [{ path: name, file }], name);
    const took = performance.now() - started;
    observer.disconnect();
    if (error) throw new Error(error.message);
    return { took, imported: counts.imported, failed: counts.failed, longTasks };
  }

  /** Puts the rows of the case that was imported last into a database of its own. */
  async plainly(): Promise<number> {
    const { db } = this.workspace;
    const rows = new Map<string, object[]>();
    for (const table of TABLES) rows.set(table, await db.table(table).toArray());
    const plain = new Dexie(`plain-${this.plain++}`, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    plain.version(1).stores(everyTable.stores);
    await plain.open();
    const started = performance.now();
    for (const [table, all] of rows) {
      for (let at = 0; at < all.length; at += BATCH) await plain.table(table).bulkAdd(all.slice(at, at + BATCH));
    }
    const took = performance.now() - started;
    await plain.delete();
    return took;
  }

  private async write(name: string, pieces: Iterable<Uint8Array<ArrayBuffer>>): Promise<void> {
    const folder = await navigator.storage.getDirectory();
    const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
    for (const piece of pieces) await writable.write(piece);
    await writable.close();
  }
}

const encoder = new TextEncoder();

function* linePieces(count: number, seed: number): Generator<Uint8Array<ArrayBuffer>> {
  let piece = '';
  for (let at = 0; at < count; at++) {
    piece += `${JSON.stringify(lineOf(at, seed))}\n`;
    if (piece.length < 4_000_000) continue;
    yield encoder.encode(piece);
    piece = '';
  }
  yield encoder.encode(piece);
}

/** An article as trafilatura writes it. */
function lineOf(at: number, seed: number) {
  const random = randomFrom(seed + at);
  return {
    title: `${words(random, 7)} ${at}`,
    author: 'Leila Haddad',
    hostname: `outlet-${at % 40}.example`,
    date: instantOf(Date.UTC(2019, at % 12, 1 + (at % 28))).slice(0, 10),
    fingerprint: String(at),
    id: null,
    license: null,
    comments: '',
    raw_text: '',
    text: Array.from({ length: 6 }, () => `${words(random, 40)}.`).join('\n'),
    language: 'en',
    image: null,
    pagetype: 'article',
    filedate: '2020-01-01',
    source: `https://outlet-${at % 40}.example/${seed}/${at}`,
    'source-hostname': `Outlet ${at % 40}`,
    excerpt: words(random, 12),
    categories: 'war',
    tags: 'market;shelling',
  };
}

function* crawlPieces(bytes: number): Generator<Uint8Array<ArrayBuffer>> {
  const picture = new Uint8Array(180_000).map((_, at) => (at * 7919) % 251);
  picture.set([0xff, 0xd8, 0xff, 0xe0]);
  for (let at = 0, written = 0; written < bytes; at++) {
    const random = randomFrom(at);
    const paragraphs = Array.from({ length: 30 }, () => `<p>${words(random, 60)}.</p>`).join('\n');
    const page = `<!doctype html><html lang="en"><head><title>${words(random, 8)} ${at}</title></head><body><article><h1>Report ${at}</h1>${paragraphs}</article></body></html>`;
    const address = `https://outlet-${at % 40}.example/${at}`;
    const picked = [
      responseOf(address, 'text/html', encoder.encode(page)),
      responseOf(`${address}.jpg`, 'image/jpeg', picture),
    ];
    for (const record of picked) {
      written += record.length;
      yield record;
    }
  }
}

function responseOf(address: string, type: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const http = encoder.encode(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`);
  const head = encoder.encode(
    `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:${crypto.randomUUID()}>\r\nWARC-Target-URI: ${address}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length + body.length}\r\n\r\n`,
  );
  const record = new Uint8Array(head.length + http.length + body.length + 4);
  record.set(head);
  record.set(http, head.length);
  record.set(body, head.length + http.length);
  record.set([13, 10, 13, 10], record.length - 4);
  return record;
}

function words(random: () => number, count: number): string {
  return Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
}

/** Numbers from 0 to 1 that repeat with the seed. */
function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

Object.assign(globalThis, {
  openFormats: async () => new FormatsBench(await openWorkspace({ ...ports, name: `formats-${Date.now()}` })),
});
