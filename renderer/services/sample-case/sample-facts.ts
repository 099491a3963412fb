import type { ArticleStatus, InformationGrade } from '#shared/domain/case-article.ts';
import type { Reliability } from '#shared/domain/source-grade.ts';
import type { SampleFile } from './sample-files.ts';

/** What an analyst has said of an article of the sample case. */
export type SampleFact = {
  readonly file: SampleFile;
  readonly status: ArticleStatus;
  readonly tags: readonly string[];
  readonly grade?: InformationGrade;
  /** What the bytes do not say of themselves. */
  readonly publisher?: string;
  readonly byline?: readonly string[];
  /** EDTF level 2. */
  readonly published?: string;
  readonly language?: string;
};

/** The articles as an analyst has begun to sort them. Those left out are untouched in the inbox. */
export const sampleFacts: readonly SampleFact[] = [
  {
    file: 'corvane-shells-hit-marjouna-market.html',
    status: 'in-progress',
    tags: ['denial', 'market'],
    grade: 2,
  },
  { file: 'port-ansel-market-shelled.html', status: 'done', tags: ['market'] },
  { file: 'sawt-ashmar-nine-dead.html', status: 'in-progress', tags: ['market'], grade: 3 },
  { file: 'dervah-monitor-hospital-list.html', status: 'done', tags: ['market', 'names'], grade: 2 },
  {
    file: 'velhara-radio-ministry-denies.txt',
    status: 'in-progress',
    tags: ['denial', 'official'],
    grade: 4,
    publisher: 'Velhara State Radio',
    published: '2024-03-14T12:40:00+03:00',
    language: 'en',
  },
  {
    file: 'ashmar-brigade-martyrs.txt',
    status: 'done',
    tags: ['names', 'party'],
    grade: 4,
    publisher: 'Ashmar Brigade press office',
    published: '2024-03-15T09:00:00+03:00',
    language: 'en',
  },
  {
    file: 'northline-five-to-seven.md',
    status: 'inbox',
    tags: ['market'],
    publisher: 'Northline Bulletin',
    byline: ['P. Oddsdal'],
    // The bulletin bears no date; it quotes the corps as of the day after.
    published: '2024-03-15~',
    language: 'en',
  },
  { file: 'northline-grain-store.md', status: 'in-progress', tags: ['denial'] },
  { file: 'corvane-drone-kills-driver.html', status: 'done', tags: ['drone'], grade: 2 },
  {
    file: 'bridge-log-without-year.txt',
    status: 'set-aside',
    tags: ['drone'],
    // The sheet names a day and no year.
    published: 'XXXX-03-02',
    language: 'en',
  },
  {
    file: 'dervah-monitor-convoy.html',
    status: 'done',
    tags: ['movement'],
    // Those who saw it could not agree on the day.
    published: '2024-03-14/2024-03-15',
  },
];

/** How far the publishers are trusted, and why. */
export const sampleGrades: readonly {
  readonly publisher: string;
  readonly grade: Reliability;
  readonly reason: string;
}[] = [
  { publisher: 'Corvane Wire', grade: 'B', reason: 'Names its sources; corrected itself twice last year.' },
  { publisher: 'Dervah Monitor', grade: 'B', reason: 'On site; prints corrections.' },
  { publisher: 'Northline Bulletin', grade: 'C', reason: 'Prints what it cannot check, and says so.' },
  { publisher: 'Civil Rescue Corps', grade: 'B', reason: 'Counts what its own teams handled.' },
  { publisher: 'صوت أشمر', grade: 'D', reason: 'Takes figures from the Ashmar Brigade.' },
  { publisher: 'Velhara State Radio', grade: 'D', reason: 'Speaks for a party.' },
  { publisher: 'Ashmar Brigade press office', grade: 'E', reason: 'Is a party.' },
];
