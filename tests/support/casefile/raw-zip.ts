import { crc32, deflateRawSync } from 'node:zlib';

/** A member as it is to stand in a zip, lies included: what is not given is told truthfully. */
export type RawMember = {
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array;
  readonly isStored?: boolean;
  /** Size after unpacking, as both headers say. */
  readonly saidBytes?: number;
  readonly saidCrc?: number;
  readonly saidMethod?: number;
  /** Name in the header before the bytes, when it is to differ from the directory's. */
  readonly localName?: string;
  /** Unix mode with file type, `0o120777` for a link. */
  readonly mode?: number;
  readonly flags?: number;
  /** Where the directory says that the member lies: that of an earlier one, for an overlap. */
  readonly saidOffset?: number;
};

/** What the end of the zip says instead of the truth. */
export type RawEnd = { readonly saidEntries?: number; readonly prefix?: Uint8Array; readonly suffix?: Uint8Array };

/** Builds a zip byte by byte, for what no honest library writes. */
export function rawZip(members: readonly RawMember[], end: RawEnd = {}): Blob {
  const parts: Uint8Array[] = [end.prefix ?? new Uint8Array(0)];
  const directory: Uint8Array[] = [];
  let offset = parts[0]?.length ?? 0;
  for (const member of members) {
    const packed = member.isStored ? member.bytes : new Uint8Array(deflateRawSync(member.bytes));
    const local = Buffer.concat([localHeader(member, packed.length), packed]);
    directory.push(directoryEntry(member, packed.length, member.saidOffset ?? offset));
    parts.push(local);
    offset += local.length;
  }
  const table = Buffer.concat(directory);
  parts.push(
    table,
    endRecord(end.saidEntries ?? members.length, table.length, offset),
    end.suffix ?? new Uint8Array(0),
  );
  return new Blob([Buffer.concat(parts)]);
}

function nameBytes(name: string | Uint8Array): Uint8Array {
  return typeof name === 'string' ? new TextEncoder().encode(name) : name;
}

/** From flags to extra length: what the two headers share. */
function common(member: RawMember, packed: number, name: Uint8Array): Buffer {
  const fields = Buffer.alloc(24);
  fields.writeUInt16LE(member.flags ?? 0x0800, 0);
  fields.writeUInt16LE(member.saidMethod ?? (member.isStored ? 0 : 8), 2);
  fields.writeUInt16LE(0, 4);
  fields.writeUInt16LE(0x5c6e, 6);
  fields.writeUInt32LE(member.saidCrc ?? crc32(member.bytes), 8);
  fields.writeUInt32LE(packed, 12);
  fields.writeUInt32LE(member.saidBytes ?? member.bytes.length, 16);
  fields.writeUInt16LE(name.length, 20);
  return fields;
}

function localHeader(member: RawMember, packed: number): Buffer {
  const name = nameBytes(member.localName ?? member.name);
  const start = Buffer.from([0x50, 0x4b, 0x03, 0x04, 20, 0]);
  return Buffer.concat([start, common(member, packed, name), name]);
}

function directoryEntry(member: RawMember, packed: number, offset: number): Buffer {
  const name = nameBytes(member.name);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(((member.mode ?? 0o100644) << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  const start = Buffer.from([0x50, 0x4b, 0x01, 0x02, 20, 3, 20, 0]);
  return Buffer.concat([start, common(member, packed, name), rest, name]);
}

function endRecord(entries: number, tableBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(tableBytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
