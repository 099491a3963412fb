import type { ReactElement } from 'react';

/** What kind of thing a name in the palette stands for. */
export type NameKind = 'entity' | 'event' | 'article';

/** Something that can be gone to by its name. */
export type PaletteName = {
  readonly kind: NameKind;
  readonly id: string;
  readonly name: string;
  /** Other names that it is found by. */
  readonly aliases?: readonly string[];
  /** At the far end: a count, a date. */
  readonly side: string;
  readonly icon: ReactElement;
};

/** What the signs at the beginning narrow the palette to. */
const SIGNS: Readonly<Record<string, readonly (NameKind | 'command')[]>> = {
  '>': ['command'],
  '@': ['entity'],
  '#': ['event'],
};

const EVERYTHING = ['command', 'entity', 'event', 'article'] as const;

/** What was typed, without its sign, and the kinds of things that are wanted. */
export function readQuery(typed: string): { words: string; kinds: readonly (NameKind | 'command')[] } {
  const trimmed = typed.trimStart();
  const kinds = SIGNS[trimmed.charAt(0)];
  return kinds ? { words: trimmed.slice(1).trim(), kinds } : { words: trimmed.trim(), kinds: EVERYTHING };
}
