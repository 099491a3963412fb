import { RowScanner } from './row-scanner.ts';

/** The rows of a text, without their line breaks; empty lines are none. */
export function cutRows(text: string, delimiter: string): string[] {
  const codes = Uint8Array.from(text, (character) => Math.min(character.charCodeAt(0), 0x80));
  const characters = [...text];
  const scanner = new RowScanner(delimiter, 'utf-8');
  const rows: string[] = [];
  for (let at = 0; at < codes.length; ) {
    const found = scanner.next(codes, at);
    const end = found < 0 ? codes.length : found;
    rows.push(
      characters
        .slice(at, end)
        .join('')
        .replace(/\r?\n$/, ''),
    );
    at = end;
  }
  return rows.filter((row) => row.trim() !== '');
}
