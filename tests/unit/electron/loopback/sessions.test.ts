import { describe, expect, it } from 'vitest';
import { Sessions, TICKET_LIFE_MS } from '#electron/loopback/sessions.ts';

function open(clock = { at: 1_000 }) {
  const sessions = new Sessions({ now: () => clock.at });
  return { sessions, clock };
}

describe('Sessions', () => {
  it('exchanges a ticket once', () => {
    const { sessions } = open();
    const ticket = sessions.issueTicket();

    expect(sessions.open(ticket, 'agent')?.token).toMatch(/^[\w-]{43}$/);
    expect(sessions.open(ticket, 'agent')).toBeNull();
  });

  it('exchanges a ticket for thirty seconds and no longer', () => {
    const { sessions, clock } = open();
    const [early, late] = [sessions.issueTicket(), sessions.issueTicket()];
    clock.at += TICKET_LIFE_MS;
    expect(sessions.open(early, 'agent')).not.toBeNull();
    clock.at += 1;
    expect(sessions.open(late, 'agent')).toBeNull();
  });

  it('finds a window by its token alone', () => {
    const { sessions } = open();
    const first = sessions.open(sessions.issueTicket(), 'one');
    const second = sessions.open(sessions.issueTicket(), 'two');

    expect(sessions.find(`Bearer ${first?.token}`)).toBe(first?.session);
    expect(sessions.find(`Bearer ${second?.token}`)).toBe(second?.session);
  });

  it.each([undefined, '', 'Bearer ', 'Bearer x', `Bearer ${'A'.repeat(43)}`, `Basic ${'A'.repeat(43)}`])(
    'finds nothing for %j',
    (authorization) => {
      const { sessions } = open();
      sessions.open(sessions.issueTicket(), 'agent');

      expect(sessions.find(authorization)).toBeNull();
    },
  );

  it('finds nothing for a token with something before or behind it', () => {
    const { sessions } = open();
    const token = sessions.open(sessions.issueTicket(), 'agent')?.token;

    expect(
      [`Bearer ${token} `, `Bearer ${token}A`, ` Bearer ${token}`, `bearer ${token}`].map((it) => sessions.find(it)),
    ).toEqual([null, null, null, null]);
  });

  it('takes a token back', () => {
    const { sessions } = open();
    const opened = sessions.open(sessions.issueTicket(), 'agent');
    if (opened) sessions.close(opened.session);

    expect(sessions.find(`Bearer ${opened?.token}`)).toBeNull();
  });

  it('keeps no more than 64 tickets, the latest of them', () => {
    const { sessions } = open();
    const tickets = Array.from({ length: 65 }, () => sessions.issueTicket());

    expect(sessions.open(tickets[0] ?? '', 'agent')).toBeNull();
    expect(sessions.open(tickets[1] ?? '', 'agent')).not.toBeNull();
  });

  it('forgets the oldest of many windows that were closed', () => {
    const { sessions } = open();
    const opened = Array.from({ length: 129 }, () => sessions.open(sessions.issueTicket(), 'agent'));

    expect(sessions.find(`Bearer ${opened[0]?.token}`)).toBeNull();
    expect(sessions.find(`Bearer ${opened[1]?.token}`)).not.toBeNull();
    expect(sessions.byId(opened[128]?.session.id ?? '')).toBe(opened[128]?.session);
    expect(sessions.byId('unknown')).toBeNull();
  });
});
