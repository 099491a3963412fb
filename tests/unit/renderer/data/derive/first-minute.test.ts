import { expect, it } from 'vitest';
import { firstMinute } from '#renderer/data/derive/first-minute.ts';

it.each([
  ['a day', '2019-11-10', Date.UTC(2019, 10, 10)],
  ['a moment with its zone', '2019-11-10T21:30:00+03:00', Date.UTC(2019, 10, 10, 18, 30)],
  ['a month', '2019-11', Date.UTC(2019, 10, 1)],
  ['about a day', '2019-11-10~', Date.UTC(2019, 10, 10)],
  ['an interval', '2019-11-09/2019-11-10', Date.UTC(2019, 10, 9)],
  ['a year without a day', 'XXXX-11-10', null],
  ['nothing', null, null],
  ['what cannot be read', '12:30', null],
  ['a day that is not', '2019-02-31', null],
])('firstMinute of %s', (_, date, milliseconds) => {
  expect(firstMinute(date)).toBe(milliseconds === null ? null : milliseconds / 60_000);
});
