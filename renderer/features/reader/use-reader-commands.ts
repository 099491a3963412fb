import type { Command } from '#renderer/services/commands/command.ts';
import { useCommands } from '#renderer/services/commands/use-commands.ts';
import { type ArticleStatus, articleStatuses } from '#shared/domain/case-article.ts';
import type { Codebook, EntityType } from '#shared/domain/codebook.ts';
import type { InspectorTab } from './inspector/Inspector.tsx';
import { STATUS_WORDS } from './queue/Queue.tsx';
import type { Resize } from './tagging/resize-span.ts';

/** What the reader's keys do. Null for what cannot be done just now. */
export type ReaderActs = {
  readonly entity: (() => void) | null;
  readonly event: (() => void) | null;
  readonly evidence: (() => void) | null;
  /** Asks of which event. */
  readonly evidenceOf: (() => void) | null;
  readonly stance: (() => void) | null;
  readonly note: (() => void) | null;
  readonly tagAs: ((type: EntityType) => void) | null;
  readonly cite: (() => void) | null;
  readonly remove: (() => void) | null;
  /** Moves the left or right edge as it is seen; in right-to-left words the left edge is the end. */
  readonly resize: ((resize: Resize) => void) | null;
  /** Whether the mark in hand stands in right-to-left words. */
  readonly isRightToLeft: boolean;
  readonly walk: (step: 1 | -1) => void;
  readonly setStatus: ((status: ArticleStatus) => void) | null;
  readonly toggleOriginal: () => void;
  readonly find: () => void;
  readonly toHeading: (step: 1 | -1) => void;
  /** Lets go of what is in hand, one thing at a time; at last of the article. */
  readonly leave: () => void;
  readonly reopenEvent: () => void;
  /** Goes to a tab of the inspector. */
  readonly toTab: (tab: InspectorTab) => void;
};

const BESIDE = 'Beside the text';

const TABS: readonly { readonly tab: InspectorTab; readonly words: string; readonly keys: string }[] = [
  { tab: 'highlights', words: 'Highlights of this article', keys: 'b h' },
  { tab: 'events', words: 'Events of this article', keys: 'b e' },
  { tab: 'details', words: 'Details of this article', keys: 'b d' },
];

const STATUS_KEYS: Readonly<Record<ArticleStatus, string>> = {
  inbox: 'u',
  'in-progress': 'i',
  done: 'd',
  'set-aside': 'x',
};

const NO_SELECTION = 'Select a passage first';
const NO_EVIDENCE = 'Put the caret on a passage that is evidence first';
const NO_MARK = 'Put the caret on a mark first';

/** The reader's commands, with their keys. */
export function useReaderCommands(codebook: Codebook, acts: ReaderActs): void {
  const passage = (verb: string, words: string, keys: string | null, run: (() => void) | null, why = NO_SELECTION) =>
    command(`passage:${verb}`, words, keys, 'Passage', run, why);
  const mark = (verb: string, words: string, keys: string, run: (() => void) | null) =>
    command(`mark:${verb}`, words, keys, 'Mark', run, NO_MARK);
  const { resize, tagAs, setStatus } = acts;
  const forward = acts.isRightToLeft ? 'Left' : 'Right';
  const backward = acts.isRightToLeft ? 'Right' : 'Left';
  const moved = (edge: Resize['edge'], way: Resize['way']) => resize && (() => resize({ edge, way }));
  useCommands([
    passage('entity', 'Link to entity', 'e', acts.entity),
    passage('event', 'Code an event', 'v', acts.event),
    passage('evidence', 'Add as evidence', 'c', acts.evidence),
    passage('evidence-of', 'Add as evidence of another event…', 'Shift+C', acts.evidenceOf),
    passage('note', 'Note', 'n', acts.note),
    passage('cite', 'Copy as citation', 'Mod+Shift+C', acts.cite),
    ...codebook.entityTypes
      .filter(({ key }) => key !== null)
      .map((type) => passage(`type-${type.id}`, `Tag as ${type.name}`, type.key, tagAs && (() => tagAs(type)))),
    mark('previous', 'Previous mark', '[', () => acts.walk(-1)),
    mark('next', 'Next mark', ']', () => acts.walk(1)),
    command('mark:stance', 'It asserts, denies or only mentions it', 's', 'Mark', acts.stance, NO_EVIDENCE),
    mark('remove', 'Remove mark', 'Delete', acts.remove),
    // Alt with Shift changes the layout of the keyboard on Windows: letters do the same.
    mark('end-longer', 'One word more at its end', `Alt+Shift+Arrow${forward}, w`, moved('end', 'forward')),
    mark('end-shorter', 'One word less at its end', `Alt+Shift+Arrow${backward}, Shift+W`, moved('end', 'backward')),
    mark('start-longer', 'One word more at its start', 'Alt+Shift+ArrowUp, a', moved('start', 'backward')),
    mark('start-shorter', 'One word less at its start', 'Alt+Shift+ArrowDown, Shift+A', moved('start', 'forward')),
    command('reader:original', 'Text or original', 'o', 'Reader', acts.toggleOriginal, ''),
    command('reader:find', 'Find in this article', 'Mod+F', 'Reader', acts.find, ''),
    command('reader:heading-next', 'Next heading', 'h', 'Reader', () => acts.toHeading(1), ''),
    command('reader:heading-previous', 'Heading before', 'Shift+H', 'Reader', () => acts.toHeading(-1), ''),
    command('reader:leave', 'Let go, then back to the list', 'Escape', 'Reader', acts.leave, ''),
    ...TABS.map(({ tab, words, keys }) => command(`inspector:${tab}`, words, keys, BESIDE, () => acts.toTab(tab), '')),
    command('event:reopen', 'Open the event that was put away', null, 'Reader', acts.reopenEvent, ''),
    ...articleStatuses.map((status) =>
      command(
        `article:${status}`,
        `Status: ${STATUS_WORDS[status]}`,
        STATUS_KEYS[status],
        'Reader',
        setStatus && (() => setStatus(status)),
        'This article is not in this case',
      ),
    ),
  ]);
}

function command(
  id: string,
  words: string,
  keys: string | null,
  group: string,
  run: (() => void) | null,
  why: string,
): Command {
  return { id, words, keys, group, run: run ?? (() => {}), ...(run ? {} : { offBecause: why }) };
}
