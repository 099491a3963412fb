import type { Channel, Input, Output } from '#shared/contracts/host.ts';

/** Asks the host, as `callHost` does. */
export type HostCall = <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>;
