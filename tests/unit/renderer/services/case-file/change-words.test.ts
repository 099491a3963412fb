import { describe, expect, it } from 'vitest';
import { changeLine, idsIn } from '#renderer/services/case-file/change-words.ts';
import type { Change } from '#shared/domain/ledger.ts';
import { idFrom } from '#tests/support/marks.ts';

const place = idFrom('place');
const nameOf = (id: string) => (id === place ? 'Bir Zallaq' : undefined);
const change = (parts: Partial<Change>): Change => ({
  table: 'events',
  id: idFrom('event'),
  field: null,
  before: null,
  after: null,
  ...parts,
});

describe('changeLine', () => {
  it.each([
    [
      'a date',
      { field: 'when', before: '2024-03', after: '[2024-03-12,2024-03-13]' },
      ['Event, date', 'March 2024', '12 or 13 March 2024'],
    ],
    ['a row by its name', { field: 'placeId', before: null, after: place }, ['Event, place', '', 'Bir Zallaq']],
    [
      'an element of a set',
      { field: 'counts[x]', before: null, after: { id: 'x', effect: 'killed', min: 5, max: 7, words: '', whom: null } },
      ['Event, count', '', 'killed 5–7'],
    ],
    [
      'an actor',
      { field: 'participants[y]', before: { id: 'y', entityId: place, role: 'target' }, after: null },
      ['Event, actor', 'Bir Zallaq, target', ''],
    ],
    ['a new row', { table: 'entities', after: { name: 'Kolt' } }, ['Entity made', '', 'Kolt']],
    [
      'a passage that was removed',
      { table: 'highlights', before: { made: { quote: 'two  men' } } },
      ['Passage removed', 'two men', ''],
    ],
    ['many rows', { table: 'articles', id: '*', after: { rows: ['a', 'b'] } }, ['Article made', '', '2 rows']],
    [
      'a stance',
      { table: 'claims', field: 'stance', before: 'asserts', after: 'denies' },
      ['Claim, stance', 'asserts', 'denies'],
    ],
    ['a number', { table: 'texts', field: 'length', before: 1200, after: 3 }, ['Text, length', '1,200', '3']],
    ['a field it has no word for', { table: 'odd', field: 'odd', after: { x: 1 } }, ['odd, odd', '', '']],
  ])('says %s', (_, parts, [what, before, after]) => {
    expect(changeLine(change(parts as Partial<Change>), nameOf)).toEqual({ what, before, after });
  });

  it('cuts long words between letters', () => {
    const { after } = changeLine(change({ field: 'note', before: '', after: '😀'.repeat(100) }), nameOf);
    expect(Array.from(after)).toHaveLength(80);
    expect(after.endsWith('😀…')).toBe(true);
  });
});

it('finds the ids that values name, each once', () => {
  const changes = [change({ after: place }), change({ before: { entityId: place } })];
  expect(idsIn(changes)).toEqual([idFrom('event'), place]);
});
