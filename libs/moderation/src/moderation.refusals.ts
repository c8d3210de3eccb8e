import { defineRefusals } from '#kernel';

export const { refuse } = defineRefusals({
  'review.not-found': { status: 404, ru: 'Такого дела в очереди нет.', en: 'There is no such review.' },
  'review.moderators-only': {
    status: 403,
    ru: 'Очередь видят и решают модераторы.',
    en: 'Only moderators see and decide reviews.',
  },
  'review.own-matter': {
    status: 403,
    log: 'warn',
    ru: 'Это дело касается вас или вашей организации: его решит другой модератор.',
    en: 'This matter concerns you or your organization: another moderator will decide.',
  },
  'review.administrators-only': {
    status: 403,
    ru: 'Дело передано старшему: его решит администратор.',
    en: 'The matter was passed on: an administrator will decide.',
  },
  'review.already-decided': {
    status: 409,
    ru: 'По этому делу решение уже принято.',
    en: 'This matter has already been decided.',
  },
  'complaint.not-a-page': { status: 422, ru: 'Это не страница этого сайта.', en: 'This is no page of this site.' },
  'complaint.no-words': { status: 422, ru: 'Расскажите, что видели.', en: 'Say what you saw.' },
  'review.reason-needed': {
    status: 422,
    ru: 'Напишите причину: её прочтёт автор.',
    en: 'Write the reason: the author will read it.',
  },
});
