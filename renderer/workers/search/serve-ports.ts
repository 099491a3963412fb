import type { IndexQuestion, IndexState, SearchMessage } from '#shared/contracts/search-messages.ts';
import { searchRequestSchema } from '#shared/contracts/search-messages.ts';
import { AppError, toPayload } from '#shared/kernel/app-error.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';

/** Answers one question. */
export type Answerer = (question: IndexQuestion, job: Pick<JobControl, 'signal' | 'pause'>) => Promise<unknown>;

/** As much of a port as is used. */
export type Port = {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  postMessage(message: SearchMessage): void;
  close(): void;
};

/** Answers the questions of any number of windows; of each slot of a window only the newest. */
export class PortServer {
  private readonly answer: Answerer;
  private readonly pause: () => Promise<void>;
  private readonly ports = new Set<Port>();
  private state: IndexState | null = null;

  constructor(answer: Answerer, pause: () => Promise<void>) {
    this.answer = answer;
    this.pause = pause;
  }

  /** Tells every window how the index stands. */
  tell(state: IndexState): void {
    this.state = state;
    for (const port of this.ports) port.postMessage({ type: 'state', state });
  }

  /** Takes the questions of a window from now on. */
  serve(port: Port): void {
    this.ports.add(port);
    const running = new Map<string, AbortController>();
    port.onmessage = ({ data }) => {
      const parsed = searchRequestSchema.safeParse(data);
      if (!parsed.success) {
        console.error(parsed.error);
      } else if (parsed.data.type === 'close') {
        for (const controller of running.values()) controller.abort();
        this.ports.delete(port);
        port.close();
      } else {
        const { ask, slot, question } = parsed.data;
        running.get(slot)?.abort();
        const controller = new AbortController();
        running.set(slot, controller);
        void this.reply(port, ask, question, controller.signal);
      }
    };
    if (this.state) port.postMessage({ type: 'state', state: this.state });
  }

  private async reply(port: Port, ask: number, question: IndexQuestion, signal: AbortSignal): Promise<void> {
    try {
      // what was typed on meanwhile is heard before work on what is stale begins
      await this.pause();
      if (signal.aborted) throw new AppError('cancelled', 'Something else was asked.');
      const value = await this.answer(question, { signal, pause: this.pause });
      port.postMessage({ type: 'answer', ask, reply: { ok: true, value } });
    } catch (error) {
      if (!(error instanceof AppError)) console.error(error);
      port.postMessage({ type: 'answer', ask, reply: { ok: false, error: toPayload(error) } });
    }
  }
}
