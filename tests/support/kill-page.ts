import { entryOf } from '#renderer/data/stored-entry.ts';
import { openWorkspace, type Workspace } from '#renderer/data/workspace.ts';
import { ChainVerifier } from '#shared/custody/verify-chain.ts';
import type { ChainId } from '#shared/domain/ledger.ts';

/** A commit that the page was told is on disk. */
export type Acknowledged = {
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
  readonly name: string;
};

/** What a reopened store holds. */
export type Survived = {
  readonly faults: readonly string[];
  /** `chain seq` → hash, of every entry. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly caseNames: readonly string[];
};

/** What a test calls through `page.evaluate`. */
export type KillPage = {
  /** Commits without end, telling each commit through the binding `acknowledge`. */
  commitForEver(): void;
  readBack(): Promise<Survived>;
};

declare global {
  var killPage: KillPage;
  var acknowledge: (commit: Acknowledged) => Promise<void>;
}

const opened: Promise<Workspace> = openWorkspace({
  now: Date.now,
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
});

globalThis.killPage = {
  commitForEver() {
    void loop();
  },
  async readBack() {
    const { db } = await opened;
    const faults: string[] = [];
    const hashes: Record<string, string> = {};
    for (const head of await db.heads.toArray()) {
      const verifier = new ChainVerifier(head.chain as ChainId, Date.now());
      for (const stored of await db.ledger
        .where('[chain+seq]')
        .between([head.chain, 0], [head.chain, Infinity])
        .toArray()) {
        const entry = entryOf(stored);
        verifier.add(entry);
        hashes[`${head.chain} ${entry.header.seq}`] = entry.hash;
      }
      // whether the chain ends at its head is asked below; signatures are made when a head is read
      const { faults: found } = verifier.end(null, null);
      faults.push(...found.filter(({ kind }) => kind !== 'head-differs').map(({ words }) => words));
      if (hashes[`${head.chain} ${head.seq}`] !== head.hash)
        faults.push(`The head of ${head.chain} is no entry of it.`);
    }
    return { faults, hashes, caseNames: (await db.cases.toArray()).map(({ name }) => name) };
  },
};

async function loop(): Promise<void> {
  const workspace = await opened;
  for (let round = 0; ; round++) {
    const name = `Case ${Date.now()} ${round}`;
    const caseId = await workspace.cases.create(name);
    for (const summary of ['one', 'two', 'three']) {
      await workspace.cases.change(caseId, { summary });
      const head = (await workspace.db.heads.where('chain').startsWith(caseId).toArray())[0];
      if (head) await acknowledge({ chain: head.chain, seq: head.seq, hash: head.hash, name });
    }
  }
}
