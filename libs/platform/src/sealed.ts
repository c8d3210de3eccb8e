import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 1;
const IV = 12;
const TAG = 16;

const keyOf = (secret: string, purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `lepta ${purpose}`, 32));

/**
 * Encrypts what must be read again (AES-256-GCM): version, nonce, tag, ciphertext. The key is derived from SESSION_SECRET, for one purpose;
 * `owner` is bound in, so that a sealed value moved to another row does not open.
 */
export function seal(plain: string, secret: string, purpose: string, owner: string): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), iv).setAAD(Buffer.from(owner));
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), text]);
}

/** Null when it was sealed with another secret, for another purpose or owner, or was changed. */
export function unseal(sealed: Buffer, secret: string, purpose: string, owner: string): string | null {
  if (sealed[0] !== VERSION || sealed.length < 1 + IV + TAG) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), sealed.subarray(1, 1 + IV), {
    authTagLength: TAG,
  });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(1 + IV, 1 + IV + TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + IV + TAG)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
