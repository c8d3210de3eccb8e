import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { isId } from '#kernel';

/** `id.signature`: what the links in mails about one standing gift prove themselves by. The key is made of SESSION_SECRET: a new secret makes old links invalid. */
export function standingToken(standingId: string, secret: string): string {
  const id = Buffer.from(standingId.replaceAll('-', ''), 'hex').toString('base64url');
  return `${id}.${sign(id, secret)}`;
}

/** Which standing gift the token is of; null when it was not made here. */
export function readStandingToken(token: string, secret: string): string | null {
  const [id = '', signature = '', ...more] = token.split('.');
  const [expected, given] = [Buffer.from(sign(id, secret)), Buffer.from(signature)];
  if (more.length > 0 || expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  const standingId = Buffer.from(id, 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isId(standingId) ? standingId : null;
}

function sign(id: string, secret: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'lepta standing gift 1', 32));
  return createHmac('sha256', key).update(id).digest().subarray(0, 18).toString('base64url');
}
