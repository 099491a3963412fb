import { type HubMessage, hubMessageSchema } from '#shared/contracts/search-messages.ts';

/** As much of a port as is used. */
export type HubPort = {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  postMessage(message: HubMessage, transfer?: Transferable[]): void;
};

/**
 * Passes ports between windows: each brings one for its questions, which goes to the window that owns the index. A shared worker can
 * hold neither the index's files nor a worker that does.
 */
export class SearchHub {
  private readonly lock: string;
  private readonly windows = new Set<HubPort>();
  private owner: HubPort | null = null;

  /** @param lock - held as long as this hub lives */
  constructor(lock: string) {
    this.lock = lock;
  }

  /** Takes a window in. */
  join(window: HubPort): void {
    this.windows.add(window);
    window.onmessage = ({ data, ports }) => {
      const parsed = hubMessageSchema.safeParse(data);
      if (!parsed.success) return console.error(parsed.error);
      if (parsed.data.type === 'own') this.own(window);
      // without an owner nothing is kept: every window asks again once there is one
      else if (parsed.data.type === 'connect') this.owner?.postMessage({ type: 'serve' }, [...ports]);
    };
    window.postMessage({ type: 'hello', lock: this.lock });
    if (this.owner) window.postMessage({ type: 'owner' });
  }

  private own(window: HubPort): void {
    this.owner = window;
    for (const each of this.windows) each.postMessage({ type: 'owner' });
  }
}
