import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

export const ISSUER = 'Lepta';
const PERIOD_S = 30;
/** A code of the step before or after is taken too: clocks of phones are not ours. */
const WINDOW = 1;

/** RFC 6238 with what every authenticator app knows: SHA-1, 6 digits, 30 seconds. `secret` is base32. */
export function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret: Secret.fromBase32(secret),
  });
}

/** 160 random bits, as RFC 4226 asks for. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The time step to which a code belongs; null when it fits none that counts now. */
export function totpStep(secret: string, code: string, at: Date): number | null {
  const delta = totpOf(secret).validate({ token: code.replace(/\s/g, ''), timestamp: at.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / PERIOD_S) + delta;
}

export const RECOVERY_CODES = 10;

// Crockford's digits: nothing that could be read as something else.
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/** 80 bits as four groups of four. `random` are 16 bytes, of which each gives one digit. */
export function recoveryCode(random: Uint8Array): string {
  const digits = [...random.subarray(0, 16)].map((byte) => DIGITS[byte & 31]).join('');
  return digits.replace(/(.{4})(?=.)/g, '$1-');
}

/** What is kept of a recovery code. Case, hyphens and spaces do not matter, nor do letters that look like digits. */
export function recoveryHash(personId: string, code: string): Buffer {
  const plain = code.toLowerCase().replace(/[\s-]/g, '').replace(/[il]/g, '1').replace(/o/g, '0');
  return createHash('sha256').update(`recovery ${personId} ${plain}`).digest();
}
