import { defineRefusals } from '#kernel';

/** What can be refused about requests to be erased. */
export const { refuse: refuseRequest } = defineRefusals({
  'erasure-request.not-found': { status: 404, ru: 'Такого запроса нет.', en: 'There is no such request.' },
  'erasure-request.waits-already': {
    status: 409,
    ru: 'Запрос этого человека уже ждёт решения.',
    en: 'A request of this person is waiting already.',
  },
  'erasure-request.decided': {
    status: 409,
    ru: 'По этому запросу уже решено.',
    en: 'This request has been decided already.',
  },
  'erasure-request.not-to-extend': {
    status: 409,
    ru: 'Срок продлевают один раз и пока он не прошёл.',
    en: 'An answer is put off once, and before its time is over.',
  },
  'erasure-request.own': {
    status: 409,
    ru: 'О своих данных решаете не здесь: удалите себя на странице «Безопасность».',
    en: 'You do not decide about your own data here: erase yourself on the page “Security”.',
  },
  'erasure-request.administrator': {
    status: 409,
    ru: 'Это администратор. Сначала снимите с него роль в разделе «Люди и роли», потом удаляйте.',
    en: 'This person is an administrator. Take the role away first, in “People and roles”, then erase.',
  },
  'erasure-request.in-the-way': {
    status: 409,
    ru: 'Пока удалить нельзя: у человека есть незавершённое. Страница говорит, что именно.',
    en: 'This cannot be erased yet: the person has something unfinished. The page says what.',
  },
  'erasure-request.not-a-past-day': {
    status: 422,
    ru: 'Напишите день, когда запрос пришёл: сегодня или раньше.',
    en: 'Say the day on which the request came: today or before.',
  },
  'erasure-request.long-ago': {
    status: 422,
    ru: 'Это больше года назад. Проверьте дату.',
    en: 'That is more than a year ago. Check the date.',
  },
  'erasure-request.names-person': {
    status: 422,
    ru: 'Здесь есть имя или адрес человека, а эта запись остаётся в журнале навсегда. Напишите номер и дату письма.',
    en: 'This names the person or their address, and it stays in the log for ever. Write the number and date of the letter.',
  },
});
