import { decodeBase64 } from './decode-transfer.ts';

/**
 * Decodes UTF-7, which old mail programs wrote and no browser decodes. Only where a mail declares it: what it may hide would
 * be markup elsewhere, here it becomes words.
 *
 * @see https://www.rfc-editor.org/rfc/rfc2152
 */
export function decodeUtf7(bytes: Uint8Array): string {
  const written = new TextDecoder('windows-1252').decode(bytes);
  return written.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, signs: string) => (signs === '' ? '+' : utf16(signs)));
}

function utf16(signs: string): string {
  const units = decodeBase64(new TextEncoder().encode(signs));
  return new TextDecoder('utf-16be').decode(units.subarray(0, units.length - (units.length % 2)));
}
