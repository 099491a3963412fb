import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Head } from '#renderer/services/safety/case-state.ts';
import type { RememberedCopy } from '#renderer/services/safety/copy-memory.ts';
import {
  IDLE_MILLISECONDS,
  LONGEST_MILLISECONDS,
  RETRY_MILLISECONDS,
  SafetyCopies,
  STARTING_MILLISECONDS,
} from '#renderer/services/safety/safety-copies.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { FakeHost } from '#tests/support/fake-host.ts';

const A = '11111111-1111-7111-8111-111111111111';
const B = '22222222-2222-7222-8222-222222222222';
const PERSON = '33333333-3333-8333-8333-333333333333';

/** A desk whose clock stands still until it is told, with cases that change when told. */
class FakeDesk {
  readonly host = new FakeHost();
  readonly remembered = new Map<string, RememberedCopy>();
  readonly told: unknown[] = [];
  readonly written: string[] = [];
  /** Of which it was said that a copy stands. */
  readonly announced: string[] = [];
  /** Files that were written for a copy and not let go of. */
  readonly shelved = new Set<Blob>();
  readonly unwritable = new Set<string>();
  readonly entries = new Map<string, number>();
  time = 0;
  isShelfStuck = false;
  hasBegun = false;
  private timer: { at: number; task: () => void } | null = null;
  safety = this.open();

  open(): SafetyCopies {
    return new SafetyCopies({
      call: this.host.call,
      heads: async () => this.heads(),
      write: async (caseId) => {
        this.written.push(caseId);
        if (this.unwritable.has(caseId)) throw new AppError('altered', 'a capture was altered');
        const heads = this.heads().filter(({ chain }) => chain.startsWith(caseId));
        const content = JSON.stringify(heads);
        const sha256 = createHash('sha256').update(content).digest('hex');
        const file = new Blob([content]);
        this.shelved.add(file);
        return { caseId, caseName: 'Case', file, sha256, bytes: content.length, heads };
      },
      drop: async (file) => {
        this.shelved.delete(file);
        if (this.isShelfStuck) throw new Error('no such file');
      },
      memory: { read: () => this.remembered, note: (caseId, copy) => void this.remembered.set(caseId, copy) },
      written: (caseId) => void this.announced.push(caseId),
      inTurn: (task) => task(),
      now: () => this.time,
      later: (milliseconds, task) => {
        const timer = { at: this.time + milliseconds, task };
        this.timer = timer;
        return () => {
          if (this.timer === timer) this.timer = null;
        };
      },
      tell: (error) => void this.told.push(error),
    });
  }

  heads(): Head[] {
    const cases = [...this.entries].map(([owner, seq]) => ({ owner, seq }));
    return cases.map(({ owner, seq }) => ({
      chain: `${owner}.${PERSON}` as never,
      seq,
      hash: `${owner.replaceAll('-', '')}${seq}`.padEnd(64, '0'),
    }));
  }

  async commit(owner: string): Promise<void> {
    if (!this.hasBegun) await this.safety.changed(); // the desk is told once at the start
    this.hasBegun = true;
    this.entries.set(owner, (this.entries.get(owner) ?? 0) + 1);
    await this.safety.changed();
  }

  async pass(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    if (!this.timer || this.timer.at > this.time) return;
    const { task } = this.timer;
    this.timer = null;
    task();
    for (let turn = 0; turn < 50; turn++) await new Promise((resume) => setTimeout(resume));
  }
}

const MINUTE = 60_000;

describe('SafetyCopies', () => {
  it('says of each copy at once that it stands, and never of one that could not be written', async () => {
    const desk = new FakeDesk();
    desk.unwritable.add(B);
    await desk.commit(A);
    await desk.commit(B);
    await desk.safety.settle();

    expect(desk.written).toEqual([A, B]);
    expect(desk.announced).toEqual([A]);
  });

  it('writes a changed case once nothing has happened for a while', async () => {
    const desk = new FakeDesk();
    await desk.commit(A);
    await desk.pass(IDLE_MILLISECONDS - 1);
    expect(desk.host.copies).toHaveLength(0);

    await desk.pass(1);

    expect(desk.host.copies).toMatchObject([{ caseId: A, caseName: 'Case' }]);
    expect(desk.host.copies[0]?.content.toString()).toBe(JSON.stringify(desk.heads()));
  });

  it('writes soon after the start what was left without a copy', async () => {
    const desk = new FakeDesk();
    desk.entries.set(A, 1);
    await desk.safety.changed();
    await desk.pass(STARTING_MILLISECONDS - 1);
    expect(desk.host.copies).toHaveLength(0);

    await desk.pass(1);

    expect(desk.host.copies).toMatchObject([{ caseId: A }]);
  });

  it('waits while the analyst works, but no longer than an hour', async () => {
    const desk = new FakeDesk();
    let minutes = 0;
    while (desk.host.copies.length === 0 && minutes < 100) {
      await desk.commit(A);
      await desk.pass(MINUTE);
      minutes += 1;
    }

    expect(minutes * MINUTE).toBe(LONGEST_MILLISECONDS);
  });

  it('writes each changed case, and none that is not', async () => {
    const desk = new FakeDesk();
    await desk.commit(A);
    await desk.commit(B);
    await desk.pass(IDLE_MILLISECONDS);
    await desk.commit(B);
    await desk.pass(IDLE_MILLISECONDS);

    expect(desk.written).toEqual([A, B, B]);
  });

  it('has nothing to write for what belongs to no case', async () => {
    const desk = new FakeDesk();
    await desk.commit('workspace');
    await desk.pass(LONGEST_MILLISECONDS);

    expect(desk.written).toEqual([]);
  });

  it('writes what is not written yet at closing', async () => {
    const desk = new FakeDesk();
    await desk.commit(A);

    await desk.safety.settle();
    await desk.safety.settle();

    expect(desk.written).toEqual([A]);
    expect(desk.host.copies).toHaveLength(1);
  });

  it('writes what an earlier run left unwritten', async () => {
    const desk = new FakeDesk();
    desk.entries.set(A, 3);
    await desk.safety.changed();
    await desk.pass(IDLE_MILLISECONDS);

    expect(desk.written).toEqual([A]);
  });

  it('remembers across a restart what is written', async () => {
    const desk = new FakeDesk();
    await desk.commit(A);
    await desk.safety.settle();
    desk.safety = desk.open();
    await desk.safety.changed();
    await desk.pass(LONGEST_MILLISECONDS);

    expect(desk.written).toEqual([A]);
  });

  it('writes again when the copy itself has gone', async () => {
    const desk = new FakeDesk();
    await desk.commit(A);
    await desk.safety.settle();
    desk.host.copies = [];

    await desk.safety.settle();

    expect(desk.host.copies).toHaveLength(1);
  });

  it('goes on with the other cases when one cannot be written, and tells why', async () => {
    const desk = new FakeDesk();
    desk.unwritable.add(A);
    await desk.commit(A);
    await desk.commit(B);

    await desk.safety.settle();

    expect(desk.host.copies.map(({ caseId }) => caseId)).toEqual([B]);
    expect(desk.told).toMatchObject([{ code: 'altered', message: 'a capture was altered' }]);
  });

  it('drops a copy that the host could not take, and tries again later', async () => {
    const desk = new FakeDesk();
    desk.host.failing.add('safety-copy:write');
    await desk.commit(A);
    await desk.pass(IDLE_MILLISECONDS);
    expect(desk.host.halfWritten).toBe(0);
    expect(desk.told).toMatchObject([{ code: 'disk-full' }]);

    desk.host.failing.clear();
    await desk.pass(RETRY_MILLISECONDS);

    expect(desk.host.copies).toHaveLength(1);
    expect(desk.told.at(-1)).toBeNull();
  });

  it.each([
    ['was sent', []],
    ['could not be sent', ['safety-copy:write']],
    ['the host had no room for', ['safety-copy:finish']],
  ])('lets go of a file that %s', async (_, failing) => {
    const desk = new FakeDesk();
    for (const channel of failing) desk.host.failing.add(channel);
    await desk.commit(A);
    await desk.safety.settle();

    expect(desk.written).toEqual([A]);
    expect(desk.shelved.size).toBe(0);
  });

  it('counts a copy whose file could not be let go of', async () => {
    const desk = new FakeDesk();
    desk.isShelfStuck = true;
    await desk.commit(A);
    await desk.safety.settle();
    await desk.safety.settle();

    expect(desk.written).toEqual([A]);
    expect(desk.told).toEqual([]);
  });

  it('waits after a failure however much is committed, and however long it has been behind', async () => {
    const desk = new FakeDesk();
    desk.unwritable.add(A);
    const minutes = (2 * LONGEST_MILLISECONDS) / MINUTE;
    for (let minute = 0; minute < minutes; minute++) {
      await desk.commit(A);
      await desk.pass(MINUTE);
    }

    const first = LONGEST_MILLISECONDS / MINUTE;
    expect(desk.written).toHaveLength(1 + (minutes - first) / (RETRY_MILLISECONDS / MINUTE));
  });

  it('takes its usual time again once a copy was written after a failure', async () => {
    const desk = new FakeDesk();
    desk.host.failing.add('safety-copy:write');
    await desk.commit(A);
    await desk.safety.settle();
    desk.host.failing.clear();
    await desk.safety.settle();
    await desk.commit(A);
    await desk.pass(IDLE_MILLISECONDS);

    expect(desk.host.copies).toHaveLength(2);
  });

  it('writes nothing more by itself once it is stopped', async () => {
    const desk = new FakeDesk();
    await desk.commit(A);
    desk.safety.stop();
    await desk.commit(A);
    await desk.pass(LONGEST_MILLISECONDS);

    expect(desk.written).toEqual([]);
  });
});
