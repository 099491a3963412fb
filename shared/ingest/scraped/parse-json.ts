import type { Bytes } from '../byte-source.ts';
import type { LeftOut, Remark } from '../format-reader.ts';
import { repeatedKeys } from './repeated-keys.ts';

/** A JSON value, or why there is none. */
export type ParsedJson =
  | { readonly kind: 'value'; readonly value: unknown; readonly charset: string; readonly remarks: readonly Remark[] }
  | ({ readonly kind: 'fault' } & Pick<LeftOut, 'code' | 'reason'>);

/** Names of repeated keys that are told. */
const MOST_NAMES = 5;

/** Parses JSON: in UTF-8 where it is, in UTF-16 by its mark, else in windows-1252, as old scripts write it. */
export function parseJson(bytes: Bytes): ParsedJson {
  const { text, charset } = decoded(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message.replace(/^.*?(?:at position (\d+).*)?$/s, '$1') : '';
    const where = said === '' ? '' : ` It breaks at character ${Number(said) + 1}.`;
    return { kind: 'fault', code: 'unreadable', reason: `It is not valid JSON.${where}` };
  }
  const repeated = repeatedKeys(text);
  const remarks: Remark[] = [];
  if (repeated.length > 0) {
    const names = repeated.slice(0, MOST_NAMES).join(', ');
    remarks.push({
      code: 'bad-input',
      words: `It has more than one value for ${names}; the last one was read. The others stand in the original.`,
    });
  }
  if (charset !== 'utf-8')
    remarks.push({ code: 'bad-input', words: `It is not in UTF-8, as JSON has to be; it was read as ${charset}.` });
  return { kind: 'value', value, charset, remarks };
}

function decoded(bytes: Bytes): { text: string; charset: string } {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const charsets = isUtf16 ? [first === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'windows-1252'];
  for (const charset of charsets) {
    try {
      return { text: new TextDecoder(charset, { fatal: charset === 'utf-8' }).decode(bytes), charset };
    } catch {
      // Not in this charset: the next one takes every byte.
    }
  }
  return { text: '', charset: 'utf-8' };
}
