import { describe, expect, it } from 'vitest';
import { CellWriter, type OpenCell } from '#renderer/services/events-editing/cell-writer.ts';
import { eventOf } from '#renderer/services/events-editing/event-form.ts';
import type { WrittenCell } from '#renderer/services/events-editing/written-cells.ts';
import { type Event, eventSchema } from '#shared/domain/event.ts';
import { elementIdSchema } from '#shared/domain/ids.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { idFrom } from '#tests/support/marks.ts';

type Fields = Partial<Record<keyof Event, unknown>>;
const coded = (fields: Fields = {}): Event =>
  eventSchema.parse({
    id: idFrom('event'),
    caseId: idFrom('case'),
    type: 'shelling',
    title: 'Market',
    when: '2024-03-14',
    placeId: null,
    placePrecision: 'unknown',
    participants: [],
    counts: [],
    fields: [],
    bases: [],
    note: '',
    confidence: null,
    status: 'coded',
    mergedInto: null,
    ...fields,
  });
const rowOf = (event: Event) => ({ id: event.id, label: 'E1', title: event.title, place: '', event });

/** A desk on which a save ends when the test says so. */
function desk() {
  const asked: { before: Event; after: Event; end: (fault?: AppError) => void }[] = [];
  const warned: string[] = [];
  const begun: Promise<void>[] = [];
  let open: OpenCell | null = null;
  let written: readonly WrittenCell[] = [];
  let made = 0;
  let stands = coded();
  const writer = new CellWriter({
    read: async () => stands,
    store: ({ event: before }, form) =>
      new Promise<Event>((resolve, reject) => {
        const after = eventOf(form, before, new Set());
        asked.push({ before, after, end });
        function end(fault?: AppError) {
          if (fault) return reject(fault);
          stands = after;
          resolve(after);
        }
      }),
    draftEntity: () => {
      throw new RangeError('no entity is made here');
    },
    elementId: () => elementIdSchema.parse(idFrom(`el${made++}`)),
    warn: (words) => void warned.push(words),
    begins: (work) => void begun.push(work),
    onChange(now, cells) {
      open = now;
      written = cells;
    },
  });
  const write = (row: ReturnType<typeof rowOf>, column: string, words: string) => {
    writer.begin(row, column);
    writer.type(words);
    return writer.save();
  };
  const end = async (at: number, fault?: AppError) => {
    await settled();
    asked[at]?.end(fault);
    await settled();
  };
  const changeElsewhere = (fields: Fields) => {
    stands = coded({ ...stands, ...fields });
  };
  return { writer, write, end, changeElsewhere, asked, warned, begun, open: () => open, written: () => written };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('CellWriter', () => {
  it('closes a cell at once and stores it once, though its field says so again when it goes', async () => {
    const { writer, write, end, asked, open } = desk();
    expect(write(rowOf(coded()), 'title', 'Market hit')).toBe(true);
    expect(open()).toBeNull();
    expect(writer.save()).toBe(false);
    await end(0);
    expect(writer.save()).toBe(false);
    await settled();
    expect(asked).toHaveLength(1);
  });

  it('takes what is typed in the next cell while the one before is stored, and stores it after that', async () => {
    const { write, end, asked, open } = desk();
    const row = rowOf(coded());
    write(row, 'title', 'Market hit');
    write(row, 'when', '15 March 2024');
    expect(open()).toBeNull();
    await settled();
    expect(asked).toHaveLength(1);
    await end(0);
    expect(asked[1]?.before.title).toBe('Market hit');
    expect(asked[1]?.after).toMatchObject({ title: 'Market hit', when: '2024-03-15' });
  });

  it('opens a cell with what was written in it, stored or not', async () => {
    const { writer, write, end, open } = desk();
    const row = rowOf(coded());
    write(row, 'title', 'Market hit');
    writer.begin(row, 'title');
    expect(open()?.words).toBe('Market hit');
    writer.leave();
    await end(0);
    writer.begin(row, 'title');
    expect(open()?.words).toBe('Market hit');
  });

  it('writes into the event as it stands by then, whatever the list shows', async () => {
    const { write, end, changeElsewhere, asked } = desk();
    const row = rowOf(coded());
    write(row, 'title', 'Market hit');
    await end(0);
    changeElsewhere({ note: 'seen' });
    write(row, 'type', 'strike');
    await end(1);
    expect(asked[1]?.before).toMatchObject({ title: 'Market hit', note: 'seen', type: 'shelling' });
    expect(asked[1]?.after).toMatchObject({ title: 'Market hit', note: 'seen', type: 'strike' });
  });

  it('counts once what is written twice in a count that was not there', async () => {
    const { write, end, asked } = desk();
    const row = rowOf(coded());
    write(row, 'injured', '1 to 4');
    write(rowOf(coded()), 'injured', '1–4');
    await end(0);
    await end(1);
    expect(asked[1]?.after.counts).toEqual(asked[0]?.after.counts);
    expect(asked[1]?.after.counts).toHaveLength(1);
  });

  it('overwrites nothing that was changed elsewhere after it was shown', async () => {
    const { write, changeElsewhere, asked, warned, written } = desk();
    changeElsewhere({ title: 'Depot' });
    write(rowOf(coded()), 'title', 'Market hit');
    await settled();
    expect(asked).toHaveLength(0);
    expect(warned).toEqual(['“Market hit” was not saved in E1: It was changed in another window meanwhile.']);
    expect(written()).toEqual([]);
  });

  it('gives what the list does not show yet, until it was read anew', async () => {
    const { writer, write, end, written } = desk();
    const row = rowOf(coded());
    write(row, 'when', '2024');
    expect(written()).toMatchObject([{ column: 'when', event: { when: '2024' }, isStored: false }]);
    writer.seen();
    expect(written()).toHaveLength(1);
    await end(0);
    expect(written()).toMatchObject([{ isStored: true }]);
    writer.seen();
    expect(written()).toEqual([]);
  });

  it('opens a cell with what waits to be stored, also where the list was read anew meanwhile', async () => {
    const { writer, write, open } = desk();
    write(rowOf(coded()), 'injured', '1 to 4');
    writer.begin(rowOf(coded()), 'injured');
    expect(open()?.words).toBe('1–4');
  });

  it('expects nothing of the list where nothing was changed', async () => {
    const { write, end, written } = desk();
    write(rowOf(coded()), 'title', 'Market');
    await end(0);
    expect(written()).toEqual([]);
  });

  it('says which words were not stored and why, and goes on from what stands', async () => {
    const { writer, write, end, asked, warned, written, open } = desk();
    const row = rowOf(coded());
    write(row, 'title', 'Market hit');
    write(row, 'type', 'strike');
    await end(0, new AppError('conflict', 'Changed meanwhile.'));
    expect(warned).toEqual(['“Market hit” was not saved in E1: Changed meanwhile.']);
    expect(asked[1]?.before.title).toBe('Market');
    expect(asked[1]?.after).toMatchObject({ title: 'Market', type: 'strike' });
    await end(1);
    expect(written().map(({ column }) => column)).toEqual(['type']);
    writer.begin(row, 'title');
    expect(open()?.words).toBe('Market');
  });

  it('says what is being stored until all of it is', async () => {
    const { write, end, begun } = desk();
    const row = rowOf(coded());
    write(row, 'title', 'Market hit');
    write(row, 'type', 'strike');
    let isDone = false;
    void Promise.all(begun).then(() => {
      isDone = true;
    });
    await end(0);
    expect(isDone).toBe(false);
    await end(1);
    expect(isDone).toBe(true);
  });

  it('refuses words that are no date without storing anything, and says so when another cell is opened', async () => {
    const { writer, write, asked, warned, open } = desk();
    expect(write(rowOf(coded()), 'when', 'some day')).toBe(false);
    await settled();
    expect(asked).toHaveLength(0);
    expect(open()?.fault).toContain('Not read as a date');
    writer.begin(rowOf(coded()), 'title');
    expect(warned[0]).toContain('“some day” was not saved in E1');
  });
});
