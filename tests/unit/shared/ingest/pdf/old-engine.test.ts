import { describe, expect, it } from 'vitest';
import { prepareOldEngine } from '#shared/ingest/pdf/old-engine.ts';

describe('prepareOldEngine', () => {
  it('PDF-10 gives an engine without it a promise that is settled from outside', async () => {
    const old: { withResolvers?: typeof Promise.withResolvers } = {};
    prepareOldEngine(old);
    const kept = old.withResolvers?.<number>();
    const broken = old.withResolvers?.<number>();
    kept?.resolve(7);
    broken?.reject(new Error('broken'));

    await expect(kept?.promise).resolves.toBe(7);
    await expect(broken?.promise).rejects.toThrow('broken');
  });

  it('PDF-10 leaves an engine alone that has it', () => {
    const own = () => 1;
    const engine = { withResolvers: own };
    prepareOldEngine(engine);

    expect(engine.withResolvers).toBe(own);
  });
});
