import type { Head } from './case-state.ts';
import type { HostCall } from './host-call.ts';

/** Heads of one call at most. */
const TOGETHER = 1000;

/** What the keeping of the witness needs of the desk. */
export type WitnessPorts = {
  readonly call: HostCall;
  /** The last entry of every chain of the workspace. */
  readonly heads: () => Promise<readonly Head[]>;
  /** Hears what went wrong, and null once heads are noted again. */
  readonly tell: (error: unknown) => void;
};

/**
 * Has the host note, outside the browser's profile, how far each chain has come. Commits that come while a note is being
 * made are noted together by the next one; a note that failed is made with the next commit.
 */
export class WitnessKeeper {
  private readonly ports: WitnessPorts;
  private readonly noted = new Map<string, string>();
  private running: Promise<void> | null = null;
  private isWanted = false;
  private hasFailed = false;

  constructor(ports: WitnessPorts) {
    this.ports = ports;
  }

  /** Hears that something was committed; called at the start as well. Ends when it is noted or has failed. */
  changed(): Promise<void> {
    this.isWanted = true;
    this.running ??= this.noteWhileWanted().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async noteWhileWanted(): Promise<void> {
    while (this.isWanted) {
      this.isWanted = false;
      try {
        await this.note();
        if (this.hasFailed) this.ports.tell(null);
        this.hasFailed = false;
      } catch (error) {
        this.hasFailed = true;
        this.ports.tell(error);
      }
    }
  }

  private async note(): Promise<void> {
    const heads = await this.ports.heads();
    const fresh = heads.filter(({ chain, hash }) => this.noted.get(chain) !== hash);
    for (let at = 0; at < fresh.length; at += TOGETHER) {
      const some = fresh.slice(at, at + TOGETHER).map(({ chain, seq, hash }) => ({ chain, seq, hash }));
      await this.ports.call('witness:append', some);
      for (const { chain, hash } of some) this.noted.set(chain, hash);
    }
  }
}
