import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SafetyCopies } from '#electron/services/safety-copies.ts';
import { copiesToDrop } from '#electron/services/thin-copies.ts';

/** What may happen to safety copies in a week: clocks that jump, copies that are broken off, starts in between. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('keep' as const), caseId: fc.constantFrom('a', 'b'), text: fc.string() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('abandon' as const), caseId: fc.constantFrom('a', 'b') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('alter' as const), caseId: fc.constantFrom('a', 'b') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('start again' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('set the clock' as const), to: fc.nat(40 * 24 * 60 * 60 * 1000) }),
  },
);

it('keeps of each case the copies that a naive thinning keeps, the two last among them, whatever else happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (week) => {
      const folder = mkdtempSync(join(tmpdir(), 'casewright-copies-'));
      const clock = { at: 5_000 };
      const model: Record<string, { name: string; writtenAt: string; bytes: number }[]> = { a: [], b: [] };
      const open = async () => {
        const opened = new SafetyCopies(folder, { now: () => clock.at });
        await opened.open();
        return opened;
      };
      let copies = await open();
      for (const each of week) {
        if (each.kind === 'set the clock') clock.at = each.to;
        else if (each.kind === 'start again') copies = await open();
        else {
          const { token } = await copies.begin({ caseId: each.caseId, caseName: 'Fire' });
          const bytes = Buffer.from(each.kind === 'keep' ? each.text : 'other');
          await copies.write({ token, chunk: bytes.toString('base64') });
          const sha256 = createHash('sha256').update(bytes).digest('hex');
          if (each.kind === 'abandon') await copies.abandon(token);
          else if (each.kind === 'alter') {
            await expect(copies.finish({ token, sha256, bytes: 0 })).rejects.toMatchObject({ code: 'altered' });
          } else {
            const { name, writtenAt } = await copies.finish({ token, sha256, bytes: bytes.length });
            const all = [{ name, writtenAt, bytes: bytes.length }, ...(model[each.caseId] ?? [])];
            const dropped = new Set(copiesToDrop(all));
            model[each.caseId] = all.filter((copy) => !dropped.has(copy.name));
            expect(model[each.caseId]?.slice(0, 2)).toEqual(all.slice(0, 2));
          }
        }
      }
      const kept = await copies.list();
      for (const caseId of ['a', 'b']) {
        expect(kept.filter((copy) => copy.caseId === caseId).map(({ name }) => name)).toEqual(
          model[caseId]?.map(({ name }) => name),
        );
      }
      expect(readdirSync(join(folder, 'safety-copies'))).toHaveLength(kept.length * 2);
      rmSync(folder, { recursive: true, force: true });
    }),
    { seed: 20_260_314, numRuns: 40 },
  );
});
