import { mayReadMetrics } from './metrics-access.rules.js';

const HOME = 'http://127.0.0.1:3000';

test.each([
  ['this machine', { peer: '127.0.0.1', headers: {} }, { token: null, publicUrl: HOME }, true],
  ['this machine by IPv6', { peer: '::1', headers: {} }, { token: null, publicUrl: 'http://[::1]:3000' }, true],
  [
    'this machine as a mapped address',
    { peer: '::ffff:127.0.0.1', headers: {} },
    { token: null, publicUrl: 'http://localhost:3000' },
    true,
  ],
  ['a neighbour', { peer: '10.0.0.7', headers: {} }, { token: null, publicUrl: HOME }, false],
  [
    'a proxy on this machine that says for whom it asks',
    { peer: '127.0.0.1', headers: { 'x-forwarded-for': '203.0.113.9' } },
    { token: null, publicUrl: HOME },
    false,
  ],
  [
    'a silent proxy on this machine of a public installation',
    { peer: '127.0.0.1', headers: {} },
    { token: null, publicUrl: 'https://lepta.example' },
    false,
  ],
  [
    'a caller with the token',
    { peer: '203.0.113.9', headers: { authorization: 'Bearer 0123456789abcdef' } },
    { token: '0123456789abcdef', publicUrl: 'https://lepta.example' },
    true,
  ],
  [
    'this machine without the token that is asked for',
    { peer: '127.0.0.1', headers: {} },
    { token: '0123456789abcdef', publicUrl: HOME },
    false,
  ],
  [
    'another token of the same length',
    { peer: '127.0.0.1', headers: { authorization: 'Bearer 0123456789abcdeg' } },
    { token: '0123456789abcdef', publicUrl: HOME },
    false,
  ],
  [
    'the beginning of the token',
    { peer: '127.0.0.1', headers: { authorization: 'Bearer 0123' } },
    { token: '0123456789abcdef', publicUrl: HOME },
    false,
  ],
])('metrics for %s', (_, asker, door, allowed) => {
  expect(mayReadMetrics(asker, door)).toBe(allowed);
});
