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
  /** Masked; null where it is the first. */
  readonly before: string | null;
  /** Masked. */
  readonly after: string;
  /** When it takes effect, in words. */
  readonly at: string;
  readonly reason: string;
}

/** Where money goes when nothing changes, and until something does. */
const whereMoneyGoes = (before: string | null): Readonly<Record<'stays' | 'meanwhile', Record<Locale, string>>> =>
  before
    ? {
        stays: { ru: `Деньги идут на счёт ${before}.`, en: `Money goes to the account ${before}.` },
        meanwhile: { ru: 'деньги идут на прежний счёт', en: 'money goes to the old account' },
      }
    : {
        stays: { ru: 'Счёта у организации по-прежнему нет.', en: 'The organization still has no account.' },
        meanwhile: { ru: 'счёта у организации нет', en: 'the organization has no account' },
      };

export function accountChangeMail(step: AccountChangeStep, told: AccountChangeTold, locale: Locale): OwnerMail {
  const stop: Readonly<Record<Locale, string>> = {
    ru: 'Если вы об этом не знали, отмените это на странице «Банковский счёт» и смените пароль: чужой счёт — первое, что подставляет мошенник.',
    en: 'If you did not know of this, cancel it on the page “Bank account” and change your password: the account is the first thing that a thief changes.',
  };
  const { before } = told;
  const { stays, meanwhile } = whereMoneyGoes(before);
  const texts: Readonly<Record<AccountChangeStep, Texts>> = {
    requested: {
      ru: {
        subject: before ? 'Просят сменить счёт организации' : 'Просят записать счёт организации',
        body: `Для «${told.shortName}» попросили ${before ? `сменить счёт ${before} на` : 'записать первый счёт,'} ${told.after}.\n\nЕго посмотрят два человека, потом пройдут сутки; до этого ${meanwhile.ru}.\n\n${stop.ru}`,
      },
      en: {
        subject: before
          ? 'Somebody asks to change the account of your organization'
          : 'Somebody asks to enter an account of your organization',
        body: `For “${told.shortName}” somebody asked to ${before ? `change the account ${before} to` : 'enter the first account,'} ${told.after}.\n\nTwo people will look at it, then a day passes; until then ${meanwhile.en}.\n\n${stop.en}`,
      },
    },
    approved: {
      ru: {
        subject: before
          ? 'Смена счёта одобрена и вступит в силу через сутки'
          : 'Счёт одобрен и вступит в силу через сутки',
        body: `${before ? `Счёт «${told.shortName}» ${before} сменится на ${told.after}` : `Первым счётом «${told.shortName}» станет ${told.after},`} ${told.at}.\n\n${stop.ru}`,
      },
      en: {
        subject: `The ${before ? 'change of the account' : 'account'} is approved and takes effect in a day`,
        body: `${before ? `The account of “${told.shortName}” ${before} becomes` : `The first account of “${told.shortName}” is`} ${told.after} on ${told.at}.\n\n${stop.en}`,
      },
    },
    applied: {
      ru: {
        subject: before ? 'Счёт организации сменился' : 'У организации появился счёт',
        body: `Деньги для «${told.shortName}» теперь идут на счёт ${told.after}.${before ? ` Прежний: ${before}.` : ''}\n\nЕсли это ошибка, сразу напишите модераторам.`,
      },
      en: {
        subject: before ? 'The account of your organization has changed' : 'Your organization has an account now',
        body: `Money for “${told.shortName}” now goes to the account ${told.after}.${before ? ` The old one: ${before}.` : ''}\n\nIf this is wrong, write to the moderators at once.`,
      },
    },
    returned: {
      ru: {
        subject: before ? 'Счёт организации остался прежним' : 'Счёт организации не одобрили',
        body: `${before ? `Смену счёта «${told.shortName}» на` : `Счёт «${told.shortName}»`} ${told.after} не одобрили. Причина: ${told.reason}\n\n${stays.ru}`,
      },
      en: {
        subject: before
          ? 'The account of your organization stays as it was'
          : 'The account of your organization was not approved',
        body: `The ${before ? `change of the account of “${told.shortName}” to` : `account of “${told.shortName}”`} ${told.after} was not approved. The reason: ${told.reason}\n\n${stays.en}`,
      },
    },
    cancelled: {
      ru: {
        subject: before ? 'Смена счёта отменена' : 'Новый счёт отменён',
        body: `${before ? `Смена счёта «${told.shortName}» на ${told.after} отменена` : `Первый счёт «${told.shortName}», ${told.after}, отменён`}. ${stays.ru}`,
      },
      en: {
        subject: `The ${before ? 'change of the account' : 'request for an account'} is cancelled`,
        body: `The ${before ? `change of the account of “${told.shortName}” to` : `request for an account of “${told.shortName}”,`} ${told.after}${before ? '' : ','} is cancelled. ${stays.en}`,
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
