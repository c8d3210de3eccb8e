import { createHash, timingSafeEqual } from 'node:crypto';

/** No 0 and O, no 1, I and L, no 2 and Z, no 5 and S, no 8 and B, no U and V: what is read aloud in a noisy hall is typed as it was meant. */
const SYMBOLS = '34679ACDEFGHJKMNPQRTWXY';
const LENGTH = 6;

/** Random bytes that a new code takes. */
export const CODE_BYTES = 32;

/** A code of six symbols, each as likely as the others. @param bytes random, `CODE_BYTES` of them */
export function codeFrom(bytes: Uint8Array): string {
  const even = [...bytes].filter((byte) => byte < 256 - (256 % SYMBOLS.length));
  const code = even
    .slice(0, LENGTH)
    .map((byte) => SYMBOLS[byte % SYMBOLS.length])
    .join('');
  return code.length === LENGTH ? code : codeFrom(createHash('sha256').update(bytes).digest());
}

/** As people type it: any case, with spaces or dashes. */
export function plainCode(typed: string): string {
  return typed.slice(0, 40).toUpperCase().replace(/[\s-]/g, '');
}

/** Whether what was typed is the code. The time that it takes tells nothing of how much of it is right. */
export function isCode(typed: string, code: string): boolean {
  const hashed = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hashed(plainCode(typed)), hashed(code));
}
