import { expect, it } from 'vitest';
import { roleWords } from '#renderer/services/events/role-words.ts';

const type = { roles: [{ id: 'attacker', name: 'Attacker' }] };

it.each([
  ['attacker', 'Attacker'],
  ['', 'Took part'],
  ['other', 'Other role'],
  ['defender', 'defender'],
])('calls the role "%s" "%s"', (role, words) => {
  expect(roleWords(role, type)).toBe(words);
  if (role === '') expect(roleWords(role, undefined)).toBe(words);
});
