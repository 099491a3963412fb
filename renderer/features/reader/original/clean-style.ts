/** An address within a style as engines write it back: in double quotes, escapes resolved. */
const ADDRESS = /url\("((?:[^"\\]|\\.)*)"\)/gi;

/** Addresses that ask nobody: what the page itself holds. */
const OWN = /^(#|data:image\/|data:font\/|data:application\/(x-)?font-)/i;

/**
 * A style without any address that leads out of the page. The engine reads and writes it first, so that escapes, comments and
 * odd forms are gone before addresses are looked for; `@import` does not survive that.
 */
export function cleanStyleSheet(text: string): string {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return cleanStyle(Array.from(sheet.cssRules, ({ cssText }) => cssText).join('\n'));
}

/** The same for declarations that an engine has written. */
export function cleanStyle(written: string): string {
  return written.replace(ADDRESS, (whole, address: string) => (OWN.test(address) ? whole : 'none'));
}
