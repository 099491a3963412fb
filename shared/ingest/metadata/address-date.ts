import type { ObservedValue } from '../reader.ts';
import { observeValue } from './observe-value.ts';

const IN_PATH = /[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/;

/** The day in a page's address: `/2019/11/10/`. Publishers put it there when they publish. */
export function addressDate(address: string | null): ObservedValue[] {
  const found = IN_PATH.exec(address?.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/, '') ?? '');
  return found === null ? [] : observeValue('published', `${found[1]}-${found[2]}-${found[3]}`, 'address', 'address');
}
