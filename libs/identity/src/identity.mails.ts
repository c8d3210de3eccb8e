import type { LinkToken } from '#platform';
import { LINK_DAYS } from './registration.rules.js';

export interface MailText {
  readonly template: string;
  readonly subject: string;
  readonly body: string;
}

/** The link works for LINK_DAYS. Its token stands behind `#`, so that it reaches no server log. */
export function confirmEmailMail(locale: 'ru' | 'en', publicUrl: string, token: LinkToken): MailText {
  const link = `${publicUrl.replace(/\/$/, '')}/confirm-email#${token}`;
  return locale === 'ru'
    ? {
        template: 'confirm-email',
        subject: 'Подтвердите адрес почты',
        body: `Здравствуйте.\n\nКто-то — надеемся, вы — зарегистрировался с этим адресом. Чтобы подтвердить, что он ваш, откройте ссылку:\n\n${link}\n\nСсылка действует ${LINK_DAYS} дня. Войти по ней сможет только тот, кто её откроет. Если это были не вы, не открывайте её: без подтверждения адрес останется свободным для вас.\n`,
      }
    : {
        template: 'confirm-email',
        subject: 'Confirm your e-mail address',
        body: `Hello.\n\nSomebody, we hope you, registered with this address. To confirm that it is yours, open this link:\n\n${link}\n\nIt works for ${LINK_DAYS} days. Only whoever opens it will be able to sign in. If it was not you, do not open it: unconfirmed, the address stays free for you.\n`,
      };
}

/** To somebody who has an account already: nothing has changed, and whoever tried learns nothing. */
export function alreadyRegisteredMail(locale: 'ru' | 'en', publicUrl: string): MailText {
  const link = `${publicUrl.replace(/\/$/, '')}/sign-in`;
  return locale === 'ru'
    ? {
        template: 'already-registered',
        subject: 'У вас уже есть учётная запись',
        body: `Здравствуйте.\n\nКто-то попробовал зарегистрироваться с вашим адресом. Учётная запись у вас уже есть, в ней ничего не изменилось. Войти можно здесь:\n\n${link}\n\nЕсли это были не вы, ничего делать не нужно.\n`,
      }
    : {
        template: 'already-registered',
        subject: 'You already have an account',
        body: `Hello.\n\nSomebody tried to register with your address. You already have an account and nothing in it has changed. You can sign in here:\n\n${link}\n\nIf it was not you, there is nothing you need to do.\n`,
      };
}
