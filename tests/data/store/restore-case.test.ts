import { describe, expect, it } from 'vitest';
import type { CollectedCase } from '#renderer/data/collect-case.ts';
import { caseTables } from '#shared/exchange/case-ports.ts';
import { fillCase } from '#tests/support/filled-case.ts';
import { gather } from '#tests/support/gather.ts';
import { seededPorts } from '#tests/support/seeded-ports.ts';
import { testWorkspace } from '#tests/support/test-workspace.ts';

describe('restoreCase', () => {
  it('gives the same rows, bodies and chains in an empty workspace', async () => {
    const origin = await testWorkspace();
    const { caseId } = await fillCase(origin);
    const target = await testWorkspace({ ...seededPorts(2) });
    const source = await origin.collectCase(caseId);

    await target.restoreCase(source);

    expect(await everything(await target.collectCase(caseId))).toEqual(await everything(source));
  });
});

async function everything(source: CollectedCase) {
  const all: Record<string, unknown[]> = {};
  for (const table of caseTables) all[table] = await gather(source.rows(table));
  all['captureBytes'] = await gather(source.captures());
  all['textBytes'] = await gather(source.texts());
  for (const chain of await source.chains()) all[chain] = await gather(source.entries(chain));
  return all;
}
