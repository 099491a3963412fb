/** A value with what follows it: `text/html; charset=utf-8`. */
export type HeaderValue = {
  /** In lower case. */
  readonly value: string;
  /** By their names in lower case; the first of a name counts, as it does for mail programs. */
  readonly parameters: ReadonlyMap<string, string>;
};

/** Code units of a value that is looked at, and parameters in it. */
const LONGEST = 16_384;
const MOST_PARAMETERS = 100;

/**
 * Reads a value with its parameters: quoted or not, with comments, in pieces and with charsets (RFC 2231).
 *
 * @see https://www.rfc-editor.org/rfc/rfc2231
 */
export function headerValue(written: string): HeaderValue {
  const [first = '', ...rest] = splitOutsideQuotes(written.slice(0, LONGEST));
  const raw = new Map<string, string>();
  for (const piece of rest.slice(0, MOST_PARAMETERS)) {
    const equals = piece.indexOf('=');
    const name = (equals < 0 ? piece : piece.slice(0, equals)).trim().toLowerCase();
    if (name !== '' && !raw.has(name)) raw.set(name, equals < 0 ? '' : unquoted(piece.slice(equals + 1)));
  }
  const value = first.replace(/\([^()]*\)/g, ' ').trim();
  return { value: (/^[^\s,]+/.exec(value)?.[0] ?? '').toLowerCase(), parameters: joined(raw) };
}

function splitOutsideQuotes(written: string): string[] {
  const pieces: string[] = [];
  let isQuoted = false;
  let start = 0;
  for (let at = 0; at < written.length; at++) {
    const sign = written[at];
    if (sign === '\\' && isQuoted) at++;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === ';' && !isQuoted) {
      pieces.push(written.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(written.slice(start));
  return pieces;
}

function unquoted(written: string): string {
  const value = written.trim();
  const quoted = /^"((?:[^"\\]|\\[\s\S])*)"?/.exec(value)?.[1];
  return quoted === undefined ? value.replace(/\s+\([^()]*\)$/, '') : quoted.replace(/\\([\s\S])/g, '$1');
}

/** `name*0*=utf-8''a; name*1=b` is one parameter. */
function joined(raw: ReadonlyMap<string, string>): Map<string, string> {
  const whole = new Map([...raw].filter(([name]) => !name.includes('*')));
  const names = new Set([...raw.keys()].filter((name) => name.includes('*')).map((name) => name.replace(/\*.*$/, '')));
  for (const name of names) {
    const single = raw.get(`${name}*`);
    const pieces = single === undefined ? piecesOf(raw, name) : [{ written: single, isEncoded: true }];
    if (pieces.length > 0) whole.set(name, decodePieces(pieces));
  }
  return whole;
}

type Piece = { readonly written: string; readonly isEncoded: boolean };

function piecesOf(raw: ReadonlyMap<string, string>, name: string): Piece[] {
  const pieces: Piece[] = [];
  for (;;) {
    const encoded = raw.get(`${name}*${pieces.length}*`);
    const plain = encoded ?? raw.get(`${name}*${pieces.length}`);
    if (plain === undefined) return pieces;
    pieces.push({ written: plain, isEncoded: encoded !== undefined });
  }
}

function decodePieces(pieces: readonly Piece[]): string {
  const [, charset = 'utf-8'] = /^([\w.:-]*)'[^']*'/.exec(pieces[0]?.written ?? '') ?? [];
  const bytes = pieces.flatMap(({ written, isEncoded }, at) => {
    const value = at === 0 && isEncoded ? written.replace(/^[^']*'[^']*'/, '') : written;
    return isEncoded ? percentBytes(value) : [...new TextEncoder().encode(value)];
  });
  try {
    return new TextDecoder(charset === '' ? 'utf-8' : charset).decode(Uint8Array.from(bytes));
  } catch {
    // A charset that nobody knows.
    return new TextDecoder().decode(Uint8Array.from(bytes));
  }
}

function percentBytes(value: string): number[] {
  const units = value.match(/%[\da-f]{2}|[\s\S]/gi) ?? [];
  return units.flatMap((unit) =>
    unit.length === 3 ? [Number.parseInt(unit.slice(1), 16)] : [...new TextEncoder().encode(unit)],
  );
}
