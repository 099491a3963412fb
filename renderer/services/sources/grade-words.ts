import type { InformationGrade } from '#shared/domain/case-article.ts';
import type { Reliability } from '#shared/domain/source-grade.ts';

/** How far a source is trusted, by the Admiralty code. */
export const RELIABILITY: Readonly<Record<Reliability, string>> = {
  A: 'A, completely reliable',
  B: 'B, usually reliable',
  C: 'C, fairly reliable',
  D: 'D, not usually reliable',
  E: 'E, unreliable',
  F: 'F, cannot be judged',
};

/** How far a piece of information is trusted, by the Admiralty code. */
export const CREDIBILITY: Readonly<Record<InformationGrade, string>> = {
  1: '1, confirmed by other sources',
  2: '2, probably true',
  3: '3, possibly true',
  4: '4, doubtful',
  5: '5, improbable',
  6: '6, cannot be judged',
};
