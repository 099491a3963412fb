import { creation, difference, removal } from '#shared/custody/make-change.ts';
import type { Decision } from '#shared/domain/decision.ts';
import type { CaseId, DecisionId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/domain/ledger.ts';
import { freshId, moment, type WorkspaceCore } from '../workspace-core.ts';

/** What an analyst decides about two things. */
export type Judgement = Pick<Decision, 'kind' | 'a' | 'b' | 'verdict' | 'reason'>;

/** Reads and writes judgements that two things are the same or not. */
export class DecisionRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /** Every judgement of a kind. */
  async of(kind: Decision['kind']): Promise<Decision[]> {
    return this.core.writer.db.decisions.filter((row) => row.kind === kind).toArray();
  }

  /**
   * Notes judgements as one step. One about a pair that was judged before takes the place of the other, which stays in the
   * history.
   *
   * @param words - how the step is called
   * @throws {AppError} `conflict` if one was changed meanwhile; nothing has changed then
   */
  async judge(caseId: CaseId, words: string, judgements: readonly Judgement[]): Promise<void> {
    const known = new Map((await this.core.writer.db.decisions.toArray()).map((row) => [pairOf(row), row]));
    const { core } = this;
    const changes = judgements.flatMap((judgement): Change[] => {
      const stated = { ...judgement, by: core.personId, at: moment(core) };
      const before = known.get(pairOf(judgement));
      if (before) return difference('decisions', before, { ...before, ...stated });
      return [creation('decisions', { id: freshId<DecisionId>(core), ...stated })];
    });
    if (changes.length > 0) await core.commit({ caseId, action: 'decision:judge', words, changes });
  }

  /** Takes judgements back: the pairs are judged by what was found again. Those that are gone already are passed over. */
  async takeBack(caseId: CaseId, words: string, ids: readonly DecisionId[]): Promise<void> {
    const rows = await this.core.writer.db.decisions.bulkGet([...ids]);
    const changes = rows.flatMap((row) => (row ? [removal('decisions', row)] : []));
    if (changes.length > 0) await this.core.commit({ caseId, action: 'decision:take-back', words, changes });
  }
}

function pairOf({ kind, a, b }: Pick<Decision, 'kind' | 'a' | 'b'>): string {
  return `${kind} ${a < b ? `${a} ${b}` : `${b} ${a}`}`;
}
