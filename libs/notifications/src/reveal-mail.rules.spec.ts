import { revealedMail } from './reveal-mail.rules.js';

const id = '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10';
test.each<['ru' | 'en', string, string, string]>([
  ['ru', 'Администратор открыл ссылку из письма к вам', '«Новый пароль»', 'Проверить'],
  ['en', 'An administrator opened the link of a mail to you', '“Новый пароль”', 'Look'],
])('in %s the person learns of which mail, and where to look', (locale, subject, named, label) => {
  const mail = revealedMail(locale, 'Новый пароль', id);
  expect(mail).toMatchObject({
    template: 'link-revealed',
    locale,
    subject,
    action: { url: '/account/security', label },
  });
  expect(mail.body).toContain(named);
});

test('the list inside the application has it in both languages, whatever the mail speaks', () => {
  expect(revealedMail('ru', 'x', id).notice).toEqual(revealedMail('en', 'x', id).notice);
  expect(revealedMail('ru', 'x', id).notice).toMatchObject({
    subjectType: 'mail',
    subjectId: id,
    path: '/account/security',
    ru: expect.stringMatching(/[а-я]/),
    en: expect.stringMatching(/^[A-Za-z ]+$/),
  });
});
