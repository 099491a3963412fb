declare module 'edtf' {
  /** Parses an EDTF string; throws an `Error` for anything else. */
  export function parse(text: string, constraints?: { readonly level?: 0 | 1 | 2 | 3 }): unknown;
}
