import { pageAddress } from '#kernel';
import type { Locale } from './actor.rules.js';
import type { MailText } from './identity.mails.js';
import type { Asleep, StaffRole } from './staff.rules.js';

export interface RoleInWords {
  readonly role: StaffRole;
  /** Name of an official's place, in the language of the mail. */
  readonly place: string | null;
  readonly reason: string;
}

const RU: Readonly<Record<StaffRole, { readonly given: string; readonly what: string }>> = {
  moderator: { given: 'модератора', what: 'Модератор проверяет организации и нужды прежде, чем их увидят все.' },
  administrator: {
    given: 'администратора',
    what: 'Администратор даёт и снимает роли, ведёт каталог и настройки и видит исходящие письма.',
  },
  official: { given: 'представителя власти', what: 'Представитель власти ручается за группы жителей своего места.' },
};
const EN: Readonly<Record<StaffRole, { readonly given: string; readonly what: string }>> = {
  moderator: { given: 'moderator', what: 'A moderator checks organizations and needs before everybody sees them.' },
  administrator: {
    given: 'administrator',
    what: 'An administrator gives and takes roles, keeps the catalogue and the settings, and sees outgoing mail.',
  },
  official: { given: 'official', what: 'An official vouches for groups of residents of their place.' },
};

/** Where the work of a role is done. */
const ROOMS: Readonly<Record<StaffRole, string>> = {
  moderator: '/moderation',
  administrator: '/admin',
  official: '/vouches',
};

/** @param asleep why the role does nothing yet; the mail says what wakes it */
export function roleGivenMail(
  locale: Locale,
  publicUrl: string,
  { role, place, reason }: RoleInWords,
  asleep: Asleep | null,
): MailText {
  const address = pageAddress(publicUrl, locale, asleep === 'no-second-factor' ? '/account/security' : ROOMS[role]);
  if (locale === 'ru') {
    const sleeps = {
      'address-not-confirmed':
        'Роль заработает, когда вы подтвердите адрес почты: ссылка для этого пришла отдельным письмом.',
      'no-second-factor':
        'Роль пока спит. Она заработает, когда вы подключите второй фактор — приложение с кодами или ключ входа — и войдёте с ним:',
    };
    return {
      template: 'role-given',
      subject: 'Вам дали роль',
      body: paragraphs(
        'Здравствуйте.',
        `Вам дали роль ${RU[role].given}${place === null ? '' : `, место: ${place}`}. ${RU[role].what}`,
        `Почему: ${reason}`,
        asleep && sleeps[asleep],
        address,
      ),
    };
  }
  const sleeps = {
    'address-not-confirmed':
      'The role works once you have confirmed your e-mail address: the link for that comes in a mail of its own.',
    'no-second-factor':
      'The role sleeps for now. It works once you have set up a second factor, an authenticator app or a passkey, and signed in with it:',
  };
  return {
    template: 'role-given',
    subject: 'You were given a role',
    body: paragraphs(
      'Hello.',
      `You were given the role of ${EN[role].given}${place === null ? '' : `, place: ${place}`}. ${EN[role].what}`,
      `Why: ${reason}`,
      asleep && sleeps[asleep],
      address,
    ),
  };
}

export function roleTakenMail(locale: Locale, { role, place, reason }: RoleInWords): MailText {
  return locale === 'ru'
    ? {
        template: 'role-taken',
        subject: 'С вас сняли роль',
        body: paragraphs(
          'Здравствуйте.',
          `Роль ${RU[role].given}${place === null ? '' : ` (${place})`} с вас снята, с этой минуты она ничего не даёт. То, что вы решили, остаётся в силе.`,
          `Почему: ${reason}`,
          'Если это ошибка, напишите администратору.',
        ),
      }
    : {
        template: 'role-taken',
        subject: 'A role was taken from you',
        body: paragraphs(
          'Hello.',
          `You no longer have the role of ${EN[role].given}${place === null ? '' : ` (${place})`}: from this minute on it allows nothing. What you have decided stands.`,
          `Why: ${reason}`,
          'If this is a mistake, write to an administrator.',
        ),
      };
}

const paragraphs = (...parts: (string | null)[]): string => `${parts.filter((part) => part !== null).join('\n\n')}\n`;
