import { defineRefusals } from '#kernel';

/** Every "no" about people under age and their guardians that a user can get. */
export const { refuse: refuseGuardian } = defineRefusals({
  'guardian.link-unknown': { status: 404, log: 'debug', ru: 'Такой ссылки нет: её заменили новой или она удалена.', en: 'There is no such link: it was replaced by a new one, or deleted.' },
  'guardian.none': { status: 409, log: 'info', ru: 'Для этой записи согласия взрослого не нужно, или решение уже принято.', en: 'This sign-up needs no consent of an adult, or it was decided.' },
  'guardian.not-now': { status: 409, log: 'info', ru: 'Ответить уже нельзя: место вернули, смену перенесли или она началась.', en: 'It is too late to answer: the place was given back, the shift was moved, or it has begun.' },
  'guardian.no-consent': { status: 409, log: 'info', ru: 'Участнику нет 18, а согласия взрослого ещё нет.', en: 'The volunteer is under 18, and no adult has consented yet.' },
  'minor.too-young': { status: 422, ru: 'На смены записываются с {age} лет.', en: 'People sign up for shifts from the age of {age}.' },
  'minor.adults-only': { status: 422, ru: 'Эта помощь только для тех, кому исполнилось 18.', en: 'This help is for adults only.' },
  'minor.too-long': { status: 422, ru: 'В этом возрасте помогают не дольше {hours} часов в день.', en: 'At this age people help for at most {hours} hours a day.' },
  'minor.at-night': { status: 422, ru: 'До 18 лет помогают только с 6 до 22 часов.', en: 'Under 18 people help between 6 and 22 only.' },
  'minor.alone': { status: 422, ru: 'До 18 лет записываются по одному: согласие даётся на каждого.', en: 'Under 18 each signs up alone: consent is given for each.' },
  'minor.has-begun': { status: 422, ru: 'Смена уже началась: согласие взрослого не успеть получить.', en: 'The shift has begun: there is no time for the consent of an adult.' },
});
