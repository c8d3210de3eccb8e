import { createHash, randomBytes } from 'node:crypto';

/** What stands in a link of a mail: 256 random bits, so its hash needs no salt and no slowness. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
