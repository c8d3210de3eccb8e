import { guessedWords } from './guessed-words.js';
import { normalEmail, passwordErrors } from './registration.rules.js';
import { networkOf } from './limit-keys.js';

const anna = { email: 'anna.petrova@example.org', name: 'Анна' };

test.each([
  ['сливовый пирог 7', undefined],
  ['correct horse', undefined],
  ['qwertyuiop-и-ещё', undefined],
  ['мой пароль 22', undefined],
  ['J3k_9dkWq0-sLp2x', undefined],
  ['123456789', 'form.too-short'],
  ['сливовый1', 'form.too-short'],
  ['🙂🙂🙂🙂🙂🙂🙂🙂🙂', 'form.too-short'],
  ['x'.repeat(99) + 'yz'.repeat(51), 'form.too-long'],
  ['password', 'form.too-short'],
  ['password12', 'identity.password-too-easy'],
  ['P@ssw0rd1234', 'identity.password-too-easy'],
  ['qwertyuiop', 'identity.password-too-easy'],
  ['abcdefghijkl', 'identity.password-too-easy'],
  ['йцукенгшщзхъ', 'identity.password-too-easy'],
  ['лепталептаlepta', 'identity.password-too-easy'],
  ['Пароль2026!', 'identity.password-too-easy'],
  ['12345678901', 'identity.password-too-easy'],
  ['ababababab', 'identity.password-too-easy'],
  ['Anna.Petrova@example.org', 'identity.password-too-easy'],
  ['anna.petrova', 'identity.password-too-easy'],
])('password %s: %s', async (password, code) => {
  expect(passwordErrors(password, anna, await guessedWords()).map((error) => error.code)).toEqual(code ? [code] : []);
});

test('a password of the greatest length is judged in a moment, whatever it is made of', async () => {
  const words = await guessedWords();
  for (const text of ['p@ssw0rd'.repeat(25), 'йцукен1'.repeat(28), 'ab'.repeat(100), '4@3e1!0$'.repeat(25)]) {
    const began = process.cpuUsage();
    passwordErrors(text.slice(0, 200), anna, words);
    expect(process.cpuUsage(began).user).toBeLessThan(500_000);
  }
});

test('an address has one spelling', () => {
  expect(normalEmail('  Anna@Example.ORG ')).toBe('anna@example.org');
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
