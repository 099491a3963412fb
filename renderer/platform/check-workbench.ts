import { type Channel, hostContract, hostEvents, type Output, type Workbench } from '#shared/contracts/host.ts';
import { type ErrorPayload, toPayload } from '#shared/kernel/app-error.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { type HostLink, replySchema } from './host-link.ts';

const MALFORMED: ErrorPayload = {
  code: 'internal',
  message: 'The host answered in a way that this desk does not understand. Desk and host may be of two versions.',
};

/** Makes a workbench of a link: each answer and event is parsed; one that does not fit becomes an error, or is dropped. */
export function checkWorkbench(link: HostLink): Workbench {
  return {
    call: (channel, input) => callChecked(link, channel, input),
    listen: (event, listener) =>
      link.listen(event, (payload) => {
        const parsed = hostEvents[event].safeParse(payload);
        if (parsed.success)
          listener(parsed.data as Parameters<typeof listener>[0]); // parsed by this event's own schema
        else console.error(`Malformed event ${event}.`, parsed.error);
      }),
  };
}

async function callChecked<C extends Channel>(link: HostLink, channel: C, input: unknown): Promise<Reply<Output<C>>> {
  try {
    const reply = replySchema.safeParse(await link.call(channel, input));
    if (!reply.success) return malformed(channel, reply.error);
    if (!reply.data.ok) return reply.data;
    const value = hostContract[channel].output.safeParse(reply.data.value);
    if (!value.success) return malformed(channel, value.error);
    return { ok: true, value: value.data as Output<C> }; // parsed by this channel's own schema
  } catch (error) {
    console.error(`${channel} failed.`, error);
    return { ok: false, error: toPayload(error) };
  }
}

function malformed(channel: Channel, error: unknown): Reply<never> {
  console.error(`Malformed answer to ${channel}.`, error);
  return { ok: false, error: MALFORMED };
}
