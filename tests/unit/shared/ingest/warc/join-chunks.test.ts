import { describe, expect, it } from 'vitest';
import { joinChunks } from '#shared/ingest/warc/join-chunks.ts';

/** What a body joins to, and whether it is cut. */
function joined(body: string): readonly [text: string, isCut: boolean] {
  const { bytes, isCut } = joinChunks(new TextEncoder().encode(body));
  return [new TextDecoder().decode(bytes), isCut];
}

describe('ARCHIVE-2: the chunks of an answer', () => {
  it.each([
    ['4\r\nlorr\r\n1;x=y\r\ny\r\n0\r\n\r\n', 'lorry', false],
    ['4\r\nlorr\r\n5\r\ny', 'lorry', true],
    ['4\r\nlorr\r\nwhat is this', 'lorr', true],
    ['a page that was joined already', 'a page that was joined already', false],
    ['', '', false],
  ])('are joined as far as they go: %j', (body, text, isCut) => {
    expect(joined(body)).toEqual([text, isCut]);
  });

  it('are joined in time by their length, where each is of one byte', () => {
    const started = performance.now();

    expect(joined(`${'1\r\nX\r\n'.repeat(500_000)}0\r\n\r\n`)).toEqual(['X'.repeat(500_000), false]);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
