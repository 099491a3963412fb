import type { HostCall } from './host-call.ts';

/** A host that hears nothing for five seconds takes a closing window to be stuck. */
const EVERY_MILLISECONDS = 1500;

/** Runs a task that may take long while the host, which waits for it, hears that this window lives. */
export async function whileHeard<T>(call: HostCall, task: () => Promise<T>, every = EVERY_MILLISECONDS): Promise<T> {
  // any question will do; an answer that fails to come is not what this is about
  const timer = setInterval(() => void call('network:count', null).catch(() => undefined), every);
  try {
    return await task();
  } finally {
    clearInterval(timer);
  }
}
