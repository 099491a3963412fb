import { fold } from '#shared/text/fold-text.ts';
import type { EventRow } from './event-list.ts';

/** What an event can be found by. */
type Findable = Pick<EventRow, 'label' | 'title' | 'typeName' | 'place' | 'actors' | 'when'>;

/**
 * Events in which every word stands: in number, title, type, place, actors or date, whatever the case, accents and
 * apostrophes. The one that goes by exactly that number comes first, then those made last.
 */
export function findEvents<Row extends Findable>(rows: readonly Row[], words: string, most = 8): Row[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const isNamed = ({ label }: Row) => fold(label) === wanted.join(' ');
  const number = ({ label }: Row) => Number(label.slice(1));
  return rows
    .filter((row) => {
      const said = fold([row.label, row.title, row.typeName, row.place, ...row.actors, row.when ?? ''].join(' '));
      return wanted.every((word) => said.includes(word));
    })
    .sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)) || number(b) - number(a))
    .slice(0, most);
}
