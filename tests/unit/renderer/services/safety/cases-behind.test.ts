import { describe, expect, it } from 'vitest';
import { caseStates, type Head } from '#renderer/services/safety/case-state.ts';
import { casesBehind } from '#renderer/services/safety/cases-behind.ts';
import type { RememberedCopy } from '#renderer/services/safety/copy-memory.ts';
import type { HostCall } from '#renderer/services/safety/host-call.ts';
import type { ChainId } from '#shared/domain/ledger.ts';

const CASE = '01920000-0000-7000-8000-000000000001';
const PERSON = '01920000-0000-8000-8000-000000000009';
const SUM = 'a'.repeat(64);

const head = (seq: number): Head => ({ chain: `${CASE}.${PERSON}` as ChainId, seq, hash: `${seq}`.padStart(64, '0') });
const stateAt = (seq: number) =>
  caseStates([head(seq)])
    .values()
    .next().value ?? '';

async function behind(seq: number, remembered: RememberedCopy | null, kept: readonly string[]) {
  const copies = kept.map((sha256) => ({ caseId: CASE, sha256 }));
  return casesBehind({
    call: (async () => copies) as HostCall,
    heads: async () => [head(seq)],
    memory: { read: () => new Map(remembered ? [[CASE, remembered]] : []), note: () => {} },
  });
}

describe('casesBehind', () => {
  it('finds nothing when the newest copy is of the present state', async () => {
    expect(await behind(4, { sha256: SUM, state: stateAt(4) }, [SUM])).toEqual([]);
  });

  it.each([
    ['was never copied', 4, null, []],
    ['has changed since its copy', 5, { sha256: SUM, state: stateAt(4) }, [SUM]],
    ['has a copy that is no longer there', 4, { sha256: SUM, state: stateAt(4) }, []],
    ['has a newer copy that nobody here wrote', 4, { sha256: SUM, state: stateAt(4) }, ['b'.repeat(64), SUM]],
  ])('finds a case that %s', async (_, seq, remembered, kept) => {
    expect(await behind(seq, remembered, kept)).toEqual([CASE]);
  });
});
