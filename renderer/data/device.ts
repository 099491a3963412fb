import { personIdOf } from '#shared/custody/identify.ts';
import { makeDeviceKey } from '#shared/custody/signing.ts';
import type { Person } from '#shared/domain/person.ts';
import { instantOf } from '#shared/kernel/instant.ts';
import type { Ports } from '#shared/kernel/ports.ts';
import type { DeviceRow } from './stored-rows.ts';
import { writeTransaction } from './transaction/write-transaction.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** What a person goes by until they have given a name: what they sign can be verified all the same. */
export const UNNAMED = 'No name given';

/** Reads the device's key, making it at the first start. Windows that start at once agree on one. */
export async function openDevice(db: WorkbenchDatabase, ports: Ports): Promise<DeviceRow> {
  const known = await db.device.get('device');
  if (known) return known;
  const { publicKey, secretKey } = makeDeviceKey(ports);
  const personId = personIdOf(publicKey);
  const fresh: DeviceRow = { id: 'device', personId, publicKey, secretKey };
  const person: Person = { id: personId, publicKey, name: UNNAMED, since: instantOf(ports.now()) };
  return writeTransaction(db, async () => {
    const meanwhile = await db.device.get('device');
    if (meanwhile) return meanwhile;
    await db.device.add(fresh);
    await db.people.add(person);
    return fresh;
  });
}
