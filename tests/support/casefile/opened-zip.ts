import { createHash } from 'node:crypto';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { type RawEnd, type RawMember, rawZip } from './raw-zip.ts';

/** The parts of a case file by their path from its folder, to be tampered with. */
export type Parts = Map<string, Uint8Array>;

/** Takes a case file apart. */
export async function partsOf(file: Blob): Promise<Parts> {
  const parts: Parts = new Map();
  for (const entry of await new ZipReader(new BlobReader(file), { useWebWorkers: false }).getEntries()) {
    if (entry.directory) continue;
    const path = entry.filename.slice(entry.filename.indexOf('/') + 1);
    parts.set(path, await entry.getData(new Uint8ArrayWriter()));
  }
  return parts;
}

/** The parts as members of a zip, in their order. */
export function membersOf(parts: Parts, folder = 'case-x'): RawMember[] {
  return [...parts].map(([path, bytes]) => ({ name: `${folder}/${path}`, bytes }));
}

/** Puts parts together again, with further members and another end if wanted. */
export function zipped(parts: Parts, further: readonly RawMember[] = [], end: RawEnd = {}): Blob {
  return rawZip([...membersOf(parts), ...further], end);
}

/** Makes manifests and Payload-Oxum fit the parts again: what a forger with patience would do. */
export function resealed(parts: Parts): Parts {
  const payload = [...parts].filter(([path]) => path.startsWith('data/'));
  const bytes = payload.reduce((sum, [, { length }]) => sum + length, 0);
  setText(parts, 'manifest-sha256.txt', manifest(payload));
  setText(
    parts,
    'bag-info.txt',
    textOf(parts, 'bag-info.txt').replace(/Payload-Oxum: .*/, `Payload-Oxum: ${bytes}.${payload.length}`),
  );
  const tags = [...parts].filter(([path]) => !path.startsWith('data/') && path !== 'tagmanifest-sha256.txt');
  setText(parts, 'tagmanifest-sha256.txt', manifest(tags));
  return parts;
}

/** A part as text. */
export function textOf(parts: Parts, path: string): string {
  const bytes = parts.get(path);
  if (!bytes) throw new RangeError(`no ${path}`);
  return new TextDecoder().decode(bytes);
}

/** Replaces a part by a text. */
export function setText(parts: Parts, path: string, text: string): void {
  parts.set(path, new TextEncoder().encode(text));
}

/** Changes a part's text; a change that changes nothing is a mistake of the test. */
export function edit(parts: Parts, path: string, change: (text: string) => string): void {
  const before = textOf(parts, path);
  const after = change(before);
  if (after === before) throw new RangeError(`${path} is as before`);
  setText(parts, path, after);
}

/** Changes the lines of a table. */
export function editLines(parts: Parts, path: string, change: (lines: string[]) => string[]): void {
  edit(parts, path, (text) =>
    change(text.split('\n').filter((line) => line !== ''))
      .map((line) => `${line}\n`)
      .join(''),
  );
}

function manifest(files: readonly (readonly [string, Uint8Array])[]): string {
  return files.map(([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`).join('');
}
