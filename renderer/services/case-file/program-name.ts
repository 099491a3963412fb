import type { HostCall } from '../safety/host-call.ts';

/** Name and version of the program, as a case file says who wrote it. */
export async function programName(call: HostCall): Promise<string> {
  return `Casewright ${(await call('host:describe', null)).version}`;
}
