import { useState } from 'react';
import { useCommands } from '#renderer/services/commands/use-commands.ts';
import { judgeSame } from '#renderer/services/copies/copy-desk.ts';
import { editTags, removeFromCase, setStatus } from '#renderer/services/library/triage.ts';
import { useServices } from '#renderer/services/services.ts';
import type { ArticleStatus } from '#shared/domain/case-article.ts';
import type { ArticleId, CaseId } from '#shared/domain/ids.ts';
import { toPayload } from '#shared/kernel/app-error.ts';
import { statusWords } from './cells.tsx';
import type { TagEdit } from './TagsDialog.tsx';

/** What is asked before something is done with the chosen articles. */
export type TriageQuestion = 'tags' | 'add-to-case' | 'same' | null;

/** Acts on the chosen articles, or on the one in hand. Each is one step, taken back by one undo. */
export type Triage = {
  readonly question: TriageQuestion;
  readonly ask: (question: TriageQuestion) => void;
  readonly editTags: (edit: TagEdit) => void;
  readonly addToCase: (caseId: CaseId, name: string) => void;
  readonly judgeSame: (reason: string) => void;
};

const statusKeys: readonly (readonly [ArticleStatus, string])[] = [
  ['inbox', 'u'],
  ['in-progress', 'i'],
  ['done', 'd'],
  ['set-aside', 'x'],
];

/** Gives the desk the commands of triage. */
export function useTriage(caseId: CaseId, targets: readonly ArticleId[], clear: () => void): Triage {
  const { workspace, notices } = useServices();
  const [question, ask] = useState<TriageQuestion>(null);
  const offBecause = targets.length === 0 ? 'Choose an article first' : undefined;
  /** A single row shows by itself what became of it, unless it goes. */
  const act = (work: Promise<string>, isTold = targets.length > 1) => {
    work.then(
      (words) => {
        if (isTold) notices.done(words);
      },
      (error: unknown) => notices.warn(toPayload(error).message),
    );
  };
  useCommands([
    ...statusKeys.map(([status, keys]) => ({
      id: `status:${status}`,
      words: statusWords[status],
      keys,
      group: 'Status',
      offBecause,
      run: () => act(setStatus(workspace, caseId, targets, status)),
    })),
    { id: 'library:tags', words: 'Tags…', keys: 't', group: 'Library', offBecause, run: () => ask('tags') },
    {
      id: 'library:add-to-case',
      words: 'Add to another case…',
      keys: null,
      group: 'Library',
      offBecause,
      run: () => ask('add-to-case'),
    },
    {
      id: 'library:same',
      words: 'Same article…',
      keys: null,
      group: 'Library',
      offBecause: targets.length < 2 ? 'Choose two articles or more first' : undefined,
      run: () => ask('same'),
    },
    {
      id: 'library:remove',
      words: 'Remove from the case',
      keys: 'Delete',
      group: 'Library',
      offBecause,
      run: () => {
        act(removeFromCase(workspace, caseId, targets), true);
        clear();
      },
    },
  ]);
  return {
    question,
    ask,
    editTags: (edit) => {
      ask(null);
      if (edit.add.length + edit.remove.length > 0) act(editTags(workspace, caseId, targets, edit));
    },
    judgeSame: (reason) => {
      ask(null);
      act(judgeSame(workspace, caseId, targets, reason).then(() => `${targets.length} articles are one story.`));
    },
    addToCase: (other, name) => {
      ask(null);
      workspace.articles.addToCase(other, targets).then(
        () => {
          notices.warn(`${countWords(targets.length)} now also in “${name}”.`);
          clear();
        },
        (error: unknown) => notices.warn(toPayload(error).message),
      );
    },
  };
}

function countWords(count: number): string {
  return count === 1 ? 'The article is' : `${count.toLocaleString('en')} articles are`;
}
