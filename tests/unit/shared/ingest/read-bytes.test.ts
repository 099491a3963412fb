import { describe, expect, it } from 'vitest';
import { readBytes, readPasted } from '#shared/ingest/read-bytes.ts';
import { noHints } from '#shared/ingest/reader.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { unattended } from '#shared/kernel/job-control.ts';
import { only, readText } from '#tests/support/ingest/read.ts';

describe('readBytes', () => {
  it.each([
    ['INGEST-3 a page called text', '<!DOCTYPE html><p>x', 'x.txt', 'text/html'],
    ['INGEST-3 a page behind comments', '<?xml version="1.0"?>\n<!-- a --> <!-- <b> -->\n<html>', 'x', 'text/html'],
    ['INGEST-3 a part of a page', '<p>x</p>', 'x', 'text/html'],
    ['INGEST-3 a page that begins with words', 'x<p>y</p>', 'x.html', 'text/html'],
    ['INGEST-3 words with an angle bracket', 'a < b and <p> is a tag', 'x.txt', 'text/plain'],
    ['INGEST-3 words called a page', 'no tags here', 'x.html', 'text/plain'],
    ['INGEST-3 Markdown called text', '# Head\n\n[a](https://a.example)', 'x.txt', 'text/markdown'],
    ['INGEST-3 Markdown by its front matter', '---\ntitle: x\n---\ny', 'x', 'text/markdown'],
    ['INGEST-3 Markdown by its name', 'plain words', 'x.md', 'text/markdown'],
    ['INGEST-3 a page called Markdown', '<!doctype html><p>x', 'x.md', 'text/html'],
    ['INGEST-3 words with one sign of Markdown', '# 1 of 3\nwords', 'x.txt', 'text/plain'],
    ['INGEST-3 words', 'words', 'x', 'text/plain'],
  ])('reads %s', async (_, text, fileName, mediaType) => {
    expect((await readText(text, { fileName })).mediaType).toBe(mediaType);
  });

  it('INGEST-2 tells the charset and leaves the mark out', async () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x62, 0]);
    const read = await readBytes(bytes, noHints, unattended);

    expect(read.charset).toBe('utf-16le');
    expect(only(read).text).toBe('ab');
  });

  it('INGEST-1 refuses what is no text before anything else', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7 <html>');

    await expect(readBytes(bytes, noHints, unattended)).rejects.toThrow(
      expect.objectContaining({ code: 'unreadable' } satisfies Partial<AppError>),
    );
  });

  it('INGEST-4 refuses a text over 32 MB', async () => {
    await expect(readText('a b '.repeat(9 * 1024 * 1024))).rejects.toThrow(
      expect.objectContaining({ code: 'too-large' } satisfies Partial<AppError>),
    );
  });

  it.each([
    ['INGEST-4 a page', '<p>x'],
    ['INGEST-4 Markdown', '# x\n\n> y'],
    ['INGEST-4 words', 'x'],
  ])('stops reading %s', async (_, text) => {
    const job = { ...unattended, signal: { aborted: true } };

    await expect(readBytes(new TextEncoder().encode(text), noHints, job)).rejects.toThrow(
      new AppError('cancelled', 'Stopped.'),
    );
  });

  it('INGEST-6 reads what is pasted, half a pair too', async () => {
    expect(only(await readPasted('The lorry\ud83d\r\nleft', unattended)).text).toBe('The lorry\ufffd\n\nleft');
  });
});
