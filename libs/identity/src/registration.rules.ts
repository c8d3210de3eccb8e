import type { FieldError } from '#kernel';

export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 200;
/** How long a confirmation link works. */
export const LINK_DAYS = 3;
/** Mails that one address gets in an hour, however often somebody registers with it. */
export const LINKS_PER_HOUR = 3;

// The passwords that guessers try first, and the rows of the keyboard.
const COMMON = ['password', 'passw0rd', 'qwerty', 'йцукен', 'пароль', '12345678', '87654321', '11111111', '00000000', 'iloveyou', 'letmein', 'admin', 'welcome'];

/** Addresses are compared without case and spaces around. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** What is wrong with a new password: too short, or easy to guess from lists or from the person's own address. */
export function passwordErrors(password: string, email: string, field = 'password'): FieldError[] {
  if ([...password].length < PASSWORD_MIN) return [{ field, code: 'form.too-short', params: { min: PASSWORD_MIN } }];
  if ([...password].length > PASSWORD_MAX) return [{ field, code: 'form.too-long', params: { max: PASSWORD_MAX } }];
  const plain = password.toLowerCase();
  const own = normalEmail(email);
  const sameSign = new Set(plain).size < 3;
  const listed = COMMON.some((word) => plain === word || (plain.startsWith(word) && /^[\d!]*$/.test(plain.slice(word.length))));
  const ownAddress = plain === own || plain === own.split('@')[0];
  return sameSign || listed || ownAddress ? [{ field, code: 'identity.password-too-easy' }] : [];
}
