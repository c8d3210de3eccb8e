import { defineRefusals } from '#kernel';

/** Every "no" about a standing offer that a user can get, beside those that all offers share. */
export const { refuse } = defineRefusals({
  'standing.not-found': {
    status: 404,
    ru: 'Такого регулярного вклада у вас нет.',
    en: 'You have no such standing offer.',
  },
  'standing.not-yours': {
    status: 403,
    ru: 'Изменить этот регулярный вклад может только тот, кто даёт.',
    en: 'Only the one who gives can change this standing offer.',
  },
  'standing.too-many': {
    status: 409,
    ru: 'У вас уже {limit, plural, one {# регулярный вклад} few {# регулярных вклада} many {# регулярных вкладов} other {# регулярных вклада}}. Завершите те, что больше не нужны.',
    en: 'You already have {limit, plural, one {# standing offer} other {# standing offers}}. End those that you no longer want.',
  },
  'standing.stale': {
    status: 412,
    ru: 'Пока вы писали, регулярный вклад изменили. Обновите страницу и внесите правку ещё раз.',
    en: 'The standing offer was changed while you were writing. Reload the page and make your edit again.',
  },
  'standing.ended': {
    status: 409,
    ru: 'Этот регулярный вклад завершён. Новое можно сделать в любой день.',
    en: 'This standing offer has ended. You can make a new one on any day.',
  },
  // fields
  'standing.gift-of-money': {
    status: 422,
    ru: 'Сам решать подбор может только о деньгах.',
    en: 'The engine decides by itself about money only.',
  },
  'standing.gift-needs-purpose': {
    status: 422,
    ru: 'Назовите, куда давать: нужду, организацию, сферу или место.',
    en: 'Say where to give: a need, an organization, a sphere or a place.',
  },
  'standing.gift-of-person': {
    status: 422,
    ru: 'Так даёт человек от своего имени. Организация даёт обычным регулярным вкладом.',
    en: 'A person gives so in their own name. An organization makes an ordinary standing offer.',
  },
  'standing.not-a-day': {
    status: 422,
    ru: 'Это не дата. Пример: 2026-12-05.',
    en: 'This is not a day. Example: 2026-12-05.',
  },
  'standing.first-in-past': {
    status: 422,
    ru: 'Первая дата — сегодня или позже.',
    en: 'The first date is today or later.',
  },
  'standing.first-too-far': {
    status: 422,
    ru: 'Первая дата — не позже чем через год.',
    en: 'The first date is within a year.',
  },
  'standing.last-before-first': {
    status: 422,
    ru: 'Последний день не может быть раньше первой даты.',
    en: 'The last day cannot be before the first date.',
  },
  'standing.two-ends': {
    status: 422,
    ru: 'Назовите либо последний день, либо число раз.',
    en: 'Name either the last day or the number of times.',
  },
  'standing.date-taken': {
    status: 422,
    ru: 'Эта дата уже прошла свою очередь. Выберите более поздний день.',
    en: 'That date has had its turn. Choose a later day.',
  },
  'standing.no-date-left': {
    status: 422,
    ru: 'Так не остаётся ни одной даты. Чтобы прекратить, завершите регулярный вклад.',
    en: 'No date would be left. To stop, end the standing offer.',
  },
});
