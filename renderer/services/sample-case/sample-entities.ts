import type { SampleFile } from './sample-files.ts';

/** A passage of a file, by its words: its first occurrence in the text. */
export type SamplePassage = { readonly file: SampleFile; readonly quote: string };

/** Somebody or something that passages name. */
export type SampleEntity = {
  /** How events call it. */
  readonly key: string;
  readonly name: string;
  /** Id of a type of the General codebook. */
  readonly type: string;
  readonly passages: readonly SamplePassage[];
};

const MARKET = 'corvane-shells-hit-marjouna-market.html';
const SAWT = 'sawt-ashmar-nine-dead.html';
const DENIAL = 'velhara-radio-ministry-denies.txt';
const BRIGADE = 'ashmar-brigade-martyrs.txt';
const LIST = 'dervah-monitor-hospital-list.html';
const COURIER = 'ostavel-courier-market-attack.html';
const FIVE = 'northline-five-to-seven.md';
const GRAIN = 'northline-grain-store.md';
const NOTE = 'civil-rescue-corps-note-31.md';

/** Who and what is tagged in the sample case. */
export const sampleEntities: readonly SampleEntity[] = [
  entity('market', 'Covered market of Marjouna', 'site', [
    [MARKET, 'covered market in Marjouna'],
    [SAWT, 'السوق المسقوف في بلدة مرجونة'],
    [COURIER, 'covered market of Marjouna'],
    [FIVE, 'covered market of Marjouna'],
  ]),
  entity('marjouna', 'Marjouna', 'place', [
    [MARKET, 'Marjouna'],
    [SAWT, 'مرجونة'],
    [DENIAL, 'town of Marjouna'],
    [LIST, 'Marjouna'],
  ]),
  entity('hospital', 'Ashmar District Hospital', 'site', [
    [MARKET, 'Ashmar District Hospital'],
    [LIST, 'Ashmar District Hospital'],
    [SAWT, 'مستشفى قضاء أشمر'],
    [NOTE, 'Ashmar District Hospital'],
  ]),
  entity('qelloum', 'Samira Qelloum', 'person', [
    [MARKET, 'Samira Qelloum'],
    [LIST, 'Samira Qelloum'],
    [SAWT, 'سميرة قلّوم'],
  ]),
  entity('vantor', 'Idris Vantor', 'person', [
    [MARKET, 'Colonel Idris Vantor'],
    [DENIAL, 'Colonel Idris Vantor'],
  ]),
  entity('corps', 'Civil Rescue Corps', 'organisation', [
    [MARKET, 'Civil Rescue Corps'],
    [COURIER, 'Civil Rescue Corps'],
    [FIVE, 'Civil Rescue Corps'],
  ]),
  entity('brigade', 'Ashmar Brigade', 'armed-group', [
    [MARKET, 'Ashmar Brigade'],
    [BRIGADE, 'The Ashmar Brigade'],
    [LIST, 'Ashmar Brigade'],
    [SAWT, 'لواء أشمر'],
    ['corvane-drone-kills-driver.html', 'Ashmar Brigade'],
  ]),
  entity('accord', 'Northern Accord', 'armed-group', [
    [MARKET, 'Northern Accord'],
    [COURIER, 'Northern Accord'],
  ]),
  entity('army', 'Velharan Armed Forces', 'state-body', [
    [MARKET, 'Velharan Armed Forces'],
    [DENIAL, 'Velharan Armed Forces'],
    [BRIGADE, 'Velharan Armed Forces'],
    [SAWT, 'القوات المسلحة الفلهارية'],
  ]),
  entity('regiment', '4th Artillery Regiment', 'state-body', [
    [MARKET, '4th Artillery Regiment'],
    [DENIAL, '4th Artillery Regiment'],
    [BRIGADE, '4th Artillery Regiment'],
  ]),
  entity('ministry', 'Ministry of Defence', 'state-body', [
    [DENIAL, 'Ministry of Defence'],
    [SAWT, 'وزارة الدفاع'],
  ]),
  entity('ridge', 'Kharsa Ridge', 'place', [
    [MARKET, 'Kharsa Ridge'],
    [BRIGADE, 'Kharsa Ridge'],
    [SAWT, 'مرتفعات خرصة'],
  ]),
  entity('zallaq', 'Bir Zallaq', 'place', [
    [MARKET, 'Bir Zallaq'],
    [DENIAL, 'Bir Zallaq'],
    [GRAIN, 'Bir Zallaq'],
  ]),
  entity('rockets', '122 mm rockets', 'weapon', [
    [MARKET, '122 mm rockets'],
    [SAWT, 'صواريخ من عيار 122 ملم'],
  ]),
  entity('kolt', 'Kolt-4 armoured carrier', 'vehicle', [
    [MARKET, 'Kolt-4 armoured carrier'],
    ['dervah-monitor-convoy.html', 'Kolt-4'],
  ]),
  entity('tessoun', 'Tessoun crossing', 'site', [
    [MARKET, 'Tessoun crossing'],
    [COURIER, 'Tessoun crossing'],
    [NOTE, 'Tessoun crossing'],
  ]),
  entity('bridge', 'Dervah bridge', 'site', [
    ['corvane-drone-kills-driver.html', 'Dervah bridge'],
    ['bridge-log-without-year.txt', 'Dervah bridge'],
  ]),
  entity('embankment', 'Dervah embankment', 'place', [
    [MARKET, 'Dervah embankment'],
    ['dervah-monitor-convoy.html', 'Dervah embankment'],
  ]),
];

/** Passages that carry a note of the analyst. */
export const sampleNotes: readonly (SamplePassage & { readonly note: string })[] = [
  { file: MARKET, quote: 'rescue workers said', note: 'Same speaker as in Northline? Ask which team was on site.' },
  { file: MARKET, quote: '“an arms depot” near Bir Zallaq', note: 'Bir Zallaq lies 9 km west. Not the same strike.' },
  { file: SAWT, quote: 'تسع جثث', note: 'Second origin for nine? Hospital, not the Brigade.' },
  {
    file: 'bridge-log-without-year.txt',
    quote: 'name Oram Tesk or Tisk',
    note: 'No year on the sheet. 2024, if the drone is the same.',
  },
];

function entity(
  key: string,
  name: string,
  type: string,
  passages: readonly (readonly [file: SampleFile, quote: string])[],
): SampleEntity {
  return { key, name, type, passages: passages.map(([file, quote]) => ({ file, quote })) };
}
