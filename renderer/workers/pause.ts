/** Milliseconds of work between two pauses: a cancel is felt at once, and little time goes into pausing. */
const WORK = 12;

/**
 * Makes a pause that lets waiting messages in. Asked for oftener than it is due it returns at once, so that a job may ask
 * after each small thing. Timers are no use here: engines make them wait for four milliseconds.
 */
export function makePause(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let waiting: (() => void)[] = [];
  let since = performance.now();
  port1.onmessage = () => {
    since = performance.now();
    const resumed = waiting;
    waiting = [];
    for (const resume of resumed) resume();
  };
  return () => {
    if (performance.now() - since < WORK) return Promise.resolve();
    return new Promise((resume) => {
      waiting.push(resume);
      port2.postMessage(null);
    });
  };
}
