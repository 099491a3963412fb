import { describe, expect, it } from 'vitest';
import { typeNamed } from '#tests/support/sample-rows.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

describe('undo and redo', () => {
  it('take back and bring again the last step, in words', async () => {
    const workspace = await testWorkspace();
    const caseId = await workspace.cases.create('Sarat');
    await workspace.entities.create(caseId, 'Tell Tamr', typeNamed('Place'));

    expect(await workspace.undoWords(caseId)).toEqual({ undo: 'Create "Tell Tamr" as Place', redo: null });
    expect(await workspace.undo(caseId)).toBe('Create "Tell Tamr" as Place');
    expect(await workspace.entities.all()).toEqual([]);
    expect(await workspace.undoWords(caseId)).toEqual({ undo: null, redo: 'Create "Tell Tamr" as Place' });
    expect(await workspace.redo(caseId)).toBe('Create "Tell Tamr" as Place');
    expect((await workspace.entities.all()).map(({ name }) => name)).toEqual(['Tell Tamr']);
  });
});
