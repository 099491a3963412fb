import { expect, it } from 'vitest';
import { decodeUtf7 } from '#shared/ingest/mime/utf7.ts';

it.each([
  ['letters', 'Hi Mom -+Jjo--!', 'Hi Mom -☺-!'],
  ['a plus sign', '1 +- 1', '1 + 1'],
  ['Japanese', '+ZeVnLIqe-', '日本語'],
  ['a piece that no sign ends', 'A+ImIDkQ.', 'A≢Α.'],
  ['half a letter', '+Zg-', ''],
])('MAIL-2 decodes %s of UTF-7', (_, written, plain) => {
  expect(decodeUtf7(new TextEncoder().encode(written))).toBe(plain);
});
