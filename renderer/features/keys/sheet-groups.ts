import type { KeyedCommand } from '#renderer/services/commands/command.ts';
import { hasCommandKey, keyWords } from '#renderer/ui/key-caps.ts';
import { fold } from '#shared/text/fold-text.ts';
import { OWN_KEYS } from './own-keys.ts';

/** One line of the sheet; keys of one meaning are parted by `, `. */
export type SheetLine = { readonly id: string; readonly words: string; readonly keys: string };

/** One heading of the sheet with its keys. */
export type SheetGroup = { readonly name: string; readonly lines: readonly SheetLine[] };

/**
 * The keys that act in a place, under their headings: first those of the place, then those of every place. A command that
 * another one keeps from its key is left out.
 *
 * @param wanted - words or a key to look for; empty for all
 */
export function sheetGroups(
  commands: readonly KeyedCommand[],
  place: string | null,
  wanted: string,
  isMac: boolean = hasCommandKey(),
): SheetGroup[] {
  const groups = new Map<string, SheetLine[]>();
  for (const { id, group, name, words, ownKeys } of commands.filter((one) => hasItsKey(one, commands))) {
    if (ownKeys !== null)
      groups.set(group, [...(groups.get(group) ?? []), { id, words: name ?? words, keys: ownKeys }]);
  }
  const places = new Set(groups.get('Places')?.map(({ words }) => words));
  const own = (OWN_KEYS[place ?? ''] ?? []).map(({ name, keys }) => ({
    name,
    lines: keys.map((line) => ({ id: line.keys, ...line })),
  }));
  const given = [...groups]
    .map(([name, lines]) => ({ name, lines }))
    .sort((a, b) => standing(a.name, place, places) - standing(b.name, place, places));
  return [...own, ...given]
    .map(({ name, lines }) => ({ name, lines: lines.filter((line) => fits(line, wanted, isMac)) }))
    .filter(({ lines }) => lines.length > 0);
}

/** Of two commands with one key the later acts: a place's own stands before the desk's. */
function hasItsKey(command: KeyedCommand, all: readonly KeyedCommand[]): boolean {
  return all.findLast(({ ownKeys }) => ownKeys === command.ownKeys) === command;
}

function fits({ words, keys }: SheetLine, wanted: string, isMac: boolean): boolean {
  const typed = fold(wanted.trim());
  return fold(words).includes(typed) || keys.split(', ').some((each) => fold(keyWords(each, isMac)).startsWith(typed));
}

/** The place's own keys stand first, then those of another place that act here too, then those of every place. */
function standing(group: string, place: string | null, places: ReadonlySet<string>): number {
  if (group === place) return 0;
  if (group === 'Places') return 4;
  if (group === 'Everywhere') return 3;
  return places.has(group) ? 2 : 1;
}
