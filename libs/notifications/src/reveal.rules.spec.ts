import { whyNotRevealed } from './reveal.rules.js';

const reset = { template: 'reset-password', linked: true, delivered: false, ofStaff: false };

test.each([
  ['a forgotten password, where nobody sends mails', reset, null],
  ['where a server sends them', { ...reset, delivered: true }, 'mail.sent-by-server'],
  ['a link that has run out, or none', { ...reset, linked: false }, 'mail.no-link'],
  ['of a moderator, administrator or official', { ...reset, ofStaff: true }, 'mail.link-of-staff'],
  ['a new address of one', { ...reset, template: 'confirm-new-email', ofStaff: true }, 'mail.link-of-staff'],
  ['the way back of one', { ...reset, template: 'email-changed', ofStaff: true }, 'mail.link-of-staff'],
  ['a mail that nobody thought of', { ...reset, template: 'new-kind', ofStaff: true }, 'mail.link-of-staff'],
  [
    'an invitation of one, which only their address can accept',
    { ...reset, template: 'invitation', ofStaff: true },
    null,
  ],
  ['how to reach the other side of a match', { ...reset, template: 'match.accepted-donor' }, 'mail.no-link'],
  ['a need to renew', { ...reset, template: 'need.stale', ofStaff: true }, null],
])('%s', (_name, mail, expected) => {
  expect(whyNotRevealed(mail)).toBe(expected);
});
