import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { FieldError } from '#kernel';
import { guessesLog10, ownWords, type GuessedWords } from './guesses.rules.js';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;
/** Ten million guesses by what people choose: a guesser who is let try a hundred a day would need centuries. */
const GUESSES_LOG10_MIN = 7;
/** On the scale of zxcvbn, 0 to 4, which sees other patterns; 2 withstands 10^6 guesses and more. */
const PASSWORD_SCORE = 2;
/** Characters that zxcvbn judges: the time that judging takes grows with them, and as many good ones are enough. */
const JUDGED = 32;
/** How long a confirmation link works. */
export const LINK_DAYS = 3;
/** Mails that one address gets in an hour, however often a person registers with it. */
export const LINKS_PER_HOUR = 3;
/** What this is called. */
const HERE = ['lepta', 'лепта'];

const zxcvbn = new ZxcvbnFactory();

/** Who chooses a password, and where: what a guesser would try first. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
  /** Address of this installation. */
  readonly publicUrl?: string;
}

/** Addresses are compared without case and spaces around. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** What is wrong with a new password: too short, or easy to guess by lists, patterns or what is known of its owner. */
export function passwordErrors(
  password: string,
  owner: PasswordOwner,
  words: GuessedWords,
  field = 'password',
): FieldError[] {
  if ([...password].length < PASSWORD_MIN) return [{ field, code: 'form.too-short', params: { min: PASSWORD_MIN } }];
  if ([...password].length > PASSWORD_MAX) return [{ field, code: 'form.too-long', params: { max: PASSWORD_MAX } }];
  const email = normalEmail(owner.email);
  const known = [
    email,
    ...email.split('@'),
    owner.name,
    ...HERE,
    owner.publicUrl ? new URL(owner.publicUrl).hostname : '',
  ];
  const weak =
    guessesLog10(password, words, ownWords(known)) < GUESSES_LOG10_MIN ||
    zxcvbn.check(password.toLowerCase().slice(0, JUDGED), known).score < PASSWORD_SCORE;
  return weak ? [{ field, code: 'identity.password-too-easy' }] : [];
}
