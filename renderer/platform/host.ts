import type { Channel, EventPayload, HostEvent, Input, Output } from '#shared/contracts/host.ts';
import { openReply } from '#shared/kernel/reply.ts';
import { openWorkbench } from './workbench.ts';

/**
 * Asks the host for something that only it can do.
 *
 * @throws {AppError} what the host answered; `unavailable` once it has gone
 */
export async function callHost<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  return openReply(await openWorkbench().call(channel, input));
}

/**
 * Listens to what the host tells without being asked.
 *
 * @returns a function that stops listening
 */
export function listenToHost<E extends HostEvent>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
  return openWorkbench().listen(event, listener);
}
