import { useCallback, useEffect, useState } from 'react';
import { callHost } from '#renderer/platform/host.ts';
import type { Channel, Input, Output } from '#shared/contracts/host.ts';
import { type ErrorPayload, toPayload } from '#shared/kernel/app-error.ts';

/** An answer of the host: undefined until it has come. */
export type HostAnswer<C extends Channel> = {
  readonly value: Output<C> | undefined;
  readonly error: ErrorPayload | null;
  readonly ask: () => void;
};

/**
 * Asks the host something without input, when the part is drawn and then as often as wished.
 *
 * @param every - milliseconds between two questions; asked once when left out
 */
export function useHost<C extends Channel>(channel: C & NoInput<C>, every?: number): HostAnswer<C> {
  const [answer, setAnswer] = useState<Omit<HostAnswer<C>, 'ask'>>({ value: undefined, error: null });
  const ask = useCallback(() => {
    callHost(channel, null as Input<C>).then(
      (value) => setAnswer({ value, error: null }),
      (error: unknown) => setAnswer((before) => ({ ...before, error: toPayload(error) })),
    );
  }, [channel]);
  useEffect(() => {
    ask();
    if (every === undefined) return;
    const timer = window.setInterval(ask, every);
    return () => window.clearInterval(timer);
  }, [ask, every]);
  return { ...answer, ask };
}

/** Only channels that want no input can be asked by name alone. */
type NoInput<C extends Channel> = null extends Input<C> ? unknown : never;
