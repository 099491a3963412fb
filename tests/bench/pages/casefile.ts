import url from './casefile.worker.ts?worker&url';

/** Runs one step in a worker of its own and gives what it answers. */
function runStep(step: string, argument?: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, { type: 'module' });
    worker.onmessage = ({ data }) => {
      worker.terminate();
      if (data.error === undefined) resolve(data.value);
      else reject(new Error(data.error));
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage([step, argument]);
  });
}

Object.assign(globalThis, { runStep });
