import { describe, expect, it } from 'vitest';
import { writeCsv } from '#shared/text/write-csv.ts';

describe('writeCsv', () => {
  it('begins with the mark of UTF-8 and ends each line with CR LF', () => {
    expect(writeCsv([['تل تمر', 5]])).toBe('\ufeffتل تمر,5\r\n');
  });

  it('quotes what holds a comma, a quote or a line break', () => {
    expect(writeCsv([['a,b', 'say "so"', 'two\nlines']])).toBe('\ufeff"a,b","say ""so""","two\nlines"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@sum(a)', '\tx', '\rx'])('keeps %j from being run as a formula', (cell) => {
    expect(writeCsv([[cell]]).slice(1)).toMatch(/^"?'/);
  });

  it('leaves numbers as numbers, negative ones too', () => {
    expect(writeCsv([[-5, 1.5]])).toBe('\ufeff-5,1.5\r\n');
  });

  it('writes nothing but the mark for no rows', () => {
    expect(writeCsv([])).toBe('\ufeff');
  });
});
