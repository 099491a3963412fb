import { describe, expect, it } from 'vitest';
import { isGranted } from '#electron/main/permissions.ts';

describe('isGranted', () => {
  it.each(['clipboard-sanitized-write', 'persistent-storage', 'fullscreen'])('grants the desk %s', (permission) => {
    expect(isGranted(permission, 'app://casewright/#/reader')).toBe(true);
    expect(isGranted(permission, 'app://casewright')).toBe(true);
  });

  it.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'hid',
    'unknown',
    '',
  ])('denies the desk %j', (permission) => {
    expect(isGranted(permission, 'app://casewright/')).toBe(false);
  });

  it.each(['https://example.org/', 'app://elsewhere/', 'app://casewright/original.html', 'null', ''])(
    'denies %j everything',
    (requester) => {
      expect(isGranted('fullscreen', requester)).toBe(false);
    },
  );
});
