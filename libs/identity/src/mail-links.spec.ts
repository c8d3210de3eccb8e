import { LinkToken } from '#platform';
import {
  confirmNewEmailMail,
  emailChangedMail,
  guessedAtMail,
  newDeviceMail,
  passwordChangedMail,
  resetPasswordMail,
  secondFactorMail,
} from './account.mails.js';
import { alreadyRegisteredMail, confirmEmailMail, type MailText } from './identity.mails.js';
import { roleGivenMail } from './staff.mails.js';

const SITE = 'https://lepta.example';
const token = new LinkToken('a secret of this test', new Date('2026-12-08'));
const signIn = { at: new Date('2026-12-01T15:05:00Z'), timeZone: 'Asia/Yakutsk' };
const role = { role: 'moderator', place: null, reason: 'Решение совета' } as const;
const MAILS: readonly [string, (locale: 'ru' | 'en') => MailText, string][] = [
  ['confirm the address', (locale) => confirmEmailMail(locale, SITE, token), '/confirm-email#'],
  ['registered already', (locale) => alreadyRegisteredMail(locale, SITE), '/sign-in'],
  ['reset the password', (locale) => resetPasswordMail(locale, SITE, token), '/reset-password#'],
  ['password changed', (locale) => passwordChangedMail(locale, SITE), '/forgot-password'],
  ['confirm the new address', (locale) => confirmNewEmailMail(locale, SITE, token), '/confirm-email-change#'],
  ['address changed', (locale) => emailChangedMail(locale, SITE, token), '/undo-email-change#'],
  ['new device', (locale) => newDeviceMail(locale, SITE, null, signIn), '/account/sessions'],
  ['guessed at', (locale) => guessedAtMail(locale, SITE, 'password'), '/forgot-password'],
  ['second factor', (locale) => secondFactorMail(locale, SITE, 'added'), '/account/security'],
  ['role given', (locale) => roleGivenMail(locale, SITE, role, null), '/moderation'],
  ['role that sleeps', (locale) => roleGivenMail(locale, SITE, role, 'no-second-factor'), '/account/security'],
];

test.each(MAILS)('%s: the link leads to the page in the language of the mail', (_, mail, path) => {
  expect(mail('ru').body).toContain(`\n${SITE}${path}`);
  expect(mail('en').body).toContain(`\n${SITE}/en${path}`);
});

test('a sign-in is told at the hour of the region, on the day it is there', () => {
  expect(newDeviceMail('ru', SITE, 'Firefox, Linux', signIn).body).toContain(
    'Firefox, Linux, 2 декабря, 00:05 (UTC+9)',
  );
  expect(newDeviceMail('en', SITE, null, signIn).body).toContain('unknown browser, 2 December, 00:05 (UTC+9)');
});
