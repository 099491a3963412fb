import { type KeyboardEvent, useState } from 'react';
import type { OptionGroup } from './OptionList.tsx';

/** How a line was chosen: plainly, or with Ctrl or Cmd held. */
export type ChoiceManner = { readonly isForced: boolean };

/** The line in hand of a combobox, and the keys that move it. */
export type OptionCursor = {
  readonly activeId: string | null;
  readonly point: (id: string) => void;
  /** @returns true when the key was one of the list's */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
};

/**
 * Keeps one line of a list in hand while the lines change under it: the first, until the analyst moves.
 *
 * @param onChoose - called on `Enter`
 */
export function useOptionCursor(
  groups: readonly OptionGroup[],
  onChoose: (id: string, manner: ChoiceManner) => void,
): OptionCursor {
  const ids = groups.flatMap((group) => group.options.map((option) => option.id));
  const [wanted, setWanted] = useState<string | null>(null);
  const activeId = wanted !== null && ids.includes(wanted) ? wanted : (ids[0] ?? null);
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing) return false;
    if (event.key === 'Enter') {
      if (activeId === null) return false;
      event.preventDefault();
      onChoose(activeId, { isForced: event.ctrlKey || event.metaKey });
      return true;
    }
    const next = stepFrom(event.key, activeId === null ? -1 : ids.indexOf(activeId), ids.length);
    if (next === null) return false;
    event.preventDefault();
    setWanted(ids[next] ?? null);
    return true;
  };
  return { activeId, point: setWanted, onKeyDown };
}

/** Lines that PageUp and PageDown pass over. */
const PAGE = 8;

/**
 * Where a key leads in a list; it goes round at the ends.
 *
 * @returns null for a key that moves nothing, or when there is nothing to move over
 */
export function stepFrom(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'PageDown':
      return Math.min(at + PAGE, count - 1);
    case 'PageUp':
      return Math.max(at - PAGE, 0);
    default:
      return null;
  }
}
