import { defineRefusals } from '#kernel';
import { DELIVERY_LIMITS } from './forms.rules.js';

/** Every "no" about deliveries and trips that a user can get. */
export const { refuse } = defineRefusals({
  'leg.not-found': { status: 404, log: 'debug', ru: 'Такой доставки нет.', en: 'There is no such delivery.' },
  'leg.not-yours': {
    status: 403,
    log: 'info',
    ru: 'Это делает другая сторона доставки.',
    en: 'Another side of the delivery does this.',
  },
  'leg.not-now': {
    status: 409,
    log: 'info',
    ru: 'Сейчас это уже нельзя: с доставкой что-то произошло. Обновите страницу.',
    en: 'This is no longer possible: something has happened to the delivery. Reload the page.',
  },
  'leg.only-agreed-things': {
    status: 409,
    log: 'info',
    ru: 'Доставку просят для вещей, о которых обе стороны договорились и которые ещё не переданы.',
    en: 'A delivery is asked for things that both sides agreed on and that have not changed hands.',
  },
  'leg.own': {
    status: 403,
    log: 'info',
    ru: 'Кто отдаёт или получает, сам эту доставку не возит: код каждой передачи знают двое.',
    en: 'Whoever gives or receives does not drive this delivery: the code of each hand-over is between two people.',
  },
  'leg.times-apart': {
    status: 409,
    log: 'info',
    ru: 'Вещи ждут в другое время, чем идёт рейс.',
    en: 'The things can be brought at other times than the trip.',
  },
  'leg.amount': {
    status: 422,
    log: 'info',
    ru: 'Это больше, чем обещано, или ничего: обещано {heldText}.',
    en: 'This is more than was promised, or nothing: {heldText} was promised.',
  },
  'leg.same-id': {
    status: 409,
    log: 'warn',
    ru: 'Под этим номером уже записано другое.',
    en: 'Something else was entered under this id.',
  },
  'trip.not-found': { status: 404, log: 'debug', ru: 'Такого рейса нет.', en: 'There is no such trip.' },
  'trip.not-now': {
    status: 409,
    log: 'info',
    ru: 'С этим рейсом так уже нельзя: он закончен, отменён или вещи ещё в машине.',
    en: 'The trip no longer allows this: it has ended, was cancelled, or things are still in the car.',
  },
  'trip.aboard': {
    status: 409,
    log: 'info',
    ru: 'У вас в машине чужие вещи. Сначала передайте их или верните.',
    en: 'You have things of others in your car. Hand them over or bring them back first.',
  },
  'trip.not-of-time': {
    status: 409,
    log: 'info',
    ru: 'Рейс открывают по своему открытому вкладу времени.',
    en: 'A trip begins with your own open offer of time.',
  },
  'trip.no-room': {
    status: 409,
    log: 'info',
    ru: 'В машине нет места: больше {kg} кг или {m3} м³ она не везёт.',
    en: 'The car has no room: it takes no more than {kg} kg or {m3} m³.',
  },
  'trip.many-legs': {
    status: 409,
    log: 'info',
    ru: `В одном рейсе не больше ${DELIVERY_LIMITS.legs} доставок.`,
    en: `One trip has at most ${DELIVERY_LIMITS.legs} deliveries.`,
  },
  'trip.stale': {
    status: 412,
    log: 'info',
    ru: 'Рейс изменился, пока вы меняли порядок. Обновите страницу.',
    en: 'The trip has changed while you were ordering it. Reload the page.',
  },
  'trip.other-acts': {
    status: 422,
    log: 'info',
    ru: 'Назовите всё, что осталось сделать, каждое один раз.',
    en: 'Name everything that is left to do, each once.',
  },
  'trip.unloads-first': {
    status: 422,
    log: 'info',
    ru: 'Сначала забрать, потом отдать.',
    en: 'Things are loaded before they are given out.',
  },
  // fields
  'delivery.ends-first': {
    status: 422,
    log: 'debug',
    ru: 'Конец должен быть позже начала.',
    en: 'The end must be after the beginning.',
  },
  'delivery.past': { status: 422, log: 'debug', ru: 'Это время уже прошло.', en: 'This time is over.' },
  'delivery.too-far': {
    status: 422,
    log: 'debug',
    ru: `Не дальше ${DELIVERY_LIMITS.aheadDays} дней вперёд.`,
    en: `No further ahead than ${DELIVERY_LIMITS.aheadDays} days.`,
  },
  'delivery.window-long': {
    status: 422,
    log: 'debug',
    ru: `Не больше ${DELIVERY_LIMITS.windowDays} дней.`,
    en: `No longer than ${DELIVERY_LIMITS.windowDays} days.`,
  },
  'delivery.trip-long': {
    status: 422,
    log: 'debug',
    ru: `Рейс длится не больше ${DELIVERY_LIMITS.tripHours} часов.`,
    en: `A trip lasts no longer than ${DELIVERY_LIMITS.tripHours} hours.`,
  },
  'delivery.outside-offer': {
    status: 422,
    log: 'debug',
    ru: 'Рейс выходит за время вашего вклада.',
    en: 'The trip lies outside the time of your offer.',
  },
  'delivery.address-short': {
    status: 422,
    log: 'debug',
    ru: 'Напишите адрес: улицу и дом.',
    en: 'Write the address: street and house.',
  },
});
