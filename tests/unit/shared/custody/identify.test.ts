import { describe, expect, it } from 'vitest';
import {
  articleIdOf,
  captureIdOf,
  caseOfChain,
  chainOf,
  derivedId,
  personIdOf,
  personOfChain,
  textIdOf,
} from '#shared/custody/identify.ts';
import { articleIdSchema, type CaseId } from '#shared/domain/ids.ts';

const capture = captureIdOf(new TextEncoder().encode('A report.'));
const version = {
  articleId: articleIdOf(capture, ''),
  blocks: [],
  folds: [],
  links: [],
  extractor: 'plain-text',
  extractorVersion: '1',
};

describe('ids of what comes in', () => {
  it('CUSTODY-4 are the same for the same bytes', () => {
    expect([capture, articleIdOf(capture, ''), textIdOf('A report.', version)]).toEqual([
      '51a44f9871e7e5409fa93bb2a9486fee048c162c43990183707e42dde432b825',
      articleIdOf(captureIdOf(new TextEncoder().encode('A report.')), ''),
      textIdOf('A report.', { ...version }),
    ]);
  });

  it('CUSTODY-4 are UUIDs of version 8', () => {
    expect(articleIdSchema.parse(articleIdOf(capture, 'record 2'))[14]).toBe('8');
  });

  it.each([
    ['another position', articleIdOf(capture, '1'), articleIdOf(capture, '2')],
    ['another text', textIdOf('a', version), textIdOf('b', version)],
    ['another extractor', textIdOf('a', version), textIdOf('a', { ...version, extractorVersion: '2' })],
    [
      'other folds',
      textIdOf('a', version),
      textIdOf('a', { ...version, folds: [{ start: 0, end: 1, reason: 'other' }] }),
    ],
    ['another kind', derivedId('source', 'a'), derivedId('place', 'a')],
    ['words parted otherwise', derivedId('source', 'ab', 'c'), derivedId('source', 'a', 'bc')],
  ])('CUSTODY-4 differ for %s', (_, a, b) => {
    expect(a).not.toBe(b);
  });
});

describe('chainOf', () => {
  const person = personIdOf('ab');
  const caseId = '01957c11-3e00-7000-8000-000000000000' as CaseId;

  it('gives back whose chain it is', () => {
    expect([personOfChain(chainOf(caseId, person)), caseOfChain(chainOf(caseId, person))]).toEqual([person, caseId]);
  });

  it('belongs to no case without one', () => {
    expect([personOfChain(chainOf(null, person)), caseOfChain(chainOf(null, person))]).toEqual([person, null]);
  });
});
