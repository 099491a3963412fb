type Heard = 'taken' | 'none' | 'wait';

/** Milliseconds for which a press waits for its command. */
const WAIT = 3000;

/**
 * Presses that came before the commands they are meant for: the place that was gone to is not there yet. They are tried
 * again whenever commands come, in their order.
 */
export class HeldPresses {
  private held: readonly { readonly press: string; readonly until: number }[] = [];
  private readonly now: () => number;

  /** @param now - milliseconds of a clock that only goes forward */
  constructor(now: () => number = () => performance.now()) {
    this.now = now;
  }

  /** Keeps a press for three seconds. */
  hold(press: string): void {
    this.held = [...this.held, { press, until: this.now() + WAIT }];
  }

  /** Drops what is held: the analyst has gone on to something else. */
  forget(): void {
    this.held = [];
  }

  /**
   * Tries the presses again, the first one first.
   *
   * @param hear - takes a press, or says that it cannot be taken yet: `wait` keeps it and all that came after it, `none` it alone
   */
  replay(hear: (press: string) => Heard): void {
    const held = this.held.filter(({ until }) => this.now() <= until);
    this.held = [];
    const kept: typeof held = [];
    let waits = false;
    for (const one of held) {
      const heard: Heard = waits ? 'wait' : hear(one.press);
      waits = heard === 'wait';
      if (heard !== 'taken') kept.push(one);
    }
    this.held = [...kept, ...this.held];
  }
}
