import type { Entity } from '#shared/domain/entity.ts';
import { fold } from '#shared/text/fold-text.ts';

/**
 * The names of two entities after passages went from one to the other: what only those passages say goes along; the name
 * that is shown stays, and so does every name that was given by hand.
 *
 * @param moved - the words of the passages that go
 * @param staying - the words of those that stay
 */
export function splitNames(
  from: Entity,
  to: Entity,
  moved: readonly string[],
  staying: readonly string[],
): { readonly left: Entity; readonly taken: Entity } {
  const said = new Set(moved.map(fold));
  const stillSaid = new Set(staying.map(fold));
  const goes = ({ text, from: origin }: Entity['names'][number]) =>
    origin === 'passage' && said.has(fold(text)) && !stillSaid.has(fold(text)) && text !== from.name;
  const known = new Set(to.names.map(({ text }) => fold(text)));
  const added: Entity['names'][number][] = [];
  for (const quote of moved) {
    if (known.has(fold(quote))) continue;
    known.add(fold(quote));
    added.push({ text: quote, script: null, from: 'passage' });
  }
  return {
    left: { ...from, names: from.names.filter((name) => !goes(name)) },
    taken: { ...to, names: [...to.names, ...added] },
  };
}
