import { personIdOf } from '#shared/custody/identify.ts';
import { makeDeviceKey } from '#shared/custody/signing.ts';
import type { Ports } from '#shared/kernel/ports.ts';
import type { DeviceRow } from './stored-rows.ts';
import { writeTransaction } from './transaction/write-transaction.ts';
import type { WorkbenchDatabase } from './workbench-database.ts';

/** Reads the device's key, making it at the first start. Windows that start at once agree on one. */
export async function openDevice(db: WorkbenchDatabase, ports: Ports): Promise<DeviceRow> {
  const known = await db.device.get('device');
  if (known) return known;
  const { publicKey, secretKey } = makeDeviceKey(ports);
  const fresh: DeviceRow = { id: 'device', personId: personIdOf(publicKey), publicKey, secretKey };
  return writeTransaction(db, async () => {
    const meanwhile = await db.device.get('device');
    if (meanwhile) return meanwhile;
    await db.device.add(fresh);
    return fresh;
  });
}
