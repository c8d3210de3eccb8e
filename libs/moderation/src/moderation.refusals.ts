import { defineRefusals } from '#kernel';

export const { refuse } = defineRefusals({
  'review.not-found': { status: 404, ru: 'Такого дела в очереди нет.', en: 'There is no such review.' },
  'review.nothing-similar': {
    status: 409,
    ru: 'Похожей нужды в этом деле не нашли.',
    en: 'No need like this one was found.',
  },
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
  'review.own-decision': {
    status: 403,
    ru: 'Прежнее решение принимали вы: апелляцию решит другой модератор.',
    en: 'The decision before was yours: another moderator will decide the appeal.',
  },
  'appeal.not-found': { status: 404, ru: 'Такого решения нет.', en: 'There is no such decision.' },
  'appeal.not-refused': {
    status: 409,
    ru: 'Обжаловать нечего: отказ уже не действует.',
    en: 'There is nothing to appeal against: the refusal no longer stands.',
  },
  'appeal.too-late': {
    status: 409,
    ru: 'Срок апелляции прошёл. Поправьте и отправьте снова.',
    en: 'The time for an appeal is over. Correct it and submit it again.',
  },
  'appeal.already-made': {
    status: 409,
    ru: 'Это решение уже обжаловано: второй апелляции нет.',
    en: 'This decision has been appealed already: there is no second appeal.',
  },
  'appeal.no-words': {
    status: 422,
    ru: 'Напишите, с чем вы не согласны.',
    en: 'Say what you do not agree with.',
  },
  'review.administrators-only': {
    status: 403,
    ru: 'Дело передано старшему: его решит администратор.',
    en: 'The matter was passed on: an administrator will decide.',
  },
  'review.already-decided': {
    status: 409,
    ru: 'Дело уже закрыто: по нему решили, или его отозвали.',
    en: 'This matter is closed already: it was decided, or taken back.',
  },
  'review.held': {
    status: 409,
    ru: 'Это дело открыл другой модератор. Возьмите его себе, чтобы решить самому.',
    en: 'Another moderator has this matter open. Take it over to decide it yourself.',
  },
  'complaint.not-a-page': { status: 422, ru: 'Это не страница этого сайта.', en: 'This is no page of this site.' },
  'complaint.no-words': {
    status: 422,
    ru: 'Напишите хотя бы несколько слов: без них жалобу не разобрать.',
    en: 'Write at least a few words: without them nobody can look into it.',
  },
  'review.part-elsewhere': {
    status: 422,
    ru: 'Сколько дошло, пишут только там, где решают, что передача была.',
    en: 'How much arrived is said only where it is decided that there was a hand-over.',
  },
  'review.suggestion-elsewhere': {
    status: 422,
    ru: 'Свой текст предлагают, только когда возвращают нужду.',
    en: 'A text is proposed only when a need is returned.',
  },
  'review.reason-needed': {
    status: 422,
    ru: 'Напишите причину: её прочтёт автор.',
    en: 'Write the reason: the author will read it.',
  },
});
