import { momentWithZone } from '#kernel';
import {
  accountChangeMail,
  invitationMail,
  maskedAccount,
  vouchAskedMail,
  type AccountChangeStep,
} from './owner-mails.rules.js';

test.each([
  ['40703810900000000001', '•••• 0001'],
  ['123', '•••• 123'],
  ['', '•••• '],
])('the account %p is shown as %p', (number, shown) => {
  expect(maskedAccount(number)).toBe(shown);
});

const told = {
  shortName: 'АНО «Тепло»',
  before: '•••• 0001',
  after: '•••• 0002',
  at: '1 декабря, 10:00',
  reason: 'Номер не из реестра.',
};
const STEPS: AccountChangeStep[] = ['requested', 'approved', 'applied', 'returned', 'cancelled'];

test.each(STEPS)('a change of the account, %s: both accounts by their ends, in both languages', (step) => {
  for (const locale of ['ru', 'en'] as const) {
    const mail = accountChangeMail(step, told, locale);
    expect(mail.template).toBe(`account-change-${step}`);
    for (const said of [told.shortName, told.before, told.after]) expect(mail.body).toContain(said);
    expect(/[а-яё]/i.test(mail.subject)).toBe(locale === 'ru');
  }
});

test.each(STEPS)('the first account, %s: no other one is spoken of', (step) => {
  for (const locale of ['ru', 'en'] as const) {
    const { subject, body } = accountChangeMail(step, { ...told, before: null }, locale);
    expect(body).toContain(told.after);
    expect(subject + body).not.toMatch(/null|[Пп]режн(ий|им)|[Сс]мен(а|у|ить) |change of|old/);
  }
});

test.each<[AccountChangeStep, boolean, boolean, boolean]>([
  ['requested', true, false, false],
  ['approved', true, true, false],
  ['applied', false, false, false],
  ['returned', false, false, true],
  ['cancelled', false, false, false],
])('%s: how to stop it %p, when it takes effect %p, why %p', (step, stop, at, reason) => {
  for (const [locale, cancel] of [
    ['ru', 'отмените это на странице «Банковский счёт»'],
    ['en', 'cancel it on the page “Bank account”'],
  ] as const) {
    const { body } = accountChangeMail(step, told, locale);
    expect([body.includes(cancel), body.includes(told.at), body.includes(told.reason)]).toEqual([stop, at, reason]);
  }
});

test.each([
  ['Asia/Yakutsk', '3 декабря, 04:23 (UTC+9)', '3 December, 04:23 (UTC+9)'],
  ['Europe/Moscow', '2 декабря, 22:23 (UTC+3)', '2 December, 22:23 (UTC+3)'],
])('in %s it takes effect by the clock of that place', (timeZone, ru, en) => {
  const at = new Date('2026-12-02T19:23:00Z');
  expect([momentWithZone('ru', at, timeZone), momentWithZone('en', at, timeZone)]).toEqual([ru, en]);
});

test.each<['owner' | 'coordinator' | 'accountant', string, string]>([
  ['owner', 'стать владельцем карточки', 'become an owner'],
  ['coordinator', 'стать координатором', 'become a coordinator'],
  ['accountant', 'стать бухгалтером', 'become an accountant'],
])('an invitation as %s', (role, ru, en) => {
  const invitation = { shortName: 'АНО «Тепло»', role, days: 7, link: 'https://lepta.example/invitation#token' };
  for (const [locale, said] of [
    ['ru', ru],
    ['en', en],
  ] as const) {
    const { body } = invitationMail(invitation, locale);
    expect(body).toContain(said);
    expect(body.split('\n\n')).toContain(invitation.link); // alone in its paragraph: mail programs and our layout make it a link
  }
});

test.each([
  [1, '1 день', '1 day'],
  [2, '2 дня', '2 days'],
  [7, '7 дней', '7 days'],
  [21, '21 день', '21 days'],
])('an invitation works for %d days', (days, ru, en) => {
  const invitation = { shortName: 'АНО', role: 'owner' as const, days, link: 'https://lepta.example/invitation#token' };
  expect(invitationMail(invitation, 'ru').body.replaceAll('\u00a0', ' ')).toContain(`Ссылка действует ${ru}.`);
  expect(invitationMail(invitation, 'en').body).toContain(`It works for ${en}.`);
});

test('an official is told who waits, and that a no needs a reason', () => {
  expect(vouchAskedMail('Соседи', 'ru').body).toMatch(/^«Соседи».*с причиной\.$/s);
  expect(vouchAskedMail('Соседи', 'en').body).toMatch(/^“Соседи”.*with a reason\.$/s);
});
