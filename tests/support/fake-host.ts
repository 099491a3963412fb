import { createHash } from 'node:crypto';
import type { HostCall } from '#renderer/services/safety/host-call.ts';
import {
  CHUNK_BYTES,
  type Channel,
  hostContract,
  type Input,
  type SafetyCopy,
  type WitnessHead,
} from '#shared/contracts/host.ts';
import { AppError } from '#shared/kernel/app-error.ts';

type Kept = SafetyCopy & { readonly content: Buffer };

/** A host in memory that keeps the witness and safety copies by the contract, and can be made to fail. */
export class FakeHost {
  readonly noted = new Map<string, WitnessHead>();
  copies: Kept[] = [];
  /** Channels asked, in their order. */
  readonly asked: string[] = [];
  /** Fails the next calls of these channels. */
  readonly failing = new Set<string>();
  private readonly writing = new Map<
    string,
    { caseId: string; caseName: string; heads: WitnessHead[]; parts: Buffer[] }
  >();
  private time = Date.parse('2026-03-14T07:00:00.000Z');

  /** Asks as a page does: input and output are parsed as at the boundary. */
  readonly call: HostCall = async (channel, input) => {
    this.asked.push(channel);
    if (this.failing.has(channel)) throw new AppError('disk-full', `no room for ${channel}`);
    const { input: inputs, output: outputs } = hostContract[channel];
    // the contract pairs each channel's input with its output; a table of functions cannot say so
    return outputs.parse(await this.answer(channel, inputs.parse(input))) as never;
  };

  private async answer(channel: Channel, input: unknown): Promise<unknown> {
    const of = Object(input);
    switch (channel) {
      case 'witness:read':
        return [...this.noted.values()];
      case 'witness:append':
        for (const head of of) if (head.seq > (this.noted.get(head.chain)?.seq ?? 0)) this.noted.set(head.chain, head);
        return null;
      case 'witness:restart':
        this.copies = this.copies.map((copy) => ({ ...copy, isPassed: true }));
        this.noted.clear();
        for (const head of of) this.noted.set(head.chain, head);
        return null;
      case 'safety-copy:list':
        return this.copies.map(({ content: _, ...copy }) => copy).reverse();
      case 'safety-copy:begin':
        return this.begin(of);
      case 'safety-copy:write':
        this.open(of.token).parts.push(Buffer.from(of.chunk, 'base64'));
        return null;
      case 'safety-copy:abandon':
        this.writing.delete(of.token);
        return null;
      case 'safety-copy:finish':
        return this.finish(of);
      case 'safety-copy:read': {
        const { content } = this.copies.find(({ name }) => name === of.name) ?? missing();
        const chunk = content.subarray(of.offset, of.offset + CHUNK_BYTES);
        return { chunk: chunk.toString('base64'), isLast: of.offset + chunk.length >= content.length };
      }
      default:
        throw new AppError('unavailable', `${channel} is not kept here`);
    }
  }

  /** Copies that were begun and neither finished nor abandoned. */
  get halfWritten(): number {
    return this.writing.size;
  }

  private begin({ caseId, caseName, heads = [] }: Input<'safety-copy:begin'>): { token: string } {
    const token = `token-${String(this.asked.length).padStart(8, '0')}`;
    this.writing.set(token, { caseId, caseName, heads, parts: [] });
    return { token };
  }

  private open(token: string) {
    return this.writing.get(token) ?? missing();
  }

  private finish({ token, sha256, bytes }: { token: string; sha256: string; bytes: number }): SafetyCopy {
    const { caseId, caseName, heads, parts } = this.open(token);
    this.writing.delete(token);
    const content = Buffer.concat(parts);
    const found = createHash('sha256').update(content).digest('hex');
    if (found !== sha256 || content.length !== bytes) throw new AppError('altered', 'not what was sent');
    this.time += 1000;
    const writtenAt = new Date(this.time).toISOString();
    const copy = { name: `${caseId} ${this.time}`, caseId, caseName, writtenAt, bytes, sha256, heads, isPassed: false };
    this.copies.push({ ...copy, content });
    return copy;
  }
}

function missing(): never {
  throw new AppError('not-found', 'not there');
}
