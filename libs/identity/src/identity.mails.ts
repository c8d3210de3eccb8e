import { pageAddress } from '#kernel';
import type { LinkToken } from '#platform';
import { LINK_DAYS } from './registration.rules.js';

export interface MailText {
  readonly template: string;
  readonly subject: string;
  readonly body: string;
}

/** What an offer without an account waits for is said in the same mail; what it is nobody reads there: a stranger may have written it. */
const OFFERED = {
  ru: ' По этой же ссылке начнётся подбор для вклада, который отправили вместе с адресом; он ждёт столько же.',
  en: ' The same link starts the matching of what was offered together with the address; it waits as long.',
} as const;

/**
 * The link works for LINK_DAYS. Its token stands behind `#`, so that it reaches no server log.
 * @param offered an offer waits for it
 */
export function confirmEmailMail(locale: 'ru' | 'en', publicUrl: string, token: LinkToken, offered = false): MailText {
  const also = offered ? OFFERED[locale] : '';
  const link = pageAddress(publicUrl, locale, `/confirm-email#${token}`);
  return locale === 'ru'
    ? {
        template: 'confirm-email',
        subject: 'Подтвердите адрес почты',
        body: `Здравствуйте.\n\nКто-то — надеемся, вы — зарегистрировался с этим адресом. Чтобы подтвердить, что он ваш, откройте ссылку:\n\n${link}\n\nСсылка действует ${LINK_DAYS} дня. Войти по ней сможет только тот, кто её откроет.${also} Если это были не вы, не открывайте её: без подтверждения адрес останется свободным для вас.\n`,
      }
    : {
        template: 'confirm-email',
        subject: 'Confirm your e-mail address',
        body: `Hello.\n\nSomebody, we hope you, registered with this address. To confirm that it is yours, open this link:\n\n${link}\n\nIt works for ${LINK_DAYS} days. Only whoever opens it will be able to sign in.${also} If it was not you, do not open it: unconfirmed, the address stays free for you.\n`,
      };
}

/** To a person who has an account already: nothing has changed, and the person who tried learns nothing. An offer that came without signing in is not theirs until they make it. */
export function alreadyRegisteredMail(locale: 'ru' | 'en', publicUrl: string, offered = false): MailText {
  const link = pageAddress(publicUrl, locale, `/sign-in${offered ? '?next=/offer' : ''}`);
  return locale === 'ru'
    ? {
        template: 'already-registered',
        subject: 'У вас уже есть учётная запись',
        body: `Здравствуйте.\n\n${offered ? 'Кто-то отправил вклад с вашим адресом, не входя. Он не записан: войдите и отправьте его сами.' : 'Кто-то попробовал зарегистрироваться с вашим адресом.'} Учётная запись у вас уже есть, в ней ничего не изменилось. Войти можно здесь:\n\n${link}\n\nЕсли это были не вы, ничего делать не нужно.\n`,
      }
    : {
        template: 'already-registered',
        subject: 'You already have an account',
        body: `Hello.\n\n${offered ? 'Somebody sent an offer with your address without signing in. It was not taken: sign in and send it yourself.' : 'Somebody tried to register with your address.'} You already have an account and nothing in it has changed. You can sign in here:\n\n${link}\n\nIf it was not you, there is nothing you need to do.\n`,
      };
}
