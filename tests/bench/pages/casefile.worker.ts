import { Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { openWorkspace } from '#renderer/data/workspace.ts';
import { readCaseFile } from '#shared/exchange/case-file/read-case-file.ts';
import { writeCaseFile } from '#shared/exchange/case-file/write-case-file.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { ZipArchive } from '#shared/zip/zip-archive.ts';
import { memorySource } from '#tests/support/casefile/memory-case.ts';
import { largeCase } from '../casefile/large-case.ts';

const ports = {
  now: () => Date.now(),
  randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};

const NAME = 'bench.casefile';
const SMALL = 'warm-up.casefile';

/** A small case of the same kind is carried through each step first, untimed: engines begin slowly. */
const WARM_UP = 100;

/** Members that are packed side by side, by ours and by the peer. */
const TOGETHER = 16;

type SyncAccess = { write(piece: Uint8Array, at: { at: number }): number; flush(): void; close(): void };
type Handle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccess> };

/** What the page may ask; each answers with its seconds, and the first with what there is. */
const steps = {
  /** Fills two workspaces with a case each. */
  async prepare(articles: number) {
    for (const [name, size] of [
      [SMALL, WARM_UP],
      [NAME, articles],
    ] as const) {
      const workspace = await openWorkspace({ name, ...ports });
      await workspace.restoreCase(memorySource(largeCase(size)));
      workspace.close();
    }
  },
  async export() {
    await exported(SMALL);
    return exported(NAME);
  },
  /** Zips and hashes the very members of the case file, which lie in memory. */
  async peer() {
    await zipped(await membersOf(await fileNamed(SMALL)));
    return zipped(await membersOf(await fileNamed(NAME)));
  },
  async verify() {
    await verified(SMALL);
    return verified(NAME);
  },
  /** Verifies and brings the case into an empty workspace. */
  async import() {
    await imported(SMALL);
    return imported(NAME);
  },
  /** Megabytes of all members, and of the file. */
  async sizes() {
    const file = await fileNamed(NAME);
    const archive = await ZipArchive.open(file, () => false);
    const members = [...archive.members.values()];
    const unpacked = members.reduce((sum, { bytes }) => sum + bytes, 0);
    return { unpacked: unpacked / 1e6, packed: file.size / 1e6, members: members.length };
  },
};

export type BenchSteps = typeof steps;

self.onmessage = ({ data: [step, argument] }: MessageEvent<[keyof BenchSteps, number]>) => {
  steps[step](argument).then(
    (value) => self.postMessage({ value }),
    (error: unknown) => self.postMessage({ error: String(error) }),
  );
};

async function exported(name: string): Promise<number> {
  const workspace = await openWorkspace({ name, ...ports });
  const [listed] = await workspace.cases.list();
  if (!listed) throw new Error('no case');
  const target = await toFile(name);
  const seconds = await timed(async () => {
    const source = await workspace.collectCase(listed.id);
    await writeCaseFile(source, target, { job: unattended, ports, program: 'bench' });
  });
  workspace.close();
  return seconds;
}

async function zipped(members: readonly [string, Uint8Array<ArrayBuffer>][]): Promise<number> {
  const target = await toFile('peer.zip');
  return timed(async () => {
    const zip = new ZipWriter(target, { useWebWorkers: false });
    for (let at = 0; at < members.length; at += TOGETHER) {
      await Promise.all(
        members.slice(at, at + TOGETHER).map(async ([name, bytes]) => {
          const hash = crypto.subtle.digest('SHA-256', bytes);
          await zip.add(name, new Uint8ArrayReader(bytes));
          await hash;
        }),
      );
    }
    await zip.close();
  });
}

async function verified(name: string): Promise<number> {
  const file = await fileNamed(name);
  return timed(async () => void (await readCaseFile(file, { job: unattended, ports })));
}

async function imported(name: string): Promise<number> {
  const file = await fileNamed(name);
  const workspace = await openWorkspace({ name: `target-${crypto.randomUUID()}`, ...ports });
  const seconds = await timed(async () => {
    const { source } = await readCaseFile(file, { job: unattended, ports });
    await workspace.restoreCase(source);
  });
  await workspace.db.delete();
  return seconds;
}

async function timed(act: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await act();
  return (performance.now() - start) / 1000;
}

async function membersOf(file: Blob): Promise<[string, Uint8Array<ArrayBuffer>][]> {
  const archive = await ZipArchive.open(file, () => false);
  const members: [string, Uint8Array<ArrayBuffer>][] = [];
  for await (const member of archive.walk(() => true)) members.push([member.name, await member.whole()]);
  return members;
}

async function fileNamed(name: string): Promise<File> {
  const root = await navigator.storage.getDirectory();
  return (await root.getFileHandle(name)).getFile();
}

async function toFile(name: string): Promise<WritableStream<Uint8Array<ArrayBuffer>>> {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(name).catch(() => undefined);
  const handle = (await root.getFileHandle(name, { create: true })) as Handle;
  const access = await handle.createSyncAccessHandle();
  let at = 0;
  return new WritableStream({
    write: (piece) => {
      at += access.write(piece, { at });
    },
    close: () => {
      access.flush();
      access.close();
    },
    abort: () => access.close(),
  });
}
