import { describe, expect, it } from 'vitest';
import { tellAsker } from '#electron/loopback/tell-asker.ts';

describe('tellAsker', () => {
  it.each([
    ['update.googleapis.com:443', 'CONNECT', {}],
    ['clients2.google.com', 'GET', { 'user-agent': 'Mozilla/5.0' }],
    ['EDGE.microsoft.com.:443', 'CONNECT', {}],
    ['qhgxkzvtrw', 'HEAD', {}],
  ])('takes %s for the browser’s own', (host, method, headers) => {
    expect(tellAsker(host, method, headers)).toBe('browser');
  });

  it.each([
    ['evil.example:443', 'CONNECT', {}],
    ['notgoogle.com', 'GET', {}],
    ['google.com.evil.example', 'GET', {}],
    ['qhgxkzvtrw', 'GET', {}],
    ['clients2.google.com', 'GET', { origin: 'http://casewright.localhost' }],
    ['clients2.google.com', 'GET', { referer: 'http://casewright.localhost/' }],
    ['www.google.com', 'GET', { 'upgrade-insecure-requests': '1' }],
    ['', 'GET', {}],
  ])('takes %s for the page’s (%s, %j)', (host, method, headers) => {
    expect(tellAsker(host, method, headers)).toBe('page');
  });
});
