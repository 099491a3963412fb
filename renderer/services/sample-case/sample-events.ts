import type { Stance } from '#shared/domain/claim.ts';
import type { Effect } from '#shared/domain/event.ts';
import type { SamplePassage } from './sample-entities.ts';

/** What a passage says about an event. */
export type SampleClaim = SamplePassage & {
  /** The field it speaks of: an effect that is counted, a field, or the event as such. */
  readonly about: Effect | 'when' | 'placeId' | 'event';
  readonly stance: Stance;
  readonly read?: string | number | { readonly min: number | null; readonly max: number | null };
  /** Keys of entities that say so, from the outlet inwards; none when the outlet says so itself. */
  readonly saidBy?: readonly string[];
};

/** An event as it is coded in the sample case. */
export type SampleEvent = {
  readonly type: string;
  readonly title: string;
  /** EDTF level 2. */
  readonly when: string;
  /** Key of an entity. */
  readonly place: string;
  readonly actors: readonly { readonly entity: string; readonly role: string }[];
  readonly counts: readonly {
    readonly effect: Effect;
    readonly min: number | null;
    readonly max: number | null;
    readonly words: string;
  }[];
  readonly note: string;
  readonly claims: readonly SampleClaim[];
};

const MARKET = 'corvane-shells-hit-marjouna-market.html';
const BRIGADE = 'ashmar-brigade-martyrs.txt';
const DENIAL = 'velhara-radio-ministry-denies.txt';
const GRAIN = 'northline-grain-store.md';

/** What is coded in the sample case: sources that contradict one another, and what rests on which passage. */
export const sampleEvents: readonly SampleEvent[] = [
  {
    type: 'shelling',
    title: 'Shelling of Marjouna market',
    when: '2024-03-14T06:40:00+03:00',
    place: 'market',
    actors: [
      { entity: 'army', role: 'attacker' },
      { entity: 'market', role: 'target' },
    ],
    counts: [
      { effect: 'killed', min: 7, max: 9, words: '' },
      { effect: 'injured', min: 12, max: 22, words: '' },
      { effect: 'killed-or-injured', min: 20, max: 23, words: '' },
    ],
    note: 'Attacker as the Brigade says; the army denies it. Nothing independent yet.',
    claims: [
      claim(MARKET, 'killing at least five people', 'killed', { min: 5, max: null }, ['corps']),
      claim(MARKET, 'wounding 12', 'injured', { min: 12, max: 12 }, ['corps']),
      claim(MARKET, 'shortly after 06:40', 'when', '2024-03-14T06:40:00+03:00', ['corps']),
      claim(MARKET, 'put the dead at nine', 'killed', { min: 9, max: 9 }, ['brigade']),
      claim(BRIGADE, 'nine martyrs of the market of Marjouna, three of them children', 'killed', { min: 9, max: 9 }),
      claim(BRIGADE, 'Twenty-two people were wounded', 'injured', { min: 22, max: 22 }),
      claim(
        'dervah-monitor-hospital-list.html',
        'names seven people who died of wounds',
        'killed',
        { min: 7, max: null },
        ['hospital'],
      ),
      claim('northline-five-to-seven.md', 'Five, perhaps seven', 'killed', { min: 5, max: 7 }, ['corps']),
      claim('sawt-ashmar-nine-dead.html', 'قُتل تسعة أشخاص، بينهم ثلاثة أطفال', 'killed', { min: 9, max: 9 }, [
        'brigade',
      ]),
      claim(
        'ostavel-courier-market-attack.html',
        'More than twenty people were killed or injured',
        'killed-or-injured',
        {
          min: 21,
          max: null,
        },
      ),
      claim('civil-rescue-corps-note-31.md', '23 people killed or injured', 'killed-or-injured', { min: 23, max: 23 }),
      denial(DENIAL, 'No unit of the 4th Artillery Regiment engaged any target inside the town', ['vantor']),
      denial('sawt-ashmar-nine-dead.html', 'نفت وزارة الدفاع أن تكون قواتها قد استهدفت البلدة', ['ministry']),
    ],
  },
  {
    type: 'strike',
    title: 'Strike on a building near Bir Zallaq',
    when: '2024-03-13/2024-03-14',
    place: 'zallaq',
    actors: [{ entity: 'army', role: 'attacker' }],
    counts: [{ effect: 'killed', min: 2, max: 2, words: '' }],
    note: 'Depot or grain store: open.',
    claims: [
      claim(DENIAL, 'a strike late on Wednesday had destroyed an arms depot near Bir Zallaq', 'event', undefined, [
        'vantor',
      ]),
      claim(DENIAL, 'Two militants were killed in that strike', 'killed', { min: 2, max: 2 }, ['vantor']),
      claim(GRAIN, 'Two men were killed, yes', 'killed', { min: 2, max: 2 }),
      denial(GRAIN, 'the building destroyed on Wednesday night was their grain store'),
    ],
  },
  {
    type: 'strike',
    title: 'Drone strike on the Dervah bridge',
    when: '2024-03-02',
    place: 'bridge',
    actors: [{ entity: 'bridge', role: 'target' }],
    counts: [{ effect: 'killed', min: 1, max: 1, words: '' }],
    note: '',
    claims: [
      claim('corvane-drone-kills-driver.html', 'killing its driver', 'killed', { min: 1, max: 1 }),
      claim('bridge-log-without-year.txt', 'One lorry hit at about 8, driver dead', 'killed', { min: 1, max: 1 }),
      claim(MARKET, 'killed a lorry driver', 'killed', { min: 1, max: 1 }),
    ],
  },
  {
    type: 'movement',
    title: 'Convoy on the Dervah embankment',
    when: '2024-03-14/2024-03-15',
    place: 'embankment',
    actors: [{ entity: 'kolt', role: 'escort' }],
    counts: [],
    note: 'Two accounts of one convoy, or two convoys.',
    claims: [
      claim('dervah-monitor-convoy.html', 'About twenty pick-up trucks and one armoured carrier moved north', 'event'),
      claim(MARKET, 'A column of some 20 pick-up trucks', 'event'),
    ],
  },
];

function claim(
  file: SamplePassage['file'],
  quote: string,
  about: SampleClaim['about'],
  read?: SampleClaim['read'],
  saidBy: readonly string[] = [],
): SampleClaim {
  return { file, quote, about, stance: 'asserts', saidBy, ...(read === undefined ? {} : { read }) };
}

function denial(file: SamplePassage['file'], quote: string, saidBy: readonly string[] = []): SampleClaim {
  return { file, quote, about: 'event', stance: 'denies', saidBy };
}
