import type { Noted } from './mark.ts';

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** Letters of a name that stand for it where there is little room: at most three, in whatever script. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  const most = words.length > 3 ? [...words.slice(0, 2), words.at(-1) ?? ''] : words;
  return most
    .map((word) => /^.\p{M}*/u.exec(word)?.[0] ?? '')
    .join('')
    .toUpperCase();
}

/** Who wrote a note and when, on this machine's clock: `N. Kessar, 23 Nov 2026, 01:20`. */
export function notedWords({ name, at }: Noted): string {
  return `${name}, ${MOMENT.format(new Date(at))}`;
}

/** The same where there is little room: `NK, 23 Nov`. */
export function notedShort({ name, at }: Noted): string {
  return `${initialsOf(name)}, ${DAY.format(new Date(at))}`;
}
