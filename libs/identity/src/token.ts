import { randomBytes } from 'node:crypto';

/** What a browser keeps as a cookie: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
