import { AppError } from '#shared/kernel/app-error.ts';
import { throwIfCancelled } from '#shared/kernel/job-control.ts';
import { LooseArchive, type LooseMember, type MemberFault } from '#shared/zip/loose-archive.ts';
import { type ByteSource, memorySource } from '../byte-source.ts';
import {
  type FormatReader,
  type LeftOutCode,
  type ReadingContext,
  type ReadOutcome,
  type RecordPlace,
  wholeFile,
} from '../format-reader.ts';
import { captureOf } from '../found-article.ts';
import type { ReadingHints } from '../reader.ts';
import { beginsWith } from '../refuse-binary.ts';

const MEDIA_TYPE = 'application/zip';
/** A folder of a hundred thousand scraped pages, each of which fits into memory. */
const LIMITS = { members: 100_000, memberBytes: 256 * 2 ** 20, totalBytes: 16 * 2 ** 30 };
/** Zips in a zip in a zip: one more, and a file of some kilobytes would give a million outcomes. */
const MOST_DEPTH = 2;
/** What systems put into every zip. */
const OF_SYSTEMS = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/i;

const OF_A_SYSTEM = { code: 'no-article', words: 'The system that packed the zip wrote it for itself.' } as const;

/** Reads what is in a zip, each file by what it is; what may not be read is named, all else is read. */
export const zipFormat: FormatReader = {
  name: 'zip',
  mediaType: MEDIA_TYPE,
  fits: ({ bytes }) => beginsWith(bytes, '504b0304') || beginsWith(bytes, '504b0506') || beginsWith(bytes, '504b0708'),
  read: readZip,
};

async function* readZip(source: ByteSource, hints: ReadingHints, context: ReadingContext): AsyncGenerator<ReadOutcome> {
  if (context.depth > MOST_DEPTH) {
    throw new AppError('refused', 'It is a zip in a zip in a zip in a zip. Unpack the outer ones, then import it.');
  }
  yield { kind: 'container', place: wholeFile, format: 'zip', mediaType: MEDIA_TYPE, facts: [], remarks: [] };
  const archive = new LooseArchive(source, LIMITS);
  let isEmpty = true;
  for await (const member of archive.members(context.job)) {
    throwIfCancelled(context.job);
    isEmpty = false;
    yield* readMember(member, hints, context);
    context.job.onProgress(Math.min(member.offset, source.size), source.size);
    await context.job.pause();
  }
  if (isEmpty) {
    const reason = 'There is no file in the zip.';
    yield { kind: 'left-out', place: wholeFile, mediaType: MEDIA_TYPE, code: 'no-text', reason };
  }
  if (archive.isCut) {
    const reason = `It has more than ${LIMITS.members.toLocaleString('en')} files: what comes after them is not read. Unpack it, then import the folder.`;
    yield { kind: 'left-out', place: wholeFile, mediaType: MEDIA_TYPE, code: 'too-large', reason };
  }
}

async function* readMember(
  member: LooseMember,
  hints: ReadingHints,
  context: ReadingContext,
): AsyncGenerator<ReadOutcome> {
  const password = member.fault?.code === 'locked' ? hints.password : undefined;
  const place: RecordPlace = {
    path: [member.name],
    offset: member.offset,
    size: member.bytes,
    hash: null,
    name: null,
  };
  const fault = OF_SYSTEMS.test(member.name) ? OF_A_SYSTEM : member.fault;
  const bytes = fault !== null && password === undefined ? fault : await bytesOf(member, password);
  if (!(bytes instanceof Uint8Array)) {
    yield leftOut(place, bytes);
    return;
  }
  const hash = captureOf(bytes, MEDIA_TYPE).id as string as RecordPlace['hash'];
  const ofMember: ReadingHints = { fileName: member.name.replace(/^.*\//, ''), mediaType: null, address: null };
  const within = hints.password === undefined ? ofMember : { ...ofMember, password: hints.password };
  yield* context.readPart(memorySource(bytes), within, { ...place, hash });
}

/** The bytes of a member, or why there are none. */
async function bytesOf(
  member: LooseMember,
  password: string | undefined,
): Promise<Uint8Array<ArrayBuffer> | MemberFault> {
  try {
    return await member.whole(password);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
    if (password === undefined) return { code: error.code, words: error.message };
    return { code: 'locked', words: 'It is locked with another password, or damaged.' };
  }
}

type Fault = MemberFault | typeof OF_A_SYSTEM;

function leftOut(place: RecordPlace, { code, words }: Fault): ReadOutcome {
  const advice = code === 'locked' ? ' Give the password, or unpack the zip and import the folder.' : '';
  return { kind: 'left-out', place, mediaType: null, code: codeOf(code), reason: `${words}${advice}` };
}

function codeOf(code: Fault['code']): LeftOutCode {
  return code === 'no-article' || code === 'locked' || code === 'too-large' || code === 'refused' ? code : 'unreadable';
}
