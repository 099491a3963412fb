/**
 * Gives the oldest engine that the product runs in (Chromium 108) the one thing that the library uses, brings no substitute for and
 * that came later: `Promise.withResolvers`. Where it is there, nothing changes.
 */
export function prepareOldEngine(promises: { withResolvers?: unknown } = Promise): void {
  if (typeof promises.withResolvers === 'function') return;
  Object.defineProperty(promises, 'withResolvers', { value: withResolvers, configurable: true, writable: true });
}

function withResolvers<T>() {
  let resolve: (value: T | PromiseLike<T>) => void = () => undefined;
  let reject: (reason?: unknown) => void = () => undefined;
  const promise = new Promise<T>((settle, fail) => {
    resolve = settle;
    reject = fail;
  });
  return { promise, resolve, reject };
}
