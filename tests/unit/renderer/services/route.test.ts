import { describe, expect, it } from 'vitest';
import { type Route, readRoute, routeTo, writeRoute } from '#renderer/services/route.tsx';
import type { CaseId } from '#shared/domain/ids.ts';

const CASE = '01920000-0000-7000-8000-000000000001' as CaseId;
const OTHER = '01920000-0000-7000-8000-000000000002' as CaseId;

describe('readRoute', () => {
  it.each([
    ['the start', '/', { caseId: null, place: '', rest: [] }],
    ['a place of a case', `/case/${CASE}/library`, { caseId: CASE, place: 'library', rest: [] }],
    ['what a place has in hand', `/case/${CASE}/reader/a1/at`, { caseId: CASE, place: 'reader', rest: ['a1', 'at'] }],
    ['a place without a case', '/settings/keys', { caseId: null, place: 'settings', rest: ['keys'] }],
    ['a case and no place', `/case/${CASE}`, { caseId: CASE, place: '', rest: [] }],
    ['a case that is none', '/case/9/library', { caseId: null, place: 'case', rest: ['9', 'library'] }],
    ['a broken escape, as it stands', '/help/%E0%A4%A', { caseId: null, place: 'help', rest: ['%E0%A4%A'] }],
  ])('reads %s', (_, path, route) => {
    expect(readRoute(path)).toEqual(route);
  });
});

describe('writeRoute', () => {
  it.each<Route>([
    { caseId: null, place: '', rest: [] },
    { caseId: CASE, place: 'search', rest: ['shell* OR "a/b" 100 %', 'سوق'] },
    { caseId: null, place: 'settings', rest: ['keys'] },
  ])('writes what readRoute reads: $place', (route) => {
    expect(readRoute(writeRoute(route))).toEqual(route);
  });
});

describe('routeTo', () => {
  const from: Route = { caseId: CASE, place: 'reader', rest: ['a1'] };

  it('stays in the case and drops what was in hand', () => {
    expect(routeTo(from, { place: 'library' })).toEqual({ caseId: CASE, place: 'library', rest: [] });
  });

  it('leaves the case only when told to', () => {
    expect(routeTo(from, { caseId: null, place: '' })).toEqual({ caseId: null, place: '', rest: [] });
    expect(routeTo(from, { caseId: OTHER })).toEqual({ caseId: OTHER, place: 'reader', rest: [] });
  });
});
