import type { Command, CommandShape, KeyedCommand } from './command.ts';

/** The analyst's own keys by command id; null where a key is switched off. */
export type KeyChanges = Readonly<Record<string, string | null>>;

/** Milliseconds that a command which is not there yet is waited for. */
export const WAIT = 3000;

/** All commands that can be given now, with their keys. Places add theirs while they are on the desk. */
export class CommandRegistry {
  private readonly sets = new Map<symbol, readonly Command[]>();
  private readonly known = new Map<string, Command>();
  private readonly listeners = new Set<() => void>();
  private changes: KeyChanges = {};
  private hasLetterKeys = true;
  private wish: { readonly id: string; readonly until: number } | null = null;
  private arrivesUntil = 0;
  private readonly now: () => number;
  private listed: readonly KeyedCommand[] = [];

  /** @param now - milliseconds of a clock that only goes forward */
  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  /**
   * Adds commands; a later command with the same id stands in for an earlier one.
   *
   * @returns a function that takes them away again
   */
  add(commands: readonly Command[]): () => void {
    const name = Symbol('commands');
    this.sets.set(name, commands);
    for (const command of commands) this.known.set(command.id, command);
    this.settle();
    this.grantWish();
    return () => {
      this.sets.delete(name);
      this.settle();
    };
  }

  /** Names commands of places that were not entered yet, so that their keys can be set and heard of beforehand. */
  foresee(commands: readonly CommandShape[]): void {
    for (const command of commands) {
      if (!this.known.has(command.id)) this.known.set(command.id, { ...command, run: () => {} });
    }
    this.settle();
  }

  /** Says that another place is on its way with its commands. */
  depart(): void {
    this.arrivesUntil = this.now() + WAIT;
  }

  /** Says that the place stands and has given its commands. */
  arrive(): void {
    if (this.arrivesUntil === 0) return;
    this.arrivesUntil = 0;
    this.settle();
  }

  /** Whether a place is still on its way; one that does not come within three seconds is waited for no longer. */
  isArriving(): boolean {
    return this.now() < this.arrivesUntil;
  }

  /** Whether a press begins the key of any command, of those too that are not there now. */
  knows(press: string): boolean {
    return [...this.listed, ...this.remembered()].some(({ ownKeys }) =>
      ownKeys?.split(', ').some((keys) => keys === press || keys.startsWith(`${press} `)),
    );
  }

  /** Puts the analyst's keys in place of the given ones. Letters alone can be switched off altogether (WCAG 2.1.4). */
  changeKeys(changes: KeyChanges, hasLetterKeys: boolean): void {
    this.changes = changes;
    this.hasLetterKeys = hasLetterKeys;
    this.settle();
  }

  /** The same list until something changes. */
  readonly all = (): readonly KeyedCommand[] => this.listed;

  /** The key that a command has for this analyst; null when it has none or does not exist now. */
  keysOf(id: string): string | null {
    return this.listed.find((command) => command.id === id)?.ownKeys ?? null;
  }

  /** Commands that cannot be given now: those of places that are not on the desk. */
  remembered(): readonly KeyedCommand[] {
    return [...this.known.values()]
      .filter((command) => !this.listed.some(({ id }) => id === command.id))
      .map((command) => ({ ...command, ownKeys: this.ownKeys(command) }));
  }

  /**
   * Carries out a command; nothing happens when it is off. One that is not there yet is carried out when it comes, if that
   * is soon: a button may be pressed while the part that gives its command is still being fetched.
   *
   * @returns whether it was carried out at once
   */
  run(id: string): boolean {
    const command = this.listed.find((one) => one.id === id);
    if (!command) {
      this.wish = { id, until: this.now() + WAIT };
      return false;
    }
    if (command.offBecause) return false;
    command.run();
    return true;
  }

  /** @returns a function that stops listening */
  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private settle(): void {
    const byId = new Map<string, Command>();
    for (const command of [...this.sets.values()].flat()) {
      byId.delete(command.id);
      byId.set(command.id, command);
    }
    this.listed = [...byId.values()].map((command) => ({ ...command, ownKeys: this.ownKeys(command) }));
    for (const listener of this.listeners) listener();
  }

  private grantWish(): void {
    const { wish } = this;
    if (!wish || !this.listed.some(({ id }) => id === wish.id)) return;
    this.wish = null;
    // Not within the effect that adds the command: what it does may draw.
    if (this.now() <= wish.until) queueMicrotask(() => this.run(wish.id));
  }

  private ownKeys({ id, keys }: Command): string | null {
    const own = Object.hasOwn(this.changes, id) ? (this.changes[id] ?? null) : keys;
    return own !== null && !this.hasLetterKeys && isSignAlone(own) ? null : own;
  }
}

/** Whether a key needs nothing held: the kind that WCAG 2.1.4 wants to be able to switch off. */
export function isSignAlone(keys: string): boolean {
  return keys.split(' ').every((press) => press.length === 1);
}
