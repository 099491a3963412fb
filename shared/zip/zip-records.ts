/** A member as the records of a zip tell of it. */
export type MemberRecord = {
  /** Name as UTF-8. */
  readonly name: Uint8Array;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly isPacked: boolean;
  /** Whether checksum and sizes come after the bytes instead of before them. */
  readonly isStreamed: boolean;
  readonly crc: number;
  /** In the zip. */
  readonly packedBytes: number;
  /** Unpacked. */
  readonly bytes: number;
  /** Where its header begins. */
  readonly offset: number;
};

/** What says "it stands in the Zip64 field" where four bytes are too few, and where two are. */
const TOO_LARGE = 0xffffffff;
const TOO_MANY = 0xffff;

const NAMED_IN_UTF8 = 0x0800;
const SIZES_AFTER = 0x0008;

const VERSION_STORED = 10;
const VERSION_PACKED = 20;
const VERSION_ZIP64 = 45;
const MADE_ON_UNIX = 3;
const REGULAR_FILE = 0o100644;

const ZIP64_FIELD = 0x0001;
const TIME_FIELD = 0x5455;

/**
 * The header before a member's bytes. One whose sizes come after has the room for large ones already.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT section 4.3.7
 */
export function localHeader(member: MemberRecord): Uint8Array<ArrayBuffer> {
  const { name, isStreamed, isPacked } = member;
  const out = new Record(30 + name.length + (isStreamed ? 20 : 0) + 9);
  out.u32(0x04034b50).u16(isStreamed ? VERSION_ZIP64 : isPacked ? VERSION_PACKED : VERSION_STORED);
  writeCommon(out, isStreamed ? { ...member, crc: 0, packedBytes: TOO_LARGE, bytes: TOO_LARGE } : member);
  out
    .u16(name.length)
    .u16(isStreamed ? 29 : 9)
    .raw(name);
  if (isStreamed) out.u16(ZIP64_FIELD).u16(16).u64(0).u64(0);
  writeTime(out, member);
  return out.bytes;
}

/** What comes after the bytes of a member whose header could not tell. */
export function dataDescriptor({ crc, packedBytes, bytes }: MemberRecord): Uint8Array<ArrayBuffer> {
  return new Record(24).u32(0x08074b50).u32(crc).u64(packedBytes).u64(bytes).bytes;
}

/** A member's line in the table of contents. */
export function directoryRecord(member: MemberRecord): Uint8Array<ArrayBuffer> {
  const { name, isStreamed, isPacked, packedBytes, bytes, offset } = member;
  const large = [bytes, packedBytes, offset].filter((each) => each >= TOO_LARGE);
  const extra = 9 + (large.length > 0 ? 4 + large.length * 8 : 0);
  const needs = isStreamed || large.length > 0 ? VERSION_ZIP64 : isPacked ? VERSION_PACKED : VERSION_STORED;
  const out = new Record(46 + name.length + extra);
  out
    .u32(0x02014b50)
    .u16(MADE_ON_UNIX << 8)
    .u16(needs);
  writeCommon(out, { ...member, packedBytes: Math.min(packedBytes, TOO_LARGE), bytes: Math.min(bytes, TOO_LARGE) });
  out.u16(name.length).u16(extra).u16(0).u16(0).u16(0);
  out
    .u32((REGULAR_FILE << 16) >>> 0)
    .u32(Math.min(offset, TOO_LARGE))
    .raw(name);
  if (large.length > 0) out.u16(ZIP64_FIELD).u16(large.length * 8);
  for (const each of large) out.u64(each);
  writeTime(out, member);
  return out.bytes;
}

/** The end of a zip. */
export function endRecords(members: number, directory: { start: number; bytes: number }): Uint8Array<ArrayBuffer> {
  const { start, bytes } = directory;
  const isLarge = members >= TOO_MANY || start >= TOO_LARGE || bytes >= TOO_LARGE;
  const out = new Record(22 + (isLarge ? 76 : 0));
  if (isLarge) {
    out
      .u32(0x06064b50)
      .u64(44)
      .u16((MADE_ON_UNIX << 8) | VERSION_ZIP64)
      .u16(VERSION_ZIP64)
      .u32(0)
      .u32(0);
    out.u64(members).u64(members).u64(bytes).u64(start);
    out
      .u32(0x07064b50)
      .u32(0)
      .u64(start + bytes)
      .u32(1);
  }
  out.u32(0x06054b50).u16(0).u16(0).u16(Math.min(members, TOO_MANY)).u16(Math.min(members, TOO_MANY));
  out.u32(Math.min(bytes, TOO_LARGE)).u32(Math.min(start, TOO_LARGE)).u16(0);
  return out.bytes;
}

function writeCommon(out: Record, { name, isStreamed, isPacked, modified, crc, packedBytes, bytes }: MemberRecord) {
  const isAscii = name.every((byte) => byte < 0x80);
  out.u16((isAscii ? 0 : NAMED_IN_UTF8) | (isStreamed ? SIZES_AFTER : 0)).u16(isPacked ? 8 : 0);
  out.u32(msDosMoment(modified)).u32(crc).u32(packedBytes).u32(bytes);
}

/** Seconds since 1970: the form of MS-DOS has neither odd seconds nor a time zone. */
function writeTime(out: Record, { modified }: MemberRecord): void {
  out
    .u16(TIME_FIELD)
    .u16(5)
    .u8(1)
    .u32(Math.floor(modified / 1000));
}

/** Date and time in the two-second form of MS-DOS, in UTC: the same in every time zone. */
function msDosMoment(milliseconds: number): number {
  const at = new Date(milliseconds);
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return date * 0x10000 + time;
}

/** Bytes of a known number, written field by field, low bytes first. */
class Record {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  #at = 0;

  constructor(length: number) {
    this.bytes = new Uint8Array(length);
    this.#view = new DataView(this.bytes.buffer);
  }

  u8(value: number): this {
    this.#view.setUint8(this.#at, value);
    return this.#past(1);
  }

  u16(value: number): this {
    this.#view.setUint16(this.#at, value, true);
    return this.#past(2);
  }

  u32(value: number): this {
    this.#view.setUint32(this.#at, value, true);
    return this.#past(4);
  }

  u64(value: number): this {
    this.#view.setBigUint64(this.#at, BigInt(value), true);
    return this.#past(8);
  }

  raw(value: Uint8Array): this {
    this.bytes.set(value, this.#at);
    return this.#past(value.length);
  }

  #past(length: number): this {
    this.#at += length;
    return this;
  }
}
