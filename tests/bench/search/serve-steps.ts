/** Lets the page call steps of a worker by name. */
export function serveSteps(steps: Readonly<Record<string, (argument: never) => unknown>>): void {
  self.onmessage = async ({ data: [id, step, argument] }: MessageEvent<[number, string, never]>) => {
    try {
      postMessage([id, await steps[step]?.(argument)]);
    } catch (error) {
      postMessage([id, undefined, error instanceof Error ? (error.stack ?? error.message) : String(error)]);
    }
  };
}
