import { KeyCommand } from '@blueprintjs/icons';
import type { KeyedCommand } from '#renderer/services/commands/command.ts';
import type { OptionGroup, OptionLine } from '#renderer/ui/OptionList.tsx';
import { Marked } from './Marked.tsx';
import { matchWords, type WordMatch } from './match-words.ts';
import type { NameKind, PaletteName } from './palette-names.ts';

/** Lines of one kind that are shown while others fit too, and when it is the only kind. */
const FEW = 6;
const MANY = 40;

/** What stands behind everything that fits better: a name found by an alias, a command that is off. */
const BEHIND = 1_000_000;

const HEADINGS: Readonly<Record<NameKind, string>> = { entity: 'Entities', event: 'Events', article: 'Articles' };

/** The lines that fit what was typed: commands first, then names by kind, best match first within each. */
export function rankLines(
  words: string,
  kinds: readonly (NameKind | 'command')[],
  commands: readonly KeyedCommand[],
  names: readonly PaletteName[],
): OptionGroup[] {
  const most = kinds.length === 1 ? MANY : FEW;
  return kinds
    .map((kind) =>
      kind === 'command'
        ? { name: 'Commands', options: commandLines(words, commands, kinds.length === 1 || words === '' ? MANY : most) }
        : { name: HEADINGS[kind], options: nameLines(words, kind, names, most) },
    )
    .filter((group) => group.options.length > 0);
}

function commandLines(words: string, commands: readonly KeyedCommand[], most: number): OptionLine[] {
  return ranked(
    commands.filter((command) => !command.isKeyOnly),
    (command) => commandMatch(words, command),
    most,
  ).map(({ item, match }) => ({
    id: `command ${item.id}`,
    icon: <KeyCommand size={14} />,
    main: <Marked text={item.words} spans={match.spans} />,
    side: item.offBecause ?? item.group,
    keys: item.ownKeys ?? undefined,
  }));
}

/** What cannot be done just now stands last; before anything is typed the rest stands as the places gave it. */
function commandMatch(words: string, command: KeyedCommand): WordMatch | null {
  const match = matchWords(words, command.words);
  if (!match) return null;
  const rank = words === '' ? 0 : match.rank;
  return { ...match, rank: command.offBecause ? rank + BEHIND : rank };
}

function nameLines(words: string, kind: NameKind, names: readonly PaletteName[], most: number): OptionLine[] {
  return ranked(
    names.filter((name) => name.kind === kind),
    (name): NameMatch | null => matchWords(words, name.name) ?? aliasMatch(words, name),
    most,
  ).map(({ item, match }) => ({
    id: `${kind} ${item.id}`,
    icon: item.icon,
    main: <Marked text={item.name} spans={match.spans} />,
    more: match.alias,
    side: item.side,
  }));
}

type NameMatch = WordMatch & { readonly alias?: string };

function aliasMatch(words: string, { aliases = [] }: PaletteName): NameMatch | null {
  const alias = aliases.find((one) => matchWords(words, one) !== null);
  return alias === undefined ? null : { rank: BEHIND, spans: [], alias };
}

function ranked<Item, Match extends { readonly rank: number }>(
  items: readonly Item[],
  matchOf: (item: Item) => Match | null,
  most: number,
): { item: Item; match: Match }[] {
  const found: { item: Item; match: Match }[] = [];
  for (const item of items) {
    const match = matchOf(item);
    if (match) found.push({ item, match });
  }
  return found.sort((a, b) => a.match.rank - b.match.rank).slice(0, most);
}
