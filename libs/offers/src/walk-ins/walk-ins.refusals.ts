import { defineRefusals } from '#kernel';

/** Every "no" about people who came by that a user can get. */
export const { refuse } = defineRefusals({
  'walk-in.not-found': {
    status: 404,
    log: 'debug',
    ru: 'Такого человека в списке организации нет.',
    en: 'There is no such person in the list of the organization.',
  },
  'walk-in.not-yours': {
    status: 403,
    log: 'info',
    ru: 'Вносить пришедших и видеть их может только владелец или координатор организации.',
    en: 'Only an owner or coordinator of the organization enters and sees people who came by.',
  },
  'walk-in.organization-not-verified': {
    status: 409,
    log: 'info',
    ru: 'Вклады от имени пришедших вносит только проверенная организация.',
    en: 'Only a verified organization enters offers of people who came by.',
  },
  'walk-in.too-many': {
    status: 409,
    log: 'info',
    ru: 'В списке уже {max} человек. Удалите тех, кто больше не даёт.',
    en: 'The list already has {max} people. Erase those who no longer give.',
  },
  'walk-in.matches-under-way': {
    status: 409,
    log: 'info',
    ru: '{count, plural, one {# передача ещё не подтверждена} few {# передачи ещё не подтверждены} many {# передач ещё не подтверждены} other {# передачи ещё не подтверждены}}. Доведите или отмените их.',
    en: '{count, plural, one {# hand-over is} other {# hand-overs are}} not confirmed yet. Finish or cancel them first.',
  },
  'walk-in.erasure-raced': {
    status: 409,
    log: 'info',
    ru: 'Пока мы удаляли, появился новый вклад. Попробуйте ещё раз.',
    en: 'A new offer came while we were erasing. Try again.',
  },
  // fields
  'walk-in.consent-in-future': {
    status: 422,
    ru: 'Согласие не может быть дано завтра.',
    en: 'A consent cannot have been given tomorrow.',
  },
  'walk-in.consent-long-ago': {
    status: 422,
    ru: 'Согласию больше года: спросите ещё раз.',
    en: 'The consent is more than a year old: ask again.',
  },
});
