import { sha256Stream } from '#shared/custody/sha256.ts';
import { fitsDigest } from '#shared/custody/stated-digest.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { type JobControl, throwIfCancelled } from '#shared/kernel/job-control.ts';
import { LooseArchive, type LooseMember } from '#shared/zip/loose-archive.ts';
import { type ByteSource, memorySource, piecesOf, readRange } from '../byte-source.ts';
import type { FormatReader, LeftOut, ReadingContext, ReadOutcome, RecordPlace, Remark } from '../format-reader.ts';
import { wholeFile } from '../format-reader.ts';
import { noHints, type ReadingHints } from '../reader.ts';
import { beginsWith } from '../refuse-binary.ts';
import { parsed, waczPackage, waczPages, waczSignature } from './wacz-package.ts';

const MEDIA_TYPE = 'application/wacz';
const LIMITS = { members: 10_000, memberBytes: 64 * 2 ** 30, totalBytes: 64 * 2 ** 30 };
/** Bytes of a member that is unpacked into memory; one that is stored is read where it lies. */
const MOST_UNPACKED = 512 * 2 ** 20;
/** Bytes of what describes a crawl. */
const MOST_DESCRIBED = 64 * 2 ** 20;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const ARCHIVE = /^(?:.*\/)?archive\/[^/]+\.(?:warc|arc)(?:\.gz)?$/i;
const PAGES = /^pages\/(?:extraPages|pages)\.jsonl$/i;

/** Reads crawls that are packed with what describes them: their hashes are checked, their archives read where they lie. */
export const waczFormat: FormatReader = { name: 'wacz', mediaType: MEDIA_TYPE, fits: isWacz, read: readWacz };

async function isWacz(_head: unknown, { fileName }: ReadingHints, source: ByteSource): Promise<boolean> {
  if (!beginsWith(await readRange(source, 0, 4), '504b0304')) return false;
  // The directory at the end names every member; its first mebibyte from behind holds that of any real crawl.
  const end = new TextDecoder('windows-1252').decode(
    await readRange(source, Math.max(0, source.size - 2 ** 20), source.size),
  );
  const isDescribed = end.includes('datapackage.json');
  return (
    isDescribed &&
    (/archive\/[^/\0]+\.w?arc/i.test(end) || end.includes('pages/pages.jsonl') || /\.wacz$/i.test(fileName ?? ''))
  );
}

async function* readWacz(
  source: ByteSource,
  _hints: ReadingHints,
  context: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  const { job } = context;
  const described = await describe(source, job);
  yield {
    kind: 'container',
    place: wholeFile,
    format: 'wacz',
    mediaType: MEDIA_TYPE,
    facts: described.facts,
    remarks: described.remarks,
  };
  const archive = new LooseArchive(source, LIMITS);
  for await (const member of archive.members(job)) {
    throwIfCancelled(job);
    yield* readMember(source, member, described.altered, context);
    job.onProgress(Math.min(member.offset, source.size), source.size);
  }
  if (archive.isCut) {
    const reason = `It has more than ${LIMITS.members.toLocaleString('en')} files: what comes after them is not read.`;
    yield { kind: 'left-out', place: wholeFile, mediaType: MEDIA_TYPE, code: 'too-large', reason };
  }
}

async function* readMember(
  source: ByteSource,
  member: LooseMember,
  altered: ReadonlySet<string>,
  context: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  const { name, offset, bytes: size } = member;
  const place: RecordPlace = { path: [name], offset, size, hash: null, name: null };
  const leftOut = (code: LeftOut['code'], reason: string): LeftOut => ({
    kind: 'left-out',
    place,
    mediaType: null,
    code,
    reason,
  });
  const remarks: Remark[] = altered.has(name)
    ? [{ code: 'altered', words: `${name} is not what the description of the crawl says it is.` }]
    : [];
  if (!ARCHIVE.test(name)) {
    const reason = 'It describes the crawl, or is made to find things in it.';
    yield remarks.length > 0 ? leftOut('altered', `${reason} ${remarks[0]?.words}`) : leftOut('no-article', reason);
    return;
  }
  const part = await partOf(source, member).catch((error: unknown) => {
    if (error instanceof AppError && error.code !== 'cancelled') return leftOut('unreadable', error.message);
    throw error;
  });
  if ('kind' in part) {
    yield part;
    return;
  }
  for await (const outcome of context.readPart(part, { ...noHints, fileName: name }, place)) {
    yield outcome.kind === 'left-out' ? outcome : { ...outcome, remarks: [...remarks, ...outcome.remarks] };
  }
}

/** What a crawl says of itself, held against what it is. */
async function describe(source: ByteSource, job: JobControl) {
  const digests = new Map<string, (stated: string) => boolean | null>();
  const described = new Map<string, string>();
  for await (const member of new LooseArchive(source, LIMITS).members(job)) {
    if (member.fault !== null) continue;
    const part = await partOf(source, member).catch(() => null);
    if (part === null) continue;
    if (/\.jsonl?$/i.test(member.name) && member.bytes <= MOST_DESCRIBED) {
      const bytes = await readRange(part, 0, part.size);
      described.set(member.name, new TextDecoder().decode(bytes));
      digests.set(member.name, (stated) => fitsDigest(bytes, stated));
    } else {
      const hash = sha256Stream();
      for await (const piece of piecesOf(part, job)) hash.update(piece);
      const hex = hash.hex();
      digests.set(member.name, (stated) =>
        /^sha-?256:/i.test(stated) ? stated.replace(/^[^:]*:/, '').toLowerCase() === (hex as string) : null,
      );
    }
  }
  const { facts, hashes } = waczPackage(parsed(described.get('datapackage.json') ?? ''));
  const signature = waczSignature(parsed(described.get('datapackage-digest.json') ?? ''));
  const pages = [...described].filter(([name]) => PAGES.test(name)).flatMap(([, text]) => waczPages(text));
  const altered = new Set(
    [...hashes].filter(([name, stated]) => digests.get(name)?.(stated) === false).map(([name]) => name),
  );
  if (signature.hash !== null && digests.get('datapackage.json')?.(signature.hash) === false)
    altered.add('datapackage.json');
  const missing = [...hashes.keys()].filter((name) => !digests.has(name));
  const remarks: Remark[] = [
    ...(altered.size > 0
      ? [
          {
            code: 'altered',
            words: `Not what the description says: ${[...altered].join(', ').slice(0, 500)}.`,
          } as const,
        ]
      : []),
    ...(missing.length > 0
      ? [{ code: 'not-found', words: `Described, but not there: ${missing.join(', ').slice(0, 500)}.` } as const]
      : []),
    ...(hashes.size === 0 ? [{ code: 'bad-input', words: 'Nothing says what its files hash to.' } as const] : []),
  ];
  const listed = pages
    .slice(0, 20)
    .map(({ url, title }) => ({ name: 'page', value: `${title} ${url}`.trim().slice(0, 500) }));
  return {
    facts: [...facts, ...signature.facts, { name: 'pages', value: String(pages.length) }, ...listed],
    remarks,
    altered,
  };
}

/** The bytes of a member: where they lie when they are stored, as archives in a crawl are; else unpacked into memory. */
async function partOf(source: ByteSource, member: LooseMember): Promise<ByteSource> {
  if (member.fault !== null) throw new AppError('unreadable', member.fault.words);
  const head = await readRange(source, member.offset, member.offset + LOCAL_HEADER_BYTES);
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  if (!beginsWith(head, '504b0304') || head.length < LOCAL_HEADER_BYTES || view.getUint16(8, true) !== STORED) {
    if (member.bytes > MOST_UNPACKED)
      throw new AppError(
        'unreadable',
        'It is packed, and over 512 MB unpacked: unpack the crawl, then import the file.',
      );
    return memorySource(await member.whole());
  }
  const start = member.offset + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  return { size: member.bytes, slice: (from, to) => source.slice(start + from, start + Math.min(to, member.bytes)) };
}
