import { defineRefusals } from '#kernel';

export const { refuse } = defineRefusals({
  'notification.not-found': { status: 404, ru: 'Такого уведомления нет.', en: 'There is no such notification.' },
  'notification.link-not-valid': {
    status: 404,
    ru: 'Эта ссылка не подходит. Какие письма получать, можно выбрать в личном кабинете.',
    en: 'This link does not work. You can choose in your account which mails to get.',
  },
  'notification.always-sent': {
    status: 422,
    ru: 'Эти письма защищают учётную запись, поэтому приходят всегда.',
    en: 'These mails keep your account safe, so they are always sent.',
  },
  'follow.too-many': {
    status: 409,
    ru: 'Следить можно не больше чем за {most} местами и сферами. Перестаньте следить за чем-нибудь и попробуйте снова.',
    en: 'You can follow {most} places and spheres at most. Stop following one and try again.',
  },
  'mail.not-found': { status: 404, ru: 'Такого письма нет.', en: 'There is no such mail.' },
  'mail.not-failed': {
    status: 409,
    ru: 'Отправить снова можно только письмо, которое не удалось отправить.',
    en: 'Only a mail that could not be delivered can be sent again.',
  },
  'mail.link-gone': {
    status: 409,
    ru: 'Ссылка из этого письма уже стёрта: отправлять нечего. Пусть её запросят заново.',
    en: 'The link of this mail is erased: there is nothing to send. It has to be asked for anew.',
  },
  'mail.no-link': {
    status: 409,
    ru: 'В этом письме нет ссылки, которая ещё действует.',
    en: 'This mail has no link that still works.',
  },
  'mail.sent-by-server': {
    status: 409,
    ru: 'Письма отправляет почтовый сервер: ссылку получит только тот, кому она написана.',
    en: 'A mail server sends the mails: only the reader of this one gets its link.',
  },
  'mail.link-of-staff': {
    status: 403,
    ru: 'Ссылки к учётным записям сотрудников платформы не показываются. Пароль вернёт команда lepta create-admin.',
    en: 'Links to accounts of the platform’s staff are not shown. The command lepta create-admin brings a password back.',
  },
});
