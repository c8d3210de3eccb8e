import type { Locale } from './actor.rules.js';
import type { MailText } from './identity.mails.js';

export const RESET_MINUTES = 60;
export const EMAIL_CHANGE_HOURS = 24;
export const UNDO_DAYS = 7;

/** Tokens stand behind `#`, so that they reach no server log. */
const link = (publicUrl: string, path: string, token?: string) => `${publicUrl.replace(/\/$/, '')}/${path}${token === undefined ? '' : `#${token}`}`;

export function resetPasswordMail(locale: Locale, publicUrl: string, token: string): MailText {
  const address = link(publicUrl, 'reset-password', token);
  return locale === 'ru'
    ? {
        template: 'reset-password',
        subject: 'Новый пароль',
        body: `Здравствуйте.\n\nКто-то — надеемся, вы — попросил новый пароль для вашей учётной записи. Задать его можно по ссылке:\n\n${address}\n\nОна действует час и один раз. Когда пароль сменится, все входы и ключи программ закончатся. Если это были не вы, ничего не делайте: пароль останется прежним.\n`,
      }
    : {
        template: 'reset-password',
        subject: 'A new password',
        body: `Hello.\n\nSomebody, we hope you, asked for a new password for your account. You can set it here:\n\n${address}\n\nThe link works for an hour and once. When the password changes, every session and API key ends. If it was not you, do nothing: the password stays as it is.\n`,
      };
}

export function passwordChangedMail(locale: Locale, publicUrl: string): MailText {
  const address = link(publicUrl, 'forgot-password');
  return locale === 'ru'
    ? { template: 'password-changed', subject: 'Пароль изменён', body: `Здравствуйте.\n\nПароль вашей учётной записи изменён, остальные входы закончены. Если это были не вы, задайте новый пароль:\n\n${address}\n` }
    : { template: 'password-changed', subject: 'Your password was changed', body: `Hello.\n\nThe password of your account was changed and your other sessions were ended. If it was not you, set a new password:\n\n${address}\n` };
}

/** To the new address. */
export function confirmNewEmailMail(locale: Locale, publicUrl: string, token: string): MailText {
  const address = link(publicUrl, 'confirm-email-change', token);
  return locale === 'ru'
    ? {
        template: 'confirm-new-email',
        subject: 'Подтвердите новый адрес',
        body: `Здравствуйте.\n\nВы попросили сменить адрес почты на этот. Чтобы он стал вашим, откройте ссылку:\n\n${address}\n\nОна действует сутки. Если вы этого не просили, не открывайте её.\n`,
      }
    : {
        template: 'confirm-new-email',
        subject: 'Confirm your new address',
        body: `Hello.\n\nYou asked to change your e-mail address to this one. To make it yours, open this link:\n\n${address}\n\nIt works for a day. If you did not ask for it, do not open it.\n`,
      };
}

/** To the old address, with the way back. */
export function emailChangedMail(locale: Locale, publicUrl: string, token: string): MailText {
  const address = link(publicUrl, 'undo-email-change', token);
  return locale === 'ru'
    ? {
        template: 'email-changed',
        subject: 'Адрес почты изменён',
        body: `Здравствуйте.\n\nАдрес вашей учётной записи изменён: письма теперь приходят на другой адрес. Если это были не вы, верните прежний:\n\n${address}\n\nСсылка действует ${UNDO_DAYS} дней. По ней закончатся все входы, и мы пришлём письмо, чтобы задать новый пароль.\n`,
      }
    : {
        template: 'email-changed',
        subject: 'Your e-mail address was changed',
        body: `Hello.\n\nThe address of your account was changed: mail goes to another address now. If it was not you, take the old one back:\n\n${address}\n\nThe link works for ${UNDO_DAYS} days. It ends every session, and we send you a mail to set a new password.\n`,
      };
}

/** @param device family of browser and system, "Firefox, Windows"; null where it is not known */
export function newDeviceMail(locale: Locale, publicUrl: string, device: string | null, at: Date): MailText {
  const address = link(publicUrl, 'account/sessions');
  const when = `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return locale === 'ru'
    ? {
        template: 'new-device',
        subject: 'Вход с нового устройства',
        body: `Здравствуйте.\n\nВ вашу учётную запись вошли с устройства, которого мы ещё не видели: ${device ?? 'браузер неизвестен'}, ${when}.\n\nЕсли это вы, ничего делать не нужно. Если нет, закончите этот вход и смените пароль:\n\n${address}\n`,
      }
    : {
        template: 'new-device',
        subject: 'Sign-in from a new device',
        body: `Hello.\n\nSomebody signed in to your account from a device that we have not seen before: ${device ?? 'unknown browser'}, ${when}.\n\nIf it was you, there is nothing to do. If not, end that session and change your password:\n\n${address}\n`,
      };
}

/** @param what changed about the second factors */
export function secondFactorMail(locale: Locale, publicUrl: string, what: 'added' | 'removed'): MailText {
  const address = link(publicUrl, 'account/security');
  const ru = what === 'added' ? 'подключён' : 'отключён';
  return locale === 'ru'
    ? { template: `second-factor-${what}`, subject: `Второй фактор ${ru}`, body: `Здравствуйте.\n\nК вашей учётной записи ${what === 'added' ? 'подключён второй фактор: приложение с кодами или ключ входа' : 'больше не подключён один из вторых факторов'}. Если это были не вы, смените пароль и проверьте входы:\n\n${address}\n` }
    : { template: `second-factor-${what}`, subject: `A second factor was ${what}`, body: `Hello.\n\nA second factor (authenticator app or passkey) was ${what === 'added' ? 'added to' : 'removed from'} your account. If it was not you, change your password and look through your sessions:\n\n${address}\n` };
}
