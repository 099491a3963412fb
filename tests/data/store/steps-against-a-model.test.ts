import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Workspace } from '#renderer/data/workspace.ts';
import { creation } from '#shared/custody/make-change.ts';
import type { CaseId, EntityId } from '#shared/domain/ids.ts';
import { importSamples } from '#tests/support/filled-case.ts';
import { derivedSnapshot, snapshot } from '#tests/support/plain-model.ts';
import { anchorOf, type SampleArticle, sampleArticle, typeNamed } from '#tests/support/sample-rows.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

const WORDS = ['Shells', 'market', 'Tell Tamr', 'Five'];
const TEXT = 'Shells hit the market of Tell Tamr. Five people died.';

/** Acts of an analyst; numbers choose among what is there. */
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('tag' as const), at: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), at: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('triage' as const), at: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('event' as const), at: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), at: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), at: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('import' as const), at: fc.nat(20) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('undo' as const), at: fc.nat(20) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('redo' as const), at: fc.nat(20) }) },
);

type Act = { readonly kind: string; readonly at: number };
type State = Readonly<Record<string, unknown>>;

/** The naive model: every state that Undo leads back to, and every state that Redo leads to. */
type Model = { past: State[]; present: State; future: State[] };

it('undo and redo lead through the very states that a stack of snapshots keeps', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
      const workspace = await testWorkspace();
      const desk = new Desk(workspace, await workspace.cases.create('Sarat'));
      await desk.perform({ kind: 'import', at: 0 });
      const model: Model = { past: [], present: await stateOf(workspace), future: [] };
      for (const each of acts) {
        await step(desk, model, each);
        expect(await stateOf(workspace)).toEqual(model.present);
      }
      expect((await workspace.verify(null)).faults).toEqual([]);
      workspace.close();
    }),
    { numRuns: 12 },
  );
});

async function step(desk: Desk, model: Model, each: Act): Promise<void> {
  const { workspace, caseId } = desk;
  if (each.kind === 'undo' && model.past.length > 0) {
    await workspace.undo(caseId);
    model.future.push(model.present);
    model.present = model.past.pop() ?? model.present;
  } else if (each.kind === 'redo') {
    const said = await workspace.redo(caseId);
    const next = model.future.pop();
    expect(said === null).toBe(next === undefined);
    if (next) {
      model.past.push(model.present);
      model.present = next;
    }
  } else if (await desk.perform(each)) {
    model.past.push(model.present);
    model.present = await stateOf(workspace);
    model.future = [];
  }
}

/** Does what an act says with what is there; nothing when there is nothing to do it with. */
class Desk {
  readonly workspace: Workspace;
  readonly caseId: CaseId;
  private sample: SampleArticle | null = null;
  private made = 0;

  constructor(workspace: Workspace, caseId: CaseId) {
    this.workspace = workspace;
    this.caseId = caseId;
  }

  async perform({ kind, at }: Act): Promise<boolean> {
    const { workspace, caseId } = this;
    const { entries } = await workspace.history.size(caseId);
    if (kind === 'tag') await this.tag(at);
    if (kind === 'rename')
      await this.withEntity(at, (id) => workspace.entities.edit(caseId, id, { name: `Name ${at}` }));
    if (kind === 'triage') await this.triage(at);
    if (kind === 'event') await this.event(at);
    if (kind === 'merge') await this.merge(at);
    if (kind === 'remove') await this.remove(at);
    if (kind === 'import') await this.import();
    return (await workspace.history.size(caseId)).entries > entries;
  }

  private async import(): Promise<void> {
    const sample = sampleArticle(`${TEXT} ${this.made++}`);
    this.sample = sample;
    await importSamples(this.workspace, this.caseId, [sample, sampleArticle(`Copy ${this.made}`)]);
  }

  private async tag(at: number): Promise<void> {
    const word = WORDS[at % WORDS.length] ?? 'Shells';
    const highlight = await this.highlight(word);
    if (highlight) await this.workspace.entities.tagAsNew(highlight, word, typeNamed('Place'));
  }

  private async event(at: number): Promise<void> {
    const highlight = await this.highlight('Five');
    if (!highlight) return;
    const [entity] = await this.workspace.entities.all();
    const event = {
      ...this.workspace.events.draft(this.caseId, 'shelling'),
      title: `Event ${at}`,
      placeId: entity?.id ?? null,
    };
    const claim = this.workspace.claims.draft(highlight, event.id);
    await this.workspace.events.create(event, event.title, [
      creation('highlights', highlight),
      creation('claims', claim),
    ]);
  }

  private async merge(at: number): Promise<void> {
    const [kept, dropped] = await this.workspace.entities.all();
    if (!kept || !dropped || kept.mergedInto || dropped.mergedInto || at % 2) return;
    await this.workspace.entities.merge(this.caseId, kept.id, dropped.id);
  }

  private async remove(at: number): Promise<void> {
    await this.withEntity(at, (id) => this.workspace.bin.remove(this.caseId, [{ table: 'entities', id }], 'Remove'));
  }

  private async triage(at: number): Promise<void> {
    const ids = await this.workspace.articles.idsInCase(this.caseId);
    await this.workspace.articles.editInCase(this.caseId, ids, 'Triage', () => ({
      status: at % 2 ? 'done' : 'inbox',
      tags: [`t${at}`],
    }));
  }

  private async withEntity(at: number, use: (id: EntityId) => Promise<unknown>): Promise<void> {
    const all = await this.workspace.entities.all();
    const entity = all[at % Math.max(1, all.length)];
    if (entity) await use(entity.id);
  }

  private async highlight(word: string) {
    const { sample, workspace, caseId } = this;
    const isThere = sample && (await workspace.articles.idsInCase(caseId)).includes(sample.article.id);
    if (!isThere) return null;
    return workspace.highlights.draft(
      caseId,
      sample.article.id,
      anchorOf(sample.text.text, sample.article.textId, word),
    );
  }
}

async function stateOf(workspace: Workspace): Promise<State> {
  return { ...(await snapshot(workspace)), ...(await derivedSnapshot(workspace)) };
}
