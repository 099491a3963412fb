import { beginDistance } from './begin-distance.ts';
import { BeginStates, MOST_TYPED } from './begin-states.ts';
import { isLackingMore, letterSet } from './letter-set.ts';
import { nameLetters } from './name-letters.ts';
import { Trigrams } from './trigrams.ts';

/** A name that fits what was typed. */
export type FoundName = {
  readonly key: string;
  /** Which of the key's names fits best. */
  readonly name: string;
  /** Typos between the two. */
  readonly edits: number;
};

/** Names that came since the groups were made are looked at one by one, up to so many. */
const MOST_RECENT = 1000;
/** An edit spoils up to three groups; a swap four. */
const GROUPS_PER_EDIT = 4;

/** Looks names and aliases up by their beginning, by the beginning of any of their words, and with a typo or two. */
export class NameIndex {
  private keys: string[] = [];
  private names: string[] = [];
  private letters: string[] = [];
  /** Which letters occur in each name: most names lack too many of those typed. */
  private sets: number[] = [];
  private groups = new Trigrams([]);
  /** Names up to here are in the groups. */
  private grouped = 0;
  private readonly own = new Map<string, readonly string[]>();

  /** Gives a key its names, in place of those it had. */
  put(key: string, names: readonly string[]): void {
    this.remove(key);
    this.own.set(key, names);
    for (const name of names) {
      this.keys.push(key);
      this.names.push(name);
      const letters = nameLetters(name);
      this.letters.push(letters);
      this.sets.push(letterSet(letters));
    }
    // groups are made anew when the next question comes
  }

  /** Forgets a key and its names; unknown keys do nothing. */
  remove(key: string): void {
    // rows stay behind until the groups are made anew: what they say is no longer believed
    this.own.delete(key);
  }

  /** The keys whose names fit best: the fewest typos first, whole names before beginnings, short before long. */
  find(typed: string, limit: number): FoundName[] {
    const wanted = nameLetters(typed);
    if (wanted === '') return [];
    if (this.letters.length - this.grouped > MOST_RECENT) this.group();
    const most = typosIn(wanted);
    const best = new Map<string, FoundName & Fit>();
    const few = Math.min(1, most);
    const states = new BeginStates(wanted.slice(0, MOST_TYPED), few);
    const set = letterSet(wanted);
    // what needs more typos comes behind: it is looked for only where there is room
    const later: number[] = [];
    const look = (row: number, missing: number) => {
      if (missing > few * GROUPS_PER_EDIT || !this.tryRow(row, wanted, set, states, few, best)) later.push(row);
    };
    this.groups.visitSharing(wanted, most * GROUPS_PER_EDIT, look);
    for (let row = this.grouped; row < this.letters.length; row++) look(row, 0);
    if (few < most && best.size < limit) {
      const more = new BeginStates(wanted.slice(0, MOST_TYPED), most);
      for (const row of later) this.tryRow(row, wanted, set, more, most, best);
    }
    return [...best.values()]
      .sort(byFit)
      .slice(0, limit)
      .map(({ key, name, edits }) => ({ key, name, edits }));
  }

  /** @returns whether the name of a row fits with so many typos */
  private tryRow(
    row: number,
    wanted: string,
    set: number,
    states: BeginStates,
    edits: number,
    best: Map<string, FoundName & Fit>,
  ): boolean {
    if (isLackingMore(set, this.sets[row] as number, edits)) return false;
    const letters = this.letters[row] as string;
    const first = states.fit(letters);
    const fit = first === null || wanted.length <= MOST_TYPED ? first : beginDistance(wanted, letters, edits);
    if (fit === null) return false;
    const [key, name] = [this.keys[row] as string, this.names[row] as string];
    if (this.own.get(key)?.includes(name) !== true) return true;
    const found = { key, name, ...fit, length: letters.length };
    const before = best.get(key);
    if (before === undefined || byFit(found, before) < 0) best.set(key, found);
    return true;
  }

  private group(): void {
    const rows = Array.from(this.own, ([key, names]) => names.map((name) => ({ key, name }))).flat();
    this.keys = rows.map(({ key }) => key);
    this.names = rows.map(({ name }) => name);
    this.letters = this.names.map(nameLetters);
    this.sets = this.letters.map(letterSet);
    this.groups = new Trigrams(this.letters);
    this.grouped = this.letters.length;
  }
}

/** Short names are too alike to allow many. */
function typosIn(letters: string): number {
  if (letters.length < 3) return 0;
  return letters.length < 6 ? 1 : 2;
}

type Fit = {
  readonly edits: number;
  readonly place: number;
  readonly length: number;
  readonly name: string;
  readonly key: string;
};

function byFit(a: Fit, b: Fit): number {
  return a.edits - b.edits || a.place - b.place || a.length - b.length || order(a.name, b.name) || order(a.key, b.key);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
