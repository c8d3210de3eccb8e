import { defineRefusals } from '#kernel';

export const { refuse } = defineRefusals({
  'notification.not-found': { status: 404, ru: 'Такого уведомления нет.', en: 'There is no such notification.' },
  'notification.link-not-valid': { status: 404, ru: 'Эта ссылка не подходит. Какие письма получать, можно выбрать в личном кабинете.', en: 'This link does not work. You can choose in your account which mails to get.' },
  'notification.always-sent': { status: 422, ru: 'Эти письма защищают учётную запись, поэтому приходят всегда.', en: 'These mails keep your account safe, so they are always sent.' },
  'mail.not-found': { status: 404, ru: 'Такого письма нет.', en: 'There is no such mail.' },
  'mail.not-failed': { status: 409, ru: 'Отправить снова можно только письмо, которое не удалось отправить.', en: 'Only a mail that could not be delivered can be sent again.' },
});
