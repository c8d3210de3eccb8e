import { dateFormat } from '#kernel';
import type { Locale } from './actor.rules.js';
import type { WrittenWay } from './erasure-request.rules.js';
import type { MailText } from './identity.mails.js';

const WAYS: Readonly<Record<Locale, Readonly<Record<WrittenWay, string>>>> = {
  ru: { letter: 'письмом', office: 'лично', email: 'по электронной почте' },
  en: { letter: 'by letter', office: 'in person', email: 'by e-mail' },
};

/** The day as it is said in a sentence; it is a day of the calendar, not a moment. */
const said = (locale: Locale, day: string): string =>
  dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(/г\.$/, 'года') // a full stop may follow
    .replaceAll(' ', '\u00a0');

/** To the owner of the account, at once: somebody may have asked in their name. */
export function requestRecordedMail(
  locale: Locale,
  request: { readonly way: WrittenWay; readonly cameOn: string; readonly dueOn: string },
): MailText {
  const [way, came, due] = [WAYS[locale][request.way], said(locale, request.cameOn), said(locale, request.dueOn)];
  return locale === 'ru'
    ? {
        template: 'erasure-request-recorded',
        subject: 'Просьба удалить ваши данные',
        body: `Здравствуйте.\n\n${came} к нам ${way} пришла просьба удалить вашу учётную запись и ваши данные. Мы ответим не позже ${due}. Сначала закончите то, что обещали: пока оно не подтверждено, удалить вас нельзя.\n\nЕсли вы об этом не просили, сразу напишите администратору: удалённое не вернуть.\n`,
      }
    : {
        template: 'erasure-request-recorded',
        subject: 'A request to erase your data',
        body: `Hello.\n\nOn ${came} we were asked ${way} to erase your account and your data. We answer by ${due} at the latest. First finish what you have promised: until it is confirmed, you cannot be erased.\n\nIf you did not ask for this, write to an administrator at once: what is erased does not come back.\n`,
      };
}

export function requestRefusedMail(locale: Locale, reason: string): MailText {
  return locale === 'ru'
    ? {
        template: 'erasure-request-refused',
        subject: 'Ваши данные не удалены',
        body: `Здравствуйте.\n\nВы просили удалить ваши данные. Мы этого не сделали.\n\nПочему: ${reason}\n\nУдалить себя вы можете и сами, на странице «Безопасность». Если вы не согласны, напишите администратору или в Роскомнадзор.\n`,
      }
    : {
        template: 'erasure-request-refused',
        subject: 'Your data was not erased',
        body: `Hello.\n\nYou asked us to erase your data. We have not done so.\n\nWhy: ${reason}\n\nYou can also erase yourself, on the page “Security”. If you do not agree, write to an administrator or to the supervisory authority.\n`,
      };
}

export function requestExtendedMail(locale: Locale, dueOn: string, reason: string): MailText {
  const due = said(locale, dueOn);
  return locale === 'ru'
    ? {
        template: 'erasure-request-extended',
        subject: 'Ответ на вашу просьбу задержится',
        body: `Здравствуйте.\n\nВы просили удалить ваши данные. Ответим не позже ${due}: срок продлён на пять рабочих дней.\n\nПочему: ${reason}\n`,
      }
    : {
        template: 'erasure-request-extended',
        subject: 'The answer to your request takes longer',
        body: `Hello.\n\nYou asked us to erase your data. We answer by ${due} at the latest: that is five working days more.\n\nWhy: ${reason}\n`,
      };
}
