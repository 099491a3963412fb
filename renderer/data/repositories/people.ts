import { difference } from '#shared/custody/make-change.ts';
import type { PersonId } from '#shared/domain/ids.ts';
import type { Person } from '#shared/domain/person.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { UNNAMED } from '../device.ts';
import { readRow } from '../edit-rows.ts';
import { moment, type WorkspaceCore } from '../workspace-core.ts';

/** Reads and writes who works here: device keys and the names they go by. */
export class PersonRepository {
  private readonly core: WorkspaceCore;

  constructor(core: WorkspaceCore) {
    this.core = core;
  }

  /** The person of this device; null until a name was given. */
  async me(): Promise<Person | null> {
    const row = await readRow(this.core.writer.db, 'people', this.core.personId);
    return row.name === UNNAMED ? null : row;
  }

  /** Everybody whose work stands in this workspace. */
  async all(): Promise<Person[]> {
    return this.core.writer.db.people.toArray();
  }

  /** The name of a person; null when it is not known. */
  async nameOf(id: PersonId): Promise<string | null> {
    return (await this.core.writer.db.people.get(id))?.name ?? null;
  }

  /**
   * Says what the person of this device is called. Old entries stay as they were signed.
   *
   * @throws {AppError} `bad-input` for a blank name
   */
  async setName(name: string): Promise<void> {
    const trimmed = name.trim();
    if (trimmed === '') throw new AppError('bad-input', 'A name signs every change: it cannot be blank.');
    const before = await readRow(this.core.writer.db, 'people', this.core.personId);
    if (before.name === trimmed) return;
    await this.core.commit({
      caseId: null,
      action: 'person:name',
      words: `Go by the name "${trimmed}"`,
      changes: difference('people', before, { ...before, name: trimmed, since: moment(this.core) }),
    });
  }
}
