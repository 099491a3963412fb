import { curled } from './curled-words.ts';

/** A word at the foot of the desk, for what can be undone or must be known. */
export type Notice = {
  readonly id: string;
  readonly words: string;
  readonly kind: 'ok' | 'warn';
  /** The id of a command that its button gives: `edit:undo`. */
  readonly command?: { readonly id: string; readonly words: string } | undefined;
};

// Not "Undo" and "Redo": those are the names of the two buttons over every place, and no others go by them.
const TAKE_BACK = { id: 'edit:undo', words: 'Take it back' };
const BRING_AGAIN = { id: 'edit:redo', words: 'Bring it again' };

/** Milliseconds that anything may take before it is said to be at work. */
const PATIENCE = 1000;

/** What the desk says in passing. Never the only place of a fact. */
export class Notices {
  private shown: readonly Notice[] = [];
  private count = 0;
  private readonly listeners = new Set<() => void>();

  /** Says that something was done which no undo of the open case takes back. */
  readonly tell = (words: string): void => {
    this.say({ words, kind: 'ok', command: undefined });
  };

  /** Says that something was done and can be undone. */
  readonly done = (words: string): void => {
    this.say({ words, kind: 'ok', command: TAKE_BACK });
  };

  /** Says what an undo took back or a redo brought again, and offers the way back. */
  readonly turned = (which: 'undo' | 'redo', words: string): void => {
    const command = which === 'undo' ? BRING_AGAIN : TAKE_BACK;
    this.say({ words: `${which === 'undo' ? 'Undone' : 'Done again'}: ${words}`, kind: 'ok', command });
  };

  /** Says after a second that an undo or redo is still at work, until it has come to its end. */
  readonly turning = (which: 'undo' | 'redo', words: string, work: Promise<unknown>): void => {
    let id: string | null = null;
    const timer = setTimeout(() => {
      id = this.say({ words: `${which === 'undo' ? 'Taking back' : 'Bringing again'}: ${words}…`, kind: 'ok' });
    }, PATIENCE);
    const end = () => {
      clearTimeout(timer);
      if (id !== null) this.remove(id);
    };
    work.then(end, end);
  };

  /** Says something that must be known. */
  readonly warn = (words: string, command?: { id: string; words: string }): void => {
    this.say({ words, kind: 'warn', command });
  };

  /** Takes a notice away. */
  readonly remove = (id: string): void => {
    this.shown = this.shown.filter((notice) => notice.id !== id);
    this.notify();
  };

  /** The same list until something changes; the latest last. */
  readonly all = (): readonly Notice[] => this.shown;

  /** @returns a function that stops listening */
  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private say(notice: Omit<Notice, 'id'>): string {
    this.count += 1;
    const id = `notice-${this.count}`;
    // What was done is said of the last step alone: Undo goes back further. Of warnings three are as many as anyone reads.
    const others = this.shown.filter(({ kind }) => kind === 'warn' || notice.kind === 'warn');
    this.shown = [...others, { ...notice, words: curled(notice.words), id }].slice(-3);
    this.notify();
    return id;
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}
