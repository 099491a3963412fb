import type { PersonId } from '#shared/domain/ids.ts';
import { type Instant, instantOf } from '#shared/kernel/instant.ts';
import { uuidV7 } from '#shared/kernel/uuid.ts';
import type { BodyStore } from './body-store.ts';
import type { Writer } from './commit.ts';
import type { Commit } from './step.ts';

/** What repositories stand on: one store, one way to write to it. */
export type WorkspaceCore = {
  readonly writer: Writer;
  readonly commit: Commit;
  readonly bodies: BodyStore;
  readonly personId: PersonId;
};

/** A fresh id of any kind. */
export function freshId<Id extends string>({ writer }: WorkspaceCore): Id {
  return uuidV7(writer.ports) as Id;
}

/** The moment it is. */
export function moment({ writer }: WorkspaceCore): Instant {
  return instantOf(writer.ports.now());
}
