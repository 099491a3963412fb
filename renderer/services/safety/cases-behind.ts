import type { CaseId } from '#shared/domain/ids.ts';
import { caseStates, type Head } from './case-state.ts';
import type { CopyMemory } from './copy-memory.ts';
import type { HostCall } from './host-call.ts';

/** What finding the cases without a present copy needs. */
export type BehindPorts = {
  readonly call: HostCall;
  /** The last entry of every chain of the workspace. */
  readonly heads: () => Promise<readonly Head[]>;
  readonly memory: CopyMemory;
};

/** Cases whose newest safety copy is not of their present state. */
export async function casesBehind({ call, heads, memory }: BehindPorts): Promise<CaseId[]> {
  const [states, copies] = await Promise.all([heads().then(caseStates), call('safety-copy:list', null)]);
  const remembered = memory.read();
  return [...states]
    .filter(([caseId, state]) => {
      const known = remembered.get(caseId);
      const newest = copies.find((copy) => copy.caseId === caseId);
      return known?.state !== state || known.sha256 !== newest?.sha256;
    })
    .map(([caseId]) => caseId);
}
