import { describe, expect, it } from 'vitest';
import { type EventDraft, EventDrafts } from '#renderer/services/events-editing/event-drafts.ts';
import { formOf } from '#renderer/services/events-editing/event-form.ts';
import type { Event } from '#shared/domain/event.ts';
import type { CaseId } from '#shared/domain/ids.ts';

const CASE = '11111111-1111-7111-8111-111111111111' as CaseId;
const OTHER = '22222222-2222-7222-8222-222222222222' as CaseId;

/** The storage and the locks of one profile, and windows that can die. */
class Profile {
  readonly values = new Map<string, string>();
  readonly held = new Set<string>();
  isFull = false;

  window(): EventDrafts<EventDraft> {
    const { values, held } = this;
    const store = {
      getItem: (name: string) => values.get(name) ?? null,
      setItem: (name: string, value: string) => {
        if (this.isFull) throw new Error('full');
        values.set(name, value);
      },
      removeItem: (name: string) => void values.delete(name),
      key: (at: number) => [...values.keys()][at] ?? null,
      get length() {
        return values.size;
      },
    };
    const hold = (name: string) => {
      held.add(name);
      return () => void held.delete(name);
    };
    return new EventDrafts({ store, hold, isHeld: async (name) => held.has(name) });
  }

  /** What the death of every window comes to. */
  die(): void {
    this.held.clear();
  }
}

function draft(title: string, last = '1'): EventDraft {
  const before: Event = {
    ...{ id: `01957c11-3e00-7000-8000-00000000000${last}` as Event['id'], caseId: CASE, type: 'strike', title: '' },
    ...{ when: null, placeId: null, placePrecision: 'unknown', participants: [], counts: [], fields: [], bases: [] },
    ...{ confidence: null, status: 'draft', mergedInto: null, note: '' },
  };
  const form = {
    ...formOf(
      before,
      () => '',
      () => 'x' as never,
    ),
    title,
  };
  return { before, isNew: true, label: 'E1', form, evidence: [], newEntities: [], spared: [], field: null };
}

describe('EventDrafts', () => {
  it('gives back what a window held that has died, to its own case alone', async () => {
    const profile = new Profile();
    profile.window().keep(CASE, draft('Shelling'));
    profile.die();

    expect(await profile.window().left(OTHER)).toBeNull();
    expect((await profile.window().left(CASE))?.form.title).toBe('Shelling');
  });

  it('keeps the last that was typed', async () => {
    const profile = new Profile();
    const window = profile.window();
    window.keep(CASE, draft('Shel'));
    window.keep(CASE, draft('Shelling'));
    profile.die();

    expect((await profile.window().left(CASE))?.form.title).toBe('Shelling');
    expect(profile.values.size).toBe(1);
  });

  it('offers nothing that another window still has in hand', async () => {
    const profile = new Profile();
    const window = profile.window();
    window.keep(CASE, draft('Shelling'));
    expect(await profile.window().left(CASE)).toBeNull();

    window.leave();
    expect(await profile.window().left(CASE)).not.toBeNull();
  });

  it('forgets what was saved or put away, and no draft of another window', async () => {
    const profile = new Profile();
    profile.window().keep(CASE, draft('Theirs', '2'));
    const window = profile.window();
    window.keep(CASE, null);
    window.keep(CASE, draft('Ours'));
    window.keep(CASE, null);
    profile.die();

    expect((await profile.window().left(CASE))?.form.title).toBe('Theirs');
    expect(profile.values.size).toBe(1);
  });

  it.each(['', '{', 'null', '{"before":{}}', '[]', '7'])('drops what is no draft: %j', async (text) => {
    const profile = new Profile();
    profile.values.set(`casewright.event-draft.${CASE}.x`, text);

    expect(await profile.window().left(CASE)).toBeNull();
    expect(profile.values.size).toBe(0);
  });

  it('does without a storage that is full', () => {
    const profile = new Profile();
    profile.isFull = true;

    expect(() => profile.window().keep(CASE, draft('Shelling'))).not.toThrow();
  });
});
