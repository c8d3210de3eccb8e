import { IntlMessageFormat } from 'intl-messageformat';

/** Mails to the owners of an organization, and to officials. Plain text; the account is named by its last digits only. */
export interface OwnerMail {
  readonly template: string;
  readonly subject: string;
  readonly body: string;
}

type Locale = 'ru' | 'en';
type Texts = Readonly<Record<Locale, { readonly subject: string; readonly body: string }>>;

export type AccountChangeStep = 'requested' | 'approved' | 'applied' | 'returned' | 'cancelled';

/** The last four characters: enough to recognize one's own account, useless to anybody else. */
export function maskedAccount(number: string): string {
  return `•••• ${number.slice(-4)}`;
}

export interface AccountChangeTold {
  readonly shortName: string;
  /** Masked. */
  readonly before: string;
  readonly after: string;
  /** When it takes effect, in words. */
  readonly at: string;
  readonly reason: string;
}

export function accountChangeMail(step: AccountChangeStep, told: AccountChangeTold, locale: Locale): OwnerMail {
  const stop: Readonly<Record<Locale, string>> = {
    ru: 'Если вы об этом не знали, отмените смену на странице «Банковский счёт» и смените пароль: чужой счёт — первое, что подставляет мошенник.',
    en: 'If you did not know of this, cancel the change on the page “Bank account” and change your password: the account is the first thing that a thief changes.',
  };
  const texts: Readonly<Record<AccountChangeStep, Texts>> = {
    requested: {
      ru: {
        subject: 'Просят сменить счёт организации',
        body: `Для «${told.shortName}» попросили сменить счёт ${told.before} на ${told.after}.\n\nСмену посмотрят два человека, потом пройдут сутки; до этого деньги идут на прежний счёт.\n\n${stop.ru}`,
      },
      en: {
        subject: 'Somebody asks to change the account of your organization',
        body: `For “${told.shortName}” somebody asked to change the account ${told.before} to ${told.after}.\n\nTwo people will look at it, then a day passes; until then money goes to the old account.\n\n${stop.en}`,
      },
    },
    approved: {
      ru: {
        subject: 'Смена счёта одобрена и вступит в силу через сутки',
        body: `Счёт «${told.shortName}» ${told.before} сменится на ${told.after} ${told.at}.\n\n${stop.ru}`,
      },
      en: {
        subject: 'The change of the account is approved and takes effect in a day',
        body: `The account of “${told.shortName}” ${told.before} becomes ${told.after} on ${told.at}.\n\n${stop.en}`,
      },
    },
    applied: {
      ru: {
        subject: 'Счёт организации сменился',
        body: `Деньги для «${told.shortName}» теперь идут на счёт ${told.after}. Прежний: ${told.before}.\n\nЕсли это ошибка, сразу напишите модераторам.`,
      },
      en: {
        subject: 'The account of your organization has changed',
        body: `Money for “${told.shortName}” now goes to the account ${told.after}. The old one: ${told.before}.\n\nIf this is wrong, write to the moderators at once.`,
      },
    },
    returned: {
      ru: {
        subject: 'Счёт организации остался прежним',
        body: `Смену счёта «${told.shortName}» на ${told.after} не одобрили. Причина: ${told.reason}\n\nДеньги идут на счёт ${told.before}.`,
      },
      en: {
        subject: 'The account of your organization stays as it was',
        body: `The change of the account of “${told.shortName}” to ${told.after} was not approved. The reason: ${told.reason}\n\nMoney goes to the account ${told.before}.`,
      },
    },
    cancelled: {
      ru: {
        subject: 'Смена счёта отменена',
        body: `Смена счёта «${told.shortName}» на ${told.after} отменена. Деньги идут на счёт ${told.before}.`,
      },
      en: {
        subject: 'The change of the account is cancelled',
        body: `The change of the account of “${told.shortName}” to ${told.after} is cancelled. Money goes to the account ${told.before}.`,
      },
    },
  };
  return { template: `account-change-${step}`, ...texts[step][locale] };
}

/** To officials: a group of their place waits for their word. */
export function vouchAskedMail(shortName: string, locale: Locale): OwnerMail {
  return locale === 'ru'
    ? {
        template: 'vouch-asked',
        subject: 'Группа жителей ждёт вашего слова',
        body: `«${shortName}» хочет просить о помощи. У неё нет ИНН и счёта, поэтому нужно, чтобы за неё поручился муниципалитет.\n\nПосмотрите карточку и поручитесь или откажите с причиной.`,
      }
    : {
        template: 'vouch-asked',
        subject: 'A residents’ group waits for your word',
        body: `“${shortName}” wants to ask for help. It has neither INN nor account, so its municipality has to vouch for it.\n\nLook at its record and vouch for it, or decline with a reason.`,
      };
}

const DAYS: Readonly<Record<Locale, string>> = {
  ru: '{days, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
  en: '{days, plural, one {# day} other {# days}}',
};

/** The link works for `days`. Its token stands behind `#`, so that it reaches no server log. */
export function invitationMail(
  told: {
    readonly shortName: string;
    readonly role: 'owner' | 'coordinator' | 'accountant';
    readonly days: number;
    readonly link: string;
  },
  locale: Locale,
): OwnerMail {
  const roles: Readonly<Record<typeof told.role, Readonly<Record<Locale, string>>>> = {
    owner: { ru: 'владельцем карточки', en: 'an owner' },
    coordinator: { ru: 'координатором', en: 'a coordinator' },
    accountant: { ru: 'бухгалтером', en: 'an accountant' },
  };
  const role = roles[told.role][locale];
  const days = String(new IntlMessageFormat(DAYS[locale], locale).format({ days: told.days }));
  return locale === 'ru'
    ? {
        template: 'invitation',
        subject: 'Вас зовут в организацию',
        body: `Здравствуйте.\n\n«${told.shortName}» зовёт вас стать ${role}. Чтобы согласиться, откройте ссылку и войдите или зарегистрируйтесь с этим адресом:\n\n${told.link}\n\nСсылка действует ${days}. Если вы не знаете эту организацию, ничего делать не нужно.\n`,
      }
    : {
        template: 'invitation',
        subject: 'You are invited to an organization',
        body: `Hello.\n\n“${told.shortName}” invites you to become ${role}. To agree, open the link and sign in or register with this address:\n\n${told.link}\n\nIt works for ${days}. If you do not know this organization, there is nothing you need to do.\n`,
      };
}
