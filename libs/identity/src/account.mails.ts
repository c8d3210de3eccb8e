import { momentWithZone, pageAddress } from '#kernel';
import type { LinkToken } from '#platform';
import type { Locale } from './actor.rules.js';
import type { MailText } from './identity.mails.js';

export const RESET_MINUTES = 60;
export const EMAIL_CHANGE_HOURS = 24;
export const UNDO_DAYS = 7;

export function resetPasswordMail(locale: Locale, publicUrl: string, token: LinkToken): MailText {
  const address = pageAddress(publicUrl, locale, `/reset-password#${token}`);
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
  const address = pageAddress(publicUrl, locale, '/forgot-password');
  return locale === 'ru'
    ? {
        template: 'password-changed',
        subject: 'Пароль изменён',
        body: `Здравствуйте.\n\nПароль вашей учётной записи изменён, остальные входы и все ключи программ закончены. Если это были не вы, задайте новый пароль:\n\n${address}\n`,
      }
    : {
        template: 'password-changed',
        subject: 'Your password was changed',
        body: `Hello.\n\nThe password of your account was changed; your other sessions and all API keys were ended. If it was not you, set a new password:\n\n${address}\n`,
      };
}

/** To the new address. */
export function confirmNewEmailMail(locale: Locale, publicUrl: string, token: LinkToken): MailText {
  const address = pageAddress(publicUrl, locale, `/confirm-email-change#${token}`);
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
export function emailChangedMail(locale: Locale, publicUrl: string, token: LinkToken): MailText {
  const address = pageAddress(publicUrl, locale, `/undo-email-change#${token}`);
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

/** @param device family of browser and system, "Firefox, Windows"; null where it is not known  @param at said in the time of the region */
export function newDeviceMail(
  locale: Locale,
  publicUrl: string,
  device: string | null,
  { at, timeZone }: { readonly at: Date; readonly timeZone: string },
): MailText {
  const address = pageAddress(publicUrl, locale, '/account/sessions');
  const when = momentWithZone(locale, at, timeZone);
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

/** @param what they tried; for a code they knew the password */
export function guessedAtMail(locale: Locale, publicUrl: string, what: 'password' | 'code'): MailText {
  const address = pageAddress(publicUrl, locale, '/forgot-password');
  if (locale === 'ru') {
    const knows =
      'Кто-то знает ваш пароль и перебирает коды второго шага. Войти он не смог, и больше попыток с незнакомых устройств мы пока не принимаем.\n\nСмените пароль сейчас, а если он стоит у вас ещё где-то — и там:';
    const tries =
      'Кто-то перебирает пароли к вашей учётной записи. Войти он не смог, и больше попыток с незнакомых устройств мы пока не принимаем.\n\nС устройства, с которого вы уже входили, всё работает как прежде. С нового подождите час или задайте новый пароль — с ним войдёте сразу. Если ваш пароль короткий или стоит у вас ещё где-то, смените его, и подключите второй шаг входа в настройках:';
    return {
      template: `guessed-${what}`,
      subject: what === 'code' ? 'Кто-то знает ваш пароль' : 'К вашей учётной записи подбирают пароль',
      body: `Здравствуйте.\n\n${what === 'code' ? knows : tries}\n\n${address}\n\nТакое письмо приходит не чаще раза в день.\n`,
    };
  }
  const knows =
    'Somebody knows your password and tries codes of the second step. They did not get in, and for now we take no more attempts from devices that we do not know.\n\nChange your password now, and wherever else you use it:';
  const tries =
    'Somebody tries passwords for your account. They did not get in, and for now we take no more attempts from devices that we do not know.\n\nOn a device from which you have signed in before everything works as ever. On a new one wait an hour, or set a new password: with it you can sign in at once. If your password is short, or you use it elsewhere too, change it, and add a second step in the settings:';
  return {
    template: `guessed-${what}`,
    subject: what === 'code' ? 'Somebody knows your password' : 'Somebody is guessing your password',
    body: `Hello.\n\n${what === 'code' ? knows : tries}\n\n${address}\n\nThis mail comes once a day at most.\n`,
  };
}

/** @param what changed about the second factors */
export function secondFactorMail(locale: Locale, publicUrl: string, what: 'added' | 'removed'): MailText {
  const address = pageAddress(publicUrl, locale, '/account/security');
  const ru = what === 'added' ? 'подключён' : 'отключён';
  return locale === 'ru'
    ? {
        template: `second-factor-${what}`,
        subject: `Второй фактор ${ru}`,
        body: `Здравствуйте.\n\nК вашей учётной записи ${what === 'added' ? 'подключён второй фактор: приложение с кодами или ключ входа' : 'больше не подключён один из вторых факторов'}. Если это были не вы, смените пароль и проверьте входы:\n\n${address}\n`,
      }
    : {
        template: `second-factor-${what}`,
        subject: `A second factor was ${what}`,
        body: `Hello.\n\nA second factor (authenticator app or passkey) was ${what === 'added' ? 'added to' : 'removed from'} your account. If it was not you, change your password and look through your sessions:\n\n${address}\n`,
      };
}
