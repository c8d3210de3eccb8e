import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { FieldError } from '#kernel';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;
/** On the scale of zxcvbn, 0 to 4: 2 withstands 10^6 guesses and more, which is what a sign-in with limits lets nobody make. */
const PASSWORD_SCORE = 2;
/** Characters that are judged: the time that judging takes grows with them, and as many good ones are enough. */
const JUDGED = 64;
/** How long a confirmation link works. */
export const LINK_DAYS = 3;
/** Mails that one address gets in an hour, however often somebody registers with it. */
export const LINKS_PER_HOUR = 3;

// The passwords that guessers try first, and the rows of the keyboard.
const COMMON = ['password', 'passw0rd', 'qwerty', 'йцукен', 'пароль', '12345678', '87654321', '11111111', '00000000', 'iloveyou', 'letmein', 'admin', 'welcome'];
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', '1qaz2wsx3edc', 'й1ц2у3к4'];
const WORDS = ['lepta', 'лепта', 'любовь', 'привет', 'солнышко', 'наташа', 'администратор', 'monkey', 'dragon', 'sunshine', 'princess', 'football', 'master'];

const zxcvbn = new ZxcvbnFactory({ dictionary: { known: [...COMMON, ...ROWS, ...WORDS] } });

/** Addresses are compared without case and spaces around. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** What is wrong with a new password: too short, or easy to guess from lists, patterns or the person's own address. */
export function passwordErrors(password: string, email: string, field = 'password'): FieldError[] {
  if ([...password].length < PASSWORD_MIN) return [{ field, code: 'form.too-short', params: { min: PASSWORD_MIN } }];
  if ([...password].length > PASSWORD_MAX) return [{ field, code: 'form.too-long', params: { max: PASSWORD_MAX } }];
  const plain = password.toLowerCase();
  const own = [normalEmail(email), ...normalEmail(email).split('@')];
  const listed = COMMON.some((word) => plain.startsWith(word) && /^[\d!]*$/.test(plain.slice(word.length)));
  const weak = listed || own.includes(plain) || zxcvbn.check(plain.slice(0, JUDGED), own).score < PASSWORD_SCORE;
  return weak ? [{ field, code: 'identity.password-too-easy' }] : [];
}
