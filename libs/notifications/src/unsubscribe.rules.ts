import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { isId } from '#kernel';
import type { MailKind } from '#platform';
import { canBeOff, isMailKind } from './kinds.rules.js';

/** What a link in a mail may do: end (or begin again) mails of one kind to one person. Nothing else, so it never grows old. */
export interface Unsubscription {
  readonly personId: string;
  readonly kind: MailKind;
}

/** `id.kind.signature`, fit for an address. The key is made of SESSION_SECRET: a new secret makes old links invalid. */
export function unsubscribeToken({ personId, kind }: Unsubscription, secret: string): string {
  const said = `${Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url')}.${kind}`;
  return `${said}.${sign(said, secret)}`;
}

/** What the token says; null when it was not made here, or is of a kind that cannot be refused. */
export function readUnsubscribeToken(token: string, secret: string): Unsubscription | null {
  const [id = '', kind = '', signature = '', ...more] = token.split('.');
  const [expected, given] = [Buffer.from(sign(`${id}.${kind}`, secret)), Buffer.from(signature)];
  if (more.length > 0 || expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  const hex = Buffer.from(id, 'base64url').toString('hex');
  const personId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isId(personId) && isMailKind(kind) && canBeOff(kind) ? { personId, kind } : null;
}

function sign(said: string, secret: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'lepta unsubscribe 1', 32));
  return createHmac('sha256', key).update(said).digest().subarray(0, 18).toString('base64url');
}
