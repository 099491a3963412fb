import { readBytes } from '#shared/ingest/read-bytes.ts';
import { noHints, type ReadArticle, type ReadFile, type ReadingHints } from '#shared/ingest/reader.ts';
import { unattended } from '#shared/kernel/job-control.ts';

/** Reads a text as a file in UTF-8. */
export function readText(text: string, hints: Partial<ReadingHints> = {}): Promise<ReadFile> {
  return readBytes(new TextEncoder().encode(text), { ...noHints, ...hints }, unattended);
}

/** The one article of a page, whatever it begins with. */
export async function readPage(markup: string, hints: Partial<ReadingHints> = {}): Promise<ReadArticle> {
  return only(await readText(`<!doctype html>${markup}`, hints));
}

/** The one article of a Markdown text. */
export async function readMarkdown(text: string): Promise<ReadArticle> {
  return only(await readText(text, { fileName: 'x.md' }));
}

/** The one article of a file. */
export function only({ articles }: ReadFile): ReadArticle {
  const [article] = articles;
  if (article === undefined) throw new Error('no article');
  return article;
}

/** Blocks the eye can check: `heading1 The lorry`. */
export function shapeOf({ text, blocks }: ReadArticle): string[] {
  return blocks.map(({ kind, level, start, end }) => `${kind}${level || ''} ${text.slice(start, end)}`);
}

/** Links the eye can check: `lorry -> https://…`. */
export function linksOf({ text, links }: ReadArticle): string[] {
  return links.map(({ start, end, address }) => `${text.slice(start, end)} -> ${address}`);
}

/** Why blocks, links or text break the laws that all readers share; empty when they do not. */
export function faultsOf({ text, blocks, folds, links }: ReadArticle): string[] {
  const faults: string[] = foldFaults(blocks, folds);
  let end = 0;
  blocks.forEach((block, at) => {
    const words = text.slice(block.start, block.end);
    const before = blocks[at - 1];
    const isTight = before?.kind === block.kind && (block.kind === 'list-item' || block.kind === 'table-row');
    if (text.slice(end, block.start) !== (before === undefined ? '' : isTight ? '\n' : '\n\n'))
      faults.push(`join before ${words}`);
    if (words === '' || words !== (block.kind === 'preformatted' ? words.trimEnd() : words.trim()))
      faults.push(`block ${words}`);
    end = block.end;
  });
  if (end !== text.length) faults.push('text behind the last block');
  if (text !== text.normalize('NFC')) faults.push('not NFC');
  for (const link of links) {
    const isInBlock = blocks.some((block) => block.start <= link.start && link.end <= block.end);
    if (!isInBlock || link.start >= link.end) faults.push(`link ${link.address}`);
  }
  return faults;
}

/** Folds hide whole blocks, in order, never all of them. */
function foldFaults(blocks: ReadArticle['blocks'], folds: ReadArticle['folds']): string[] {
  const starts = new Set(blocks.map(({ start }) => start));
  const ends = new Set(blocks.map(({ end }) => end));
  const faults = folds.flatMap(({ start, end }, at) => {
    const isWhole = starts.has(start) && ends.has(end) && start < end;
    return isWhole && (folds[at - 1]?.end ?? 0) <= start ? [] : [`fold ${start}–${end}`];
  });
  const isShown = blocks.some(({ start, end }) => !folds.some((fold) => fold.start <= start && end <= fold.end));
  return isShown || blocks.length === 0 ? faults : [...faults, 'nothing is shown'];
}
