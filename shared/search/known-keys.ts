import type { Segment } from './segment/segment.ts';

const BITS = 22;

/**
 * Says of most documents that no segment holds them, without looking: half a megabyte of bits by the checks of keys. A
 * document that it knows may still be missing.
 */
export class KnownKeys {
  private readonly bits = new Uint32Array(1 << (BITS - 5));

  async addSegment(segment: Segment): Promise<void> {
    for (const check of await segment.column('keyChecks')) this.add(check);
  }

  add(check: number): void {
    const at = check >>> (32 - BITS);
    this.bits[at >>> 5] = (this.bits[at >>> 5] as number) | (1 << (at & 31));
  }

  mayHold(check: number): boolean {
    const at = check >>> (32 - BITS);
    return (((this.bits[at >>> 5] as number) >>> (at & 31)) & 1) === 1;
  }
}
