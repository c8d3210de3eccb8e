import { defineRefusals } from '#kernel';

/** Every "no" about an offer that a user can get. */
export const { refuse } = defineRefusals({
  'offer.not-found': { status: 404, ru: 'Такого вклада у вас нет.', en: 'You have no such offer.' },
  'offer.not-yours': {
    status: 403,
    ru: 'Изменить этот вклад может только тот, кто даёт.',
    en: 'Only the one who gives can change this offer.',
  },
  'offer.not-yours-to-give-for': {
    status: 403,
    ru: 'Предлагать помощь от имени организации или того, кто к ней пришёл, может её владелец или координатор.',
    en: 'Only an owner or coordinator can offer help in the name of an organization, or of somebody who came to it.',
  },
  'offer.organization-suspended': {
    status: 409,
    ru: 'Организация приостановлена и сейчас не может предлагать помощь.',
    en: 'The organization is suspended and cannot offer help now.',
  },
  'offer.waiting': {
    status: 409,
    ru: 'Вклад ещё не открыт: его можно отозвать и сделать заново.',
    en: 'The offer is not open yet: you can take it back and make it anew.',
  },
  'offer.not-in-review': {
    status: 409,
    ru: 'Этот вклад уже не ждёт решения.',
    en: 'This offer waits for no decision any more.',
  },
  'offer.amount-needs-review': {
    status: 409,
    ru: 'Так много модератор смотрит заранее. Сделайте на эту часть новый вклад.',
    en: 'A moderator looks at so much beforehand. Make a new offer of this part.',
  },
  'offer.of-a-sign-up': {
    status: 409,
    ru: 'Это часы смены: запись меняют и отменяют на странице смены.',
    en: 'These are the hours of a shift: the sign-up is changed and cancelled on the page of the shift.',
  },
  'offer.of-a-gift': {
    status: 409,
    ru: 'Этот вклад — дар денег с кодом перевода: он живёт вместе со своей встречей и отдельно не меняется.',
    en: 'This offer is a gift of money with a payment code: it lives with its match and is not changed by itself.',
  },
  'offer.too-many-open': {
    status: 409,
    ru: 'У вас уже {limit, plural, one {# открытый вклад} few {# открытых вклада} many {# открытых вкладов} other {# открытых вклада}}. Отзовите те, что больше не нужны.',
    en: 'You already have {limit, plural, one {# open offer} other {# open offers}}. Take back those that no longer stand.',
  },
  'offer.stale': {
    status: 412,
    ru: 'Пока вы писали, вклад изменили. Обновите страницу и внесите правку ещё раз.',
    en: 'The offer was changed while you were writing. Reload the page and make your edit again.',
  },
  'offer.not-editable': { status: 409, ru: 'Этот вклад уже завершён.', en: 'This offer has ended.' },
  'offer.not-withdrawable': {
    status: 409,
    ru: 'Этот вклад уже завершён, отзывать нечего.',
    en: 'This offer has ended; there is nothing to take back.',
  },
  // fields
  'offer.confirm-amount': {
    status: 422,
    ru: 'Вы точно имеете в виду {amountText}? Подтвердите количество.',
    en: 'Do you really mean {amountText}? Confirm the amount.',
  },
  'offer.below-smallest': {
    status: 422,
    ru: 'Денежный вклад — не меньше {minText}.',
    en: 'An offer of money is at least {minText}.',
  },
  'offer.below-use': {
    status: 422,
    ru: 'Меньше нельзя: столько уже обещано или передано.',
    en: 'It cannot be less: that much is promised or already given.',
  },
  'offer.lot-above-quantity': {
    status: 422,
    ru: 'Наименьшая часть больше всего количества.',
    en: 'The smallest part is larger than the whole quantity.',
  },
  'offer.radius-needs-place': {
    status: 422,
    ru: 'Укажите место, от которого считать расстояние.',
    en: 'Name the place from which the distance counts.',
  },
  'offer.bound-to-unknown': {
    status: 422,
    ru: 'Такой нужды, организации, места, сферы или категории нет: вклад не может быть назначен только ей.',
    en: 'There is no such need, organization, place, sphere or category that an offer could be bound to.',
  },
  'offer.best-before-needed': {
    status: 422,
    ru: 'У еды и лекарств укажите срок годности.',
    en: 'Say until when food and medicine keep.',
  },
  'offer.best-before-past': { status: 422, ru: 'Срок годности уже прошёл.', en: 'The best-before date has passed.' },
  'offer.best-before-too-far': {
    status: 422,
    ru: 'Срок годности слишком далёкий: проверьте год.',
    en: 'The best-before date is too far away: look at the year.',
  },
  'offer.cold-chain-needed': {
    status: 422,
    ru: 'У еды и лекарств укажите, нужно ли хранить и везти их на холоде.',
    en: 'Say of food and medicine whether they must be kept cold on the way.',
  },
  'offer.keeps-days-needed': {
    status: 422,
    ru: 'У еды и лекарств укажите, сколько дней они хранятся.',
    en: 'Say for how many days food and medicine keep.',
  },
  'offer.until-in-past': {
    status: 422,
    ru: 'Срок вклада должен быть в будущем.',
    en: 'The end of the offer must be in the future.',
  },
  'offer.until-too-far': {
    status: 422,
    ru: 'Вклад не может действовать дольше двух лет.',
    en: 'An offer can stand for two years at most.',
  },
  'offer.not-needed-now': {
    status: 422,
    ru: 'Спасибо, но как раз этого там сейчас достаточно. Предложите всем: вещь может пригодиться в другом месте.',
    en: 'Thank you, but just of this they have enough at present. Offer it to all: it may be of use elsewhere.',
  },
  'offer.another-size-asked': {
    status: 422,
    ru: 'Там ждут другие размеры. Предложите всем: кому-то подойдёт и этот.',
    en: 'They wait for other sizes. Offer it to all: it may fit somebody.',
  },
  'offer.another-season-asked': {
    status: 422,
    ru: 'Там ждут вещи на другой сезон. Предложите всем: кому-то подойдут и эти.',
    en: 'They wait for things of another season. Offer it to all: it may suit somebody.',
  },
  'offer.another-condition-asked': {
    status: 422,
    ru: 'Там берут вещи в другом состоянии. Предложите всем: кому-то подойдёт и такая.',
    en: 'They take things in another condition. Offer it to all: it may suit somebody.',
  },
  'offer.pick-up-of-goods': {
    status: 422,
    ru: 'Забирают и привозят только вещи.',
    en: 'Only things are fetched or brought.',
  },
  'offer.window-past': { status: 422, ru: 'Это время уже прошло.', en: 'This time has passed.' },
  'offer.window-too-far': {
    status: 422,
    ru: 'Время можно назвать не дальше чем на {days, plural, one {# день} few {# дня} many {# дней} other {# дня}} вперёд.',
    en: 'Times can be named {days, plural, one {# day} other {# days}} ahead at most.',
  },
  'offer.window-ends-first': {
    status: 422,
    ru: 'Конец должен быть позже начала.',
    en: 'The end must be later than the beginning.',
  },
  'offer.window-too-long': {
    status: 422,
    ru: 'Назовите промежуток не длиннее {hours, plural, one {# часа} few {# часов} many {# часов} other {# часа}}.',
    en: 'Name a window of {hours, plural, one {# hour} other {# hours}} at most.',
  },
  'offer.starts-after-end': {
    status: 422,
    ru: 'Начало должно быть раньше конца.',
    en: 'The start must be before the end.',
  },
});
