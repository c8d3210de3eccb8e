import { newTotpSecret, recoveryCode, recoveryHash, totpOf, totpStep } from './codes.rules.js';
import { deviceLabel } from './device.rules.js';
import { seal, unseal } from '#platform';

// RFC 6238 appendix B: the ASCII secret 12345678901234567890, last six digits.
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082', 1],
  [1_111_111_109, '081804', 37_037_036],
  [2_000_000_000, '279037', 66_666_666],
  [1_111_111_109, '081 804', 37_037_036],
  [59 + 30, '287082', 1],
  [59 + 60, '287082', null],
  [59, '28708', null],
  [59, '000000', null],
  [59, 'abcdef', null],
])('at %d s the code %s is of step %s', (seconds, code, step) => {
  expect(totpStep(RFC, code, new Date(seconds * 1000))).toBe(step);
});

test('an app is told the secret by an address that every app reads', () => {
  expect(totpOf(RFC, 'anna@example.org').toString()).toBe(
    `otpauth://totp/Lepta:anna%40example.org?issuer=Lepta&secret=${RFC}&algorithm=SHA1&digits=6&period=30`,
  );
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
});

test('a recovery code is read however it is typed, for its own person only', () => {
  const code = recoveryCode(new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255]));
  expect(code).toBe('0123-4567-89ab-cdez');
  for (const typed of ['0123 4567 89AB CDEZ', 'O123456789abcdez', 'oI23-4567-89ab-cdez'])
    expect(recoveryHash('p', typed)).toEqual(recoveryHash('p', code));
  expect(recoveryHash('q', code)).not.toEqual(recoveryHash('p', code));
});

test('what is sealed opens for its owner, purpose and secret only, and unchanged only', () => {
  const sealed = seal('GEZDGNBV', 'a'.repeat(32), 'totp', 'anna');
  expect(unseal(sealed, 'a'.repeat(32), 'totp', 'anna')).toBe('GEZDGNBV');
  expect(sealed.toString('latin1')).not.toContain('GEZDGNBV');
  expect(seal('GEZDGNBV', 'a'.repeat(32), 'totp', 'anna')).not.toEqual(sealed);
  expect(unseal(sealed, 'b'.repeat(32), 'totp', 'anna')).toBeNull();
  expect(unseal(sealed, 'a'.repeat(32), 'other', 'anna')).toBeNull();
  expect(unseal(sealed, 'a'.repeat(32), 'totp', 'boris')).toBeNull();
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] as number) ^ 1;
    expect(unseal(changed, 'a'.repeat(32), 'totp', 'anna')).toBeNull();
  }
  expect(unseal(Buffer.alloc(0), 'a'.repeat(32), 'totp', 'anna')).toBeNull();
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox, Windows'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 YaBrowser/25.2 Safari/537.36',
    'Yandex, Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0',
    'Edge, Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari, iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36',
    'Chrome, Android',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
    'Safari, macOS',
  ],
  ['curl/8.5.0', null],
  ['', null],
  [undefined, null],
])('%s is called %s', (agent, label) => {
  expect(deviceLabel(agent)).toBe(label);
});
