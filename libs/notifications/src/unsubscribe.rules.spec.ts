import { KIND_NAMES } from './kinds.rules.js';
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe.rules.js';

const secret = 'a secret of thirty-two characters';
const personId = '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10';

test('a link ends what it was made for, for each kind that can be refused', () => {
  for (const kind of KIND_NAMES.filter((name) => name !== 'security')) {
    const token = unsubscribeToken({ personId, kind }, secret);
    expect(token).toMatch(/^[\w-]+\.[a-z]+\.[\w-]+$/); // fit for an address as it is
    expect(readUnsubscribeToken(token, secret)).toEqual({ personId, kind });
  }
});

const token = unsubscribeToken({ personId, kind: 'match' }, secret);
const [id, kind, signature] = token.split('.') as [string, string, string];
const other = unsubscribeToken({ personId: '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a11', kind: 'match' }, secret).split(
  '.',
) as [string, string, string];
test.each<[string, string]>([
  ['nothing', ''],
  ['dots alone', '..'],
  ['no signature', `${id}.${kind}.`],
  ['a part of the signature', `${id}.${kind}.${signature.slice(1)}`],
  ['another kind', `${id}.lapse.${signature}`],
  ['another person', `${other[0]}.${kind}.${signature}`],
  ['the signature of another', `${id}.${kind}.${other[2]}`],
  ['more behind it', `${token}.more`],
  ['capitals', token.toUpperCase()],
  ['letters that take more bytes', `${id}.${kind}.${'ё'.repeat(signature.length)}`],
])('%s ends nothing', (_, text) => {
  expect(readUnsubscribeToken(text, secret)).toBeNull();
});

test('a new secret makes old links invalid', () => {
  expect(readUnsubscribeToken(token, `${secret}!`)).toBeNull();
});

test('a true signature does not refuse what cannot be refused, nor what is no kind or no id', () => {
  expect(readUnsubscribeToken(unsubscribeToken({ personId, kind: 'security' }, secret), secret)).toBeNull();
  expect(readUnsubscribeToken(unsubscribeToken({ personId, kind: 'toString' as 'match' }, secret), secret)).toBeNull();
  expect(readUnsubscribeToken(unsubscribeToken({ personId: 'abc', kind: 'match' }, secret), secret)).toBeNull();
});
