import { describe, expect, it } from 'vitest';
import { findEvents } from '#renderer/services/events/find-events.ts';

const event = (label: string, title: string, place = '', actors: readonly string[] = []) => ({
  label,
  title,
  typeName: 'Strike',
  place,
  actors,
  when: '2024-03-14',
});
const rows = [
  event('E1', 'Shelling of the market', 'Marjouna', ['Ashmar Brigade']),
  event('E2', 'Strike on a building', 'Bir Zallaq'),
  event('E12', 'Convoy', 'Dervah bridge'),
];
const found = (words: string) => findEvents(rows, words).map(({ label }) => label);

describe('findEvents', () => {
  it('gives all, those made last first, where nothing is asked', () => {
    expect(found('')).toEqual(['E12', 'E2', 'E1']);
  });

  it('finds by every word, in whatever field it stands and however it is written', () => {
    expect(found('MARKET brigade')).toEqual(['E1']);
    expect(found('bir strike')).toEqual(['E2']);
    expect(found('market bridge')).toEqual([]);
  });

  it('puts the event first that goes by the very number', () => {
    expect(found('e1')).toEqual(['E1', 'E12']);
  });

  it('gives no more than are wanted', () => {
    expect(findEvents(rows, '', 2)).toHaveLength(2);
  });
});
