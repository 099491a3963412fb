import { describe, expect, it } from 'vitest';
import { type HubPort, SearchHub } from '#renderer/workers/search/search-hub.ts';
import type { HubMessage } from '#shared/contracts/search-messages.ts';

class FakeWindow implements HubPort {
  onmessage: HubPort['onmessage'] = null;
  readonly heard: { readonly type: string; readonly ports: number }[] = [];

  postMessage({ type }: HubMessage, transfer: Transferable[] = []): void {
    this.heard.push({ type, ports: transfer.length });
  }

  says(type: string, ports: unknown[] = []): void {
    this.onmessage?.({ data: { type }, ports } as unknown as MessageEvent);
  }

  get types(): string[] {
    return this.heard.map(({ type }) => type);
  }
}

function windows(count: number) {
  const hub = new SearchHub('lock');
  const all = Array.from({ length: count }, () => new FakeWindow());
  for (const each of all) hub.join(each);
  return { hub, all };
}

describe('SearchHub', () => {
  it('tells every window when one owns the index, and one that joins later at once', () => {
    const { hub, all } = windows(2);
    all[1]?.says('own');
    const late = new FakeWindow();
    hub.join(late);

    expect(all.map(({ types }) => types)).toEqual([
      ['hello', 'owner'],
      ['hello', 'owner'],
    ]);
    expect(late.types).toEqual(['hello', 'owner']);
  });

  it('hands a port to the owner alone, that of the owner too', () => {
    const { all } = windows(3);
    all[0]?.says('own');
    all[2]?.says('connect', [{}]);
    all[0]?.says('connect', [{}]);

    expect(all[0]?.heard.filter(({ type }) => type === 'serve')).toEqual([
      { type: 'serve', ports: 1 },
      { type: 'serve', ports: 1 },
    ]);
    expect(all[1]?.types).toEqual(['hello', 'owner']);
  });

  it('hands ports to the newest owner', () => {
    const { all } = windows(2);
    all[0]?.says('own');
    all[1]?.says('own');
    all[0]?.says('connect', [{}]);

    expect(all[1]?.types.at(-1)).toBe('serve');
    expect(all[0]?.types).not.toContain('serve');
  });

  it('keeps no port while there is no owner', () => {
    const { all } = windows(1);
    all[0]?.says('connect', [{}]);

    expect(all[0]?.types).toEqual(['hello']);
  });
});
