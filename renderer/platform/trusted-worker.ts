/** As much of Trusted Types as is used here; older engines, and TypeScript, know nothing of them. */
type ScriptPolicy = { createScriptURL(address: string): string };
type Factory = { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };

/** Addresses of worker scripts come from `import url from './x.worker.ts?worker&url'`: of our own origin, or none at all. */
const rules: ScriptPolicy = {
  createScriptURL(address) {
    const url = new URL(address, location.href);
    if (url.origin !== location.origin || url.protocol === 'blob:') {
      throw new TypeError(`A worker script outside the desk: ${address}`);
    }
    return url.href;
  },
};

let policy: ScriptPolicy | null = null;

function trusted(address: string): string {
  // made once: a second policy of the same name is refused by our content security policy
  policy ??= trustedTypes()?.createPolicy('casewright-worker', rules) ?? rules;
  return policy.createScriptURL(address);
}

function trustedTypes(): Factory | undefined {
  return (globalThis as { trustedTypes?: Factory }).trustedTypes;
}

/**
 * Starts a worker from a script of the desk.
 *
 * @param address - as Vite gives it for `?worker&url`
 * @throws {TypeError} for a script of any other origin
 */
export function startWorker(address: string, name?: string): Worker {
  return new Worker(trusted(address), name === undefined ? { type: 'module' } : { type: 'module', name });
}

/**
 * Joins the shared worker of this script and name, or starts it.
 *
 * @throws {TypeError} for a script of any other origin
 */
export function joinSharedWorker(address: string, name: string): SharedWorker {
  return new SharedWorker(trusted(address), { type: 'module', name });
}
