import { describe, expect, it } from 'vitest';
import { detach } from '#renderer/data/detach.ts';
import type { Claim } from '#shared/domain/claim.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Mention } from '#shared/domain/mention.ts';

const gone =
  (...labels: string[]) =>
  ({ table, id }: { table: string; id: string }) =>
    labels.includes(`${table} ${id}`);

const event = {
  id: 'v',
  placeId: 'e1',
  participants: [
    { id: 'p1', entityId: 'e1', role: 'victim' },
    { id: 'p2', entityId: 'e2', role: 'victim' },
  ],
  counts: [{ id: 'n1', whom: { entityId: 'e1', words: 'guards' } }],
  bases: [{ path: 'when', follows: ['c1', 'c2'], judgement: null }],
  mergedInto: null,
} as never as Event;
const claim = { id: 'c', highlightIds: ['h1', 'h2'], eventId: 'v', denies: 'c1', saidBy: [] } as never as Claim;
const mention = { id: 'm', highlightIds: ['h1', 'h2'], entityId: 'e1', relationId: null } as never as Mention;

describe('detach', () => {
  it('leaves alone what points elsewhere', () => {
    expect(detach('events', event, gone('entities e9'))).toBe(event);
  });

  it('takes an actor out, and forgets the place and whom a count is about', () => {
    expect(detach('events', event, gone('entities e1'))).toMatchObject({
      placeId: null,
      participants: [{ id: 'p2' }],
      counts: [{ whom: { entityId: null, words: 'guards' } }],
    });
  });

  it('takes a claim out of what a value follows', () => {
    expect(detach('events', event, gone('claims c1'))).toMatchObject({ bases: [{ follows: ['c2'] }] });
  });

  it.each([
    ['one of its passages', ['highlights h1'], { highlightIds: ['h2'], denies: 'c1' }],
    ['the claim it denies', ['claims c1'], { highlightIds: ['h1', 'h2'], denies: null }],
  ])('keeps a claim without %s', (_, labels, left) => {
    expect(detach('claims', claim, gone(...labels))).toMatchObject(left);
  });

  it.each([
    ['a claim without its event', 'claims' as const, claim, ['events v']],
    ['a claim without any passage', 'claims' as const, claim, ['highlights h1', 'highlights h2']],
    ['a mention without its entity', 'mentions' as const, mention, ['entities e1']],
    ['a mention without a part of its name', 'mentions' as const, mention, ['highlights h2']],
  ])('lets go of %s', (_, table, row, labels) => {
    expect(detach(table, row, gone(...labels))).toBeNull();
  });
});
