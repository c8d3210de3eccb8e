import { defineRefusals } from '#kernel';
import { BOOKING_LIMITS } from './booking.rules.js';

/** Every "no" about shared things and their bookings that a user can get. */
export const { refuse } = defineRefusals({
  'resource.not-found': { status: 404, log: 'debug', ru: 'Такого ресурса нет.', en: 'There is no such resource.' },
  'resource.not-yours': {
    status: 403,
    log: 'info',
    ru: 'Это делают владелец и координаторы организации.',
    en: 'Owner and coordinators of the organization do this.',
  },
  'resource.not-verified': {
    status: 409,
    log: 'info',
    ru: 'Делиться могут только проверенные организации.',
    en: 'Only a verified organization shares.',
  },
  'resource.stale': {
    status: 412,
    log: 'info',
    ru: 'Пока вы писали, это изменили. Обновите страницу и внесите правку ещё раз.',
    en: 'It was changed while you were writing. Reload the page and make your edit again.',
  },
  'resource.closed': {
    status: 409,
    log: 'info',
    ru: 'Сейчас это не бронируют: владелец закрыл запись.',
    en: 'It is not booked now: its owner has closed it.',
  },
  'resource.not-for-you': {
    status: 403,
    log: 'info',
    ru: 'Это бронируют только люди организации, которой оно принадлежит.',
    en: 'Only people of the organization that owns it book it.',
  },
  'resource.in-whose-name': {
    status: 403,
    log: 'info',
    ru: 'Это бронируют от имени проверенной организации, за которую вы отвечаете.',
    en: 'It is booked in the name of a verified organization that you answer for.',
  },
  'booking.not-found': { status: 404, log: 'debug', ru: 'Такой брони нет.', en: 'There is no such booking.' },
  'booking.taken': {
    status: 409,
    log: 'info',
    ru: 'Это время уже занято. Выберите другое.',
    en: 'This time is taken. Choose another one.',
  },
  'booking.not-now': {
    status: 409,
    log: 'info',
    ru: 'Отменить уже нельзя: время началось или прошло.',
    en: 'It can no longer be cancelled: it has begun or is over.',
  },
  'booking.too-many': {
    status: 409,
    log: 'info',
    ru: `Впереди у вас уже ${BOOKING_LIMITS.each} броней. Сначала отмените лишние.`,
    en: `You have ${BOOKING_LIMITS.each} bookings ahead. Cancel some first.`,
  },
  // fields
  'booking.reason-needed': {
    status: 422,
    log: 'debug',
    ru: 'Напишите причину: её прочитает тот, кто бронировал.',
    en: 'Write a reason: whoever booked it will read it.',
  },
  'booking.ends-first': {
    status: 422,
    log: 'debug',
    ru: 'Конец должен быть позже начала.',
    en: 'The end must be after the beginning.',
  },
  'booking.too-long': { status: 422, log: 'debug', ru: 'Не дольше {hours} ч.', en: 'No longer than {hours} h.' },
  'booking.whole-minutes': { status: 422, log: 'debug', ru: 'Только целые минуты.', en: 'Whole minutes only.' },
  'booking.past': { status: 422, log: 'debug', ru: 'Это время уже прошло.', en: 'This time is over.' },
  'booking.too-far': {
    status: 422,
    log: 'debug',
    ru: 'Не дальше {days} дней вперёд.',
    en: 'No further ahead than {days} days.',
  },
  'booking.outside-hours': {
    status: 422,
    log: 'debug',
    ru: 'В это время закрыто: посмотрите часы.',
    en: 'It is closed then: look at the hours.',
  },
});
