import { describe, expect, it } from 'vitest';
import { readerAt, readReaderTarget } from '#renderer/services/reader/reader-route.ts';
import { readRoute, routeTo, writeRoute } from '#renderer/services/route.tsx';
import { articleIdSchema, eventIdSchema, highlightIdSchema } from '#shared/domain/ids.ts';
import { idFrom } from '#tests/support/marks.ts';

const articleId = articleIdSchema.parse(idFrom('article'));
const caseRoute = readRoute(`/case/${idFrom('case')}/library`);

describe('the address of a passage', () => {
  it.each([
    [{}],
    [{ span: { start: 3, end: 17 } }],
    [{ highlightId: highlightIdSchema.parse(idFrom('mark')) }],
    [{ eventId: eventIdSchema.parse(idFrom('event')), find: 'مرجونة / 50%' }],
  ])('leads back to %j', (wanted) => {
    const address = writeRoute(routeTo(caseRoute, readerAt(articleId, wanted)));

    expect(readReaderTarget(readRoute(address))).toEqual({ articleId, wanted });
  });

  it.each(['', 'nonsense', '../..', '5'])('names no article when it says "%s"', (first) => {
    expect(readReaderTarget({ rest: [first] }).articleId).toBeNull();
  });

  it.each(['9-3', '3', 'a-b', '-1-4', '1-99999999999'])('names no passage when it says "%s"', (at) => {
    expect(readReaderTarget({ rest: [articleId, 'at', at] }).wanted).toEqual({});
  });
});
