import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { contentHeaders } from '#electron/services/content-headers.ts';
import { listBuild } from '#electron/services/list-build.ts';
import { isOurs, SCHEME } from './desk-address.ts';

/** Declares `app://` a secure origin of its own, with storage. Must run before the app is ready, and once. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/**
 * Answers every address of `app://` out of the build, and with the same headers whatever the answer is.
 *
 * @param folder - the built desk
 */
export function serveDesk(folder: string): void {
  const files = listBuild(folder);
  protocol.handle(SCHEME, async ({ url, method }) => {
    if (!isOurs(url)) return refusal(404);
    if (method !== 'GET' && method !== 'HEAD') return refusal(405);
    const { pathname } = new URL(url);
    const file = files.get(pathname);
    const bytes = file && (await readFile(file).catch(() => null));
    if (!bytes) return refusal(404);
    return new Response(method === 'HEAD' ? null : bytes, { headers: contentHeaders(pathname) });
  });
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: contentHeaders('/refused.txt') });
}
