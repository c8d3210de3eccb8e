import { defineRefusals } from '#kernel';

/** Every "no" about an intake point and what lies there. */
export const { refuse } = defineRefusals({
  'point.not-found': { status: 404, ru: 'Такого пункта приёма нет.', en: 'There is no such intake point.' },
  'point.not-yours': {
    status: 403,
    ru: 'Склад этого пункта ведут владелец и координаторы его организации.',
    en: 'Owners and coordinators of its organization keep the stock of this point.',
  },
  'point.stale': {
    status: 412,
    ru: 'Пока вы писали, пункт изменили. Обновите страницу: ваши слова останутся в полях.',
    en: 'The point was changed while you were writing. Reload the page; your words stay in the fields.',
  },
  'point.too-many': {
    status: 409,
    ru: 'Открытых пунктов не больше {max}: закройте тот, что не нужен.',
    en: 'There are at most {max} open points: close one that is not needed.',
  },
  'point.closed': { status: 409, ru: 'Этот пункт закрыт.', en: 'This point is closed.' },
  'point.not-empty': {
    status: 409,
    ru: 'На полках ещё есть вещи: выдайте их или спишите, потом закройте пункт.',
    en: 'There are still things on the shelves: give them out or write them off, then close the point.',
  },
  'point.organization-not-verified': {
    status: 409,
    ru: 'Принимать и выдавать может проверенная организация.',
    en: 'A verified organization can take in and give out.',
  },
  'stock.not-found': { status: 404, ru: 'Такой партии нет.', en: 'There is no such lot.' },
  'stock.other-organization': {
    status: 409,
    ru: 'Отправить можно в другой открытый пункт той же организации.',
    en: 'It can be sent to another open point of the same organization.',
  },
  'stock.no-move': { status: 404, ru: 'Такой отправки нет.', en: 'There is no such move.' },
  'stock.move-over': { status: 409, ru: 'Эта отправка уже завершена.', en: 'This move is over.' },
  'stock.more-than-sent': {
    status: 422,
    ru: 'Отправили меньше, чем вы принимаете.',
    en: 'Less was sent than you take in.',
  },
  'stock.other-point': { status: 409, ru: 'Эта партия лежит в другом пункте.', en: 'This lot lies at another point.' },
  'stock.not-goods': {
    status: 409,
    ru: 'Принести можно вещи, и только то, что ещё не отдано.',
    en: 'Things can be brought, and only what is not given yet.',
  },
  'stock.offer-not-open': {
    status: 409,
    ru: 'Этот вклад сейчас не открыт: его смотрит модератор или он закончился. Принять можно, когда он откроется.',
    en: 'This offer is not open now: a moderator is looking at it or it has ended. It can be taken in once it is open.',
  },
  'stock.already-announced': {
    status: 409,
    ru: 'Вы уже сказали, что принесёте это сюда: код — на странице вклада.',
    en: 'You have said already that you bring this here: the code is on the page of the offer.',
  },
  'stock.no-arrival': { status: 404, ru: 'Такой записи о приносе нет.', en: 'There is no such announcement.' },
  'stock.arrival-over': {
    status: 409,
    ru: 'Это уже приняли или отменили.',
    en: 'This was taken in or cancelled already.',
  },
  'stock.wrong-code': {
    status: 409,
    ru: 'Код не тот. Спросите четыре цифры ещё раз: осталось попыток — {left}.',
    en: 'This is not the code. Ask for the four digits again: {left} tries are left.',
  },
  'stock.code-used-up': {
    status: 409,
    ru: 'Код больше не действует: набрали неверно {left} раз. Пусть принёсший отменит запись и сделает новую.',
    en: 'The code no longer counts: it was entered wrongly {left} times. Whoever brings it cancels and announces anew.',
  },
  'stock.past-date': {
    status: 409,
    ru: 'Срок годности вышел: такое не принимают и не выдают, его списывают.',
    en: 'It is past its date: it is not taken in or given out, it is written off.',
  },
  'stock.not-expired': {
    status: 409,
    ru: 'Срок ещё не вышел: спишите с другой причиной.',
    en: 'It is not past its date: write it off with another reason.',
  },
  'stock.does-not-fit': {
    status: 409,
    ru: 'Этой нужде нужно другое.',
    en: 'This need asks for something else.',
  },
  'stock.bound-elsewhere': {
    status: 409,
    ru: 'Тот, кто это отдал, просил передать на другое: этой нужде нельзя.',
    en: 'Whoever gave this bound it to something else: it cannot go to this need.',
  },
  'stock.need-takes-none': {
    status: 409,
    ru: 'Эта нужда сейчас ничего не принимает.',
    en: 'This need takes nothing now.',
  },
  'stock.other-need': {
    status: 403,
    ru: 'Выдать можно на нужды своей организации.',
    en: 'Things are given out to needs of the same organization.',
  },
  'stock.not-enough': {
    status: 409,
    ru: 'Столько на полке нет: годного осталось {leftText}.',
    en: 'There is not so much on the shelf: {leftText} remain that are good.',
  },
  'stock.moved-meanwhile': {
    status: 409,
    ru: 'Пока вы считали, с полки брали или клали на неё. Пересчитайте эти партии ещё раз.',
    en: 'Something was taken or put there while you counted. Count these lots again.',
  },
  'stock.kit-not-found': { status: 404, ru: 'Такого набора нет.', en: 'There is no such kit.' },
  'stock.kits-too-many': {
    status: 409,
    ru: 'Наборов не больше {max}: уберите те, что не собираете.',
    en: 'There are at most {max} kits: retire those that you do not assemble.',
  },
  'stock.parts-short': {
    status: 409,
    ru: 'Частей хватит на {count}: дальше кончится «{itemRu}».',
    en: 'The parts are enough for {count}: then “{itemEn}” runs out.',
  },
  'stock.reason-needed': { status: 422, ru: 'Скажите, почему не сходится.', en: 'Say why it differs.' },
  'stock.more-is-miscounted': {
    status: 422,
    ru: 'Больше, чем в книге, бывает по ошибке в счёте: выберите «Ошиблись в счёте» или «Другое».',
    en: 'More than the books say comes from a mistake in counting: choose “Miscounted” or “Other”.',
  },
  'stock.kit-in-sets': {
    status: 422,
    ru: 'Набор считают наборами: выберите в справочнике то, что так считают.',
    en: 'A kit is counted in sets: choose something of the catalogue that is counted so.',
  },
  'stock.part-twice': {
    status: 422,
    ru: 'Эта вещь уже есть среди частей, или это сам набор.',
    en: 'This is among the parts already, or is the kit itself.',
  },
  'stock.not-a-day': {
    status: 422,
    ru: 'Это не день. Пример: 2026-12-31.',
    en: 'This is not a day. Example: 2026-12-31.',
  },
  'stock.no-kit': { status: 409, ru: 'Разобрать можно собранный набор.', en: 'Only an assembled kit is taken apart.' },
});
