import { readStandingToken, standingToken } from './standing-link.rules.js';

const ID = '0190f0c0-0000-7000-8000-000000000001';
const token = standingToken(ID, 'a secret');

test('a token is of one standing gift, and fits into an address', () => {
  expect(readStandingToken(token, 'a secret')).toBe(ID);
  expect(token).toMatch(/^[\w-]{22}\.[\w-]{24}$/);
});

test.each<[string, string]>([
  ['', 'a secret'],
  ['.', 'a secret'],
  [token, 'another secret'],
  [`${token}x`, 'a secret'],
  [`${token}.x`, 'a secret'],
  [`B${token.slice(1)}`, 'a secret'],
  [token.slice(0, -1), 'a secret'],
])('%j with %s is none', (text, secret) => {
  expect(readStandingToken(text, secret)).toBeNull();
});
