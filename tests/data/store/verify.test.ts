import { describe, expect, it } from 'vitest';
import type { Workspace } from '#renderer/data/workspace.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { JobControl } from '#shared/kernel/job-control.ts';
import { codeOf } from '#tests/support/code-of.ts';
import { type FilledCase, fillCase } from '#tests/support/filled-case.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

type Damage = (workspace: Workspace, filled: FilledCase) => Promise<unknown>;

/** Each writes past the store, as a fault or a hand in the browser's files would. */
const damages: [string, string, Damage][] = [
  ['a byte of a pack', 'capture', ({ db }) => db.bodies.toCollection().modify((pack) => void pack.bytes.fill(0))],
  ['a pack that is gone', 'capture', ({ db }) => db.bodies.clear()],
  ['the size of a capture', 'capture', ({ db }) => db.captures.toCollection().modify({ size: 1 })],
  ['the blocks of a text', 'text', ({ db }) => db.texts.toCollection().modify({ blocks: [] })],
  [
    'the text hash of an article',
    'text',
    ({ db }, { caseId }) => db.articles.toCollection().modify({ textHash: caseId as never }),
  ],
  [
    'the quote of a highlight',
    'quote',
    ({ db }) => db.highlights.toCollection().modify((row) => void Object.assign(row.made, { quote: 'Else' })),
  ],
  ['a highlight that is gone', 'pointer', ({ db }) => db.highlights.clear()],
  ['an entity that is gone', 'pointer', ({ db }) => db.entities.clear()],
  ['a text that is gone', 'pointer', ({ db }) => db.texts.clear()],
  ['a field of another kind', 'row', ({ db }) => db.events.toCollection().modify({ title: 7 as never })],
  [
    'an entry that is gone',
    'chain',
    ({ db }, { caseId }) =>
      db.ledger
        .where('[chain+seq]')
        .between([`${caseId}.`, 2], [`${caseId}/`, 3])
        .limit(1)
        .delete(),
  ],
  [
    'the words of an entry',
    'chain',
    ({ db }) =>
      db.ledger
        .toCollection()
        .modify((row) => void Object.assign(row, { payload: row.payload?.replace('Tag', 'Hit') })),
  ],
  [
    'the action of an entry',
    'chain',
    ({ db }) => db.ledger.toCollection().modify((row) => void Object.assign(row.header, { action: 'a:b' })),
  ],
  [
    'the end of a chain',
    'chain',
    async ({ db }) => db.ledger.bulkDelete([...(await db.ledger.toCollection().primaryKeys())].slice(-1)),
  ],
  [
    'the name of an entity that no step gave it',
    'history',
    ({ db }) => db.entities.toCollection().modify({ name: 'Tal Tamr' }),
  ],
  [
    'a place of an article in the case, changed by no step',
    'history',
    ({ db }) => db.caseArticles.toCollection().modify({ status: 'done' }),
  ],
  ['a note that is gone though no step removed it', 'history', ({ db }) => db.entityNotes.clear()],
  ['a grade that is gone', 'history', ({ db }) => db.sourceGrades.clear()],
  [
    'an address of an article',
    'history',
    ({ db }) => db.articles.toCollection().modify({ url: 'https://else.example' }),
  ],
  [
    'an event as it was before its last change',
    'history',
    async (workspace, { eventId }) => {
      const before = await workspace.db.events.get(eventId);
      if (!before) throw new Error('No event.');
      await workspace.events.change(before, { ...before, title: 'Else' }, 'Else');
      await workspace.db.events.put(before);
    },
  ],
  ['a head', 'chain', ({ db }) => db.heads.toCollection().modify({ seq: 2 })],
];

describe('verify', () => {
  it('finds no fault in what was not damaged, and counts what it looked at', async () => {
    const { workspace, caseId } = await filled();

    const whole = await workspace.verify(null);
    const ofCase = await workspace.verify(caseId);

    expect([whole.faults, ofCase.faults]).toEqual([[], []]);
    expect(ofCase).toMatchObject({ captures: 2, texts: 2, entries: 9, dropped: 0, ahead: 0 });
  });

  it.each(damages)('names %s as a fault of kind %s', async (_, kind, damage) => {
    const { workspace, filledCase } = await filled();

    await damage(workspace, filledCase);

    for (const scope of [null, filledCase.caseId]) {
      const { faults } = await workspace.verify(scope);
      expect(faults.map((fault) => fault.kind)).toContain(kind);
      expect(faults.every(({ at, words }) => at !== '' && words.length > 10)).toBe(true);
    }
  });

  it('finds no fault in a case that was opened, worked on, and had something purged', async () => {
    const { workspace, caseId, filledCase } = await filled();
    const target = await testWorkspace(seededPorts(5));
    const own = await fillCase(target, 'Own');
    await target.entities.edit(own.caseId, own.entityId, { name: 'Tal Tamr' });
    await target.restoreCase(await workspace.collectCase(caseId));
    await target.entities.edit(caseId, filledCase.entityId, { name: 'The town' });
    await target.articles.edit(caseId, filledCase.articleIds[0] as never, { title: 'Else' });
    const bin = await target.bin.remove(caseId, [{ table: 'highlights', id: filledCase.highlightId }], 'Remove');
    await target.bin.purge(bin);
    await target.entities.edit(caseId, filledCase.entityId, { name: 'The market' });

    for (const scope of [null, caseId, own.caseId]) expect((await target.verify(scope)).faults).toEqual([]);
  });

  it('leaves other cases out when one is verified', async () => {
    const { workspace, caseId } = await filled();
    const other = await workspace.cases.create('Ashmar');
    await workspace.db.claims.clear();

    expect((await workspace.verify(other)).faults).toEqual([]);
    expect((await workspace.verify(caseId)).captures).toBe(2);
  });

  it('tells how far it is, and stops when asked', async () => {
    const { workspace } = await filled();
    const seen: [number, number | null][] = [];
    const job: JobControl = { signal: { aborted: false }, onProgress: (...at) => seen.push(at), pause: async () => {} };
    await workspace.verify(null, job);
    const [last] = seen.slice(-1);

    expect(last?.[0]).toBe(last?.[1]);
    expect(await codeOf(workspace.verify(null, { ...job, signal: { aborted: true } }))).toBe('cancelled');
  });

  it('says that a case is not there', async () => {
    const { workspace } = await filled();

    await expect(workspace.verify('01957c11-3e00-7000-8000-000000000000' as never)).rejects.toThrow(AppError);
  });
});

async function filled() {
  const workspace = await testWorkspace();
  const filledCase = await fillCase(workspace);
  return { workspace, filledCase, caseId: filledCase.caseId };
}
