/** Schemes that lead somewhere; the others run code or hold data of their own. */
const LEADING: ReadonlySet<string> = new Set([
  'http:',
  'https:',
  'mailto:',
  'ftp:',
  'ftps:',
  'tel:',
  'sms:',
  'magnet:',
  'xmpp:',
  'geo:',
]);
/** Longer addresses are data. */
const LONGEST = 4096;

/**
 * Where a link leads, made whole against the page's address; as it stands if that is not known; null if it leads
 * nowhere, or would run something.
 */
export function linkAddress(written: string | null, base: string | null): string | null {
  // Browsers drop these before they look at the scheme: `java\nscript:` is a script.
  const address = written?.replace(/[\t\n\r]/g, '').trim() ?? '';
  if (address === '' || address.length > LONGEST) return null;
  const whole = parseAddress(address, base);
  if (whole !== null) return LEADING.has(whole.protocol) ? whole.href : null;
  return /^[\p{C}\s]*[\w+.-]*:/u.test(address) ? null : address;
}

/** An address of the web; null if it is none. */
export function webAddress(written: string | null, base: string | null): string | null {
  const address = linkAddress(written, base);
  return address !== null && /^https?:/.test(address) ? address : null;
}

function parseAddress(address: string, base: string | null): URL | null {
  try {
    return base === null ? new URL(address) : new URL(address, base);
  } catch {
    // Relative without a base, or no address at all.
    return null;
  }
}
