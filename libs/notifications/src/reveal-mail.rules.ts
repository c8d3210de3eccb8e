import type { Mail } from '#platform';
import type { Locale } from './mail-texts.rules.js';

/** Tells a person that an administrator saw the links of a mail to them. */
export function revealedMail(locale: Locale, subject: string, mailId: string): Omit<Mail, 'id' | 'personId'> {
  const subjects: Readonly<Record<Locale, string>> = {
    ru: 'Администратор открыл ссылку из письма к вам',
    en: 'An administrator opened the link of a mail to you',
  };
  const bodies: Readonly<Record<Locale, string>> = {
    ru: `Здравствуйте.\n\nАдминистратор посмотрел ссылку из письма «${subject}», чтобы передать её вам: почтового сервера у площадки нет. Запись об этом хранится в журнале.\n\nЕсли вы об этом не просили, смените пароль и проверьте свои входы.`,
    en: `Hello.\n\nAn administrator looked at the link of the mail “${subject}” to hand it over to you, since this platform has no mail server. The log keeps a record of it.\n\nIf you did not ask for it, change your password and look through your sessions.`,
  };
  return {
    template: 'link-revealed',
    locale,
    subject: subjects[locale],
    body: bodies[locale],
    action: { url: '/account/security', label: locale === 'ru' ? 'Проверить' : 'Look' },
    notice: { subjectType: 'mail', subjectId: mailId, path: '/account/security', ru: subjects.ru, en: subjects.en },
  };
}
