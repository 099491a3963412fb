import type { CommandShape } from '#renderer/services/commands/command.ts';
import { generalCodebook } from '#shared/domain/general-codebook.ts';

type Line = readonly [id: string, words: string, keys: string | null];

/**
 * Every command that a place gives once it is entered, so that its key can be seen, changed and switched off before.
 * What the place itself says of a command stands in for its line here.
 */
export const commandCatalogue: readonly CommandShape[] = [
  ...group('Start', [
    ['start:new', 'New case', 'n'],
    ['start:open', 'Open a case file', 'o'],
    ['start:sample', 'Open the sample case', 's'],
  ]),
  ...group('Case', [['case:open-sample', 'Open the sample case', null]]),
  ...group('Everywhere', [
    ['search:focus', 'Search titles and texts', '/'],
    ['case:open-file', 'Open case file…', 'Mod+O'],
    ['case:export-file', 'Export case file…', 'Mod+E'],
  ]),
  ...group('Places', [
    ['go:library', 'Library', 'g l'],
    ['go:reader', 'Reader', 'g r'],
    ['go:search', 'Search', 'g s'],
    ['go:entities', 'Entities', 'g e'],
    ['go:events', 'Events', 'g v'],
    ['go:sources', 'Sources', 'g p'],
    ['go:case-file', 'Case file', 'g c'],
  ]),
  ...group('Library', [
    ['import:files', 'Import…', 'Mod+I'],
    ['import:folder', 'Import folder…', 'Mod+Shift+I'],
    ['import:paste', 'Paste text…', null],
    ['library:preview', 'Show or hide the preview', 'p'],
    ['library:columns', 'Choose columns…', null],
    ['library:filter', 'Filter by column…', 'f'],
    ['library:history', 'Show or hide the import history', 'h'],
    ['library:clear', 'Clear selection', 'Escape'],
    ['library:tags', 'Tags…', 't'],
    ['library:add-to-case', 'Add to another case…', null],
    ['library:same', 'Same article…', null],
    ['library:remove', 'Remove from the case', 'Delete'],
  ]),
  ...group('Status', [
    ['status:inbox', 'Inbox', 'u'],
    ['status:in-progress', 'In progress', 'i'],
    ['status:done', 'Done', 'd'],
    ['status:set-aside', 'Set aside', 'x'],
  ]),
  ...group('Sources', [
    ['sources:card', 'Show or hide the card', 'p'],
    ['sources:columns', 'Choose columns…', null],
    ['source:merge', 'Merge…', 'm'],
  ]),
  ...group('Reader', [
    ['article:next', 'Next article', 'j'],
    ['article:previous', 'Previous article', 'k'],
    ['reader:back', 'Back to Library', 'Escape'],
    ['reader:queue', 'Show or hide the queue', 'q'],
    ['reader:original', 'Text or original', 'o'],
    ['reader:find', 'Find in this article', 'Mod+F'],
    ['reader:heading-next', 'Next heading', 'h'],
    ['reader:heading-previous', 'Heading before', 'Shift+H'],
    ['reader:leave', 'Let go, then back to the list', 'Escape'],
    ['event:save', 'Save the open event', 'Mod+Enter'],
    ['event:reopen', 'Open the event that was put away', null],
    ['article:inbox', 'Status: Inbox', 'u'],
    ['article:in-progress', 'Status: In progress', 'i'],
    ['article:done', 'Status: Done', 'd'],
    ['article:set-aside', 'Status: Set aside', 'x'],
  ]),
  ...group('Beside the text', [
    ['inspector:highlights', 'Highlights of this article', 'b h'],
    ['inspector:events', 'Events of this article', 'b e'],
    ['inspector:details', 'Details of this article', 'b d'],
  ]),
  ...group('Passage', [
    ['passage:entity', 'Link to entity', 'e'],
    ['passage:event', 'Code an event', 'v'],
    ['passage:evidence', 'Add as evidence', 'c'],
    ['passage:evidence-of', 'Add as evidence of another event…', 'Shift+C'],
    ['passage:note', 'Note', 'n'],
    ['passage:cite', 'Copy as citation', 'Mod+Shift+C'],
    ...generalCodebook.entityTypes.map(({ id, name, key }): Line => [`passage:type-${id}`, `Tag as ${name}`, key]),
  ]),
  ...group('Mark', [
    ['mark:previous', 'Previous mark', '['],
    ['mark:next', 'Next mark', ']'],
    ['mark:stance', 'It asserts, denies or only mentions it', 's'],
    ['mark:remove', 'Remove mark', 'Delete'],
    ['mark:end-longer', 'One word more at its end', 'Alt+Shift+ArrowRight, w'],
    ['mark:end-shorter', 'One word less at its end', 'Alt+Shift+ArrowLeft, Shift+W'],
    ['mark:start-longer', 'One word more at its start', 'Alt+Shift+ArrowUp, a'],
    ['mark:start-shorter', 'One word less at its start', 'Alt+Shift+ArrowDown, Shift+A'],
  ]),
  ...group('Search', [
    ['search:help', 'Show or hide query help', 'F1'],
    ['search:next', 'Next result', 'j'],
    ['search:previous', 'Previous result', 'k'],
    ['search:next-hit', 'Next hit in the article', 'n'],
    ['search:previous-hit', 'Previous hit', 'p'],
    ['search:log', 'Search log…', null],
  ]),
  ...group('Entities', [
    ['entity:new', 'New entity…', null],
    ['entity:merge', 'Merge…', 'm'],
    ['entity:split', 'Split…', 's'],
    ['entities:card', 'Show or hide the card', 'p'],
    ['entities:columns', 'Choose columns…', null],
    ['entity:type-all', 'Show all types', '0'],
    ...generalCodebook.entityTypes
      .slice(0, 9)
      .map(({ name }, at): Line => [`entity:type-${at + 1}`, `Show ${name} alone`, String(at + 1)]),
  ]),
  ...group('Events', [
    ['events:card', 'Show or hide the card', 'p'],
    ['events:columns', 'Choose columns…', null],
    ['events:write', 'Write in the cell in hand', 'F2'],
  ]),
  ...group('Case file', [
    ['case:history', 'History of the case', 'h'],
    ['case:verify', 'Verify the case', 'y'],
  ]),
];

function group(name: string, lines: readonly Line[]): CommandShape[] {
  return lines.map(([id, words, keys]) => ({ id, words, keys, group: name }));
}
