import { defineRefusals } from '#kernel';

export const { refuse } = defineRefusals({
  'message.not-yours': {
    status: 403,
    log: 'info',
    ru: 'Переписку читают только две стороны, а модератор — если одна из них пожаловалась.',
    en: 'Only the two sides read these messages, and a moderator where one of them was reported.',
  },
  'message.not-found': { status: 404, ru: 'Такого сообщения здесь нет.', en: 'There is no such message here.' },
  'message.not-yet': {
    status: 409,
    log: 'info',
    ru: 'Переписка откроется, когда согласятся обе стороны.',
    en: 'You can write to each other once both sides have said yes.',
  },
  'message.over': {
    status: 409,
    log: 'info',
    ru: 'Встреча завершилась больше 30 дней назад: переписка закрыта.',
    en: 'The match ended more than 30 days ago: the messages are closed.',
  },
  'message.too-often': {
    status: 429,
    log: 'info',
    ru: 'Слишком много сообщений подряд. Напишите через {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}.',
    en: 'Too many messages in a row. Write again in {minutes, plural, one {# minute} other {# minutes}}.',
  },
  'message.own': {
    status: 409,
    log: 'info',
    ru: 'Пожаловаться можно на сообщение другой стороны.',
    en: 'You can report a message of the other side.',
  },
  'message.has-photo': {
    status: 409,
    log: 'info',
    ru: 'У сообщения уже есть фотография.',
    en: 'The message has a photo already.',
  },
});
