import { defineRefusals } from '#kernel';

export const { refuse: refuseCard } = defineRefusals({
  'gift.no-card': {
    status: 409,
    ru: 'Картой этой организации сейчас дать нельзя. Переведите по QR: это так же просто.',
    en: 'This organization takes no cards now. Send a transfer by QR: it is as easy.',
  },
  'gift.not-by-card': {
    status: 409,
    ru: 'Этот вклад обещан переводом: как его оплатить, написано на его странице.',
    en: 'This gift was promised as a transfer: its page says how to pay it.',
  },
  'gift.card-over': {
    status: 409,
    ru: 'Этот платёж картой уже закончен. Посмотрите на страницу вклада: там видно, где деньги.',
    en: 'This payment by card is over already. The page of the gift says where the money is.',
  },
  'surplus.by-card': {
    status: 409,
    ru: 'Эти деньги пришли картой: верните их на карту на странице вклада. Банковский перевод здесь не нужен.',
    en: 'This money came by card: send it back to the card on the page of the gift. No bank transfer is needed here.',
  },
  'card.not-here': {
    status: 409,
    log: 'info',
    ru: 'Здесь не платят картой. Переведите по QR.',
    en: 'Cards are not taken here. Send a transfer by QR.',
  },
  'card.away': {
    status: 503,
    log: 'warn',
    ru: 'Stripe сейчас не отвечает. Денег не списали. Попробуйте через минуту или переведите по QR.',
    en: 'Stripe does not answer now. Nothing was charged. Try again in a minute, or send a transfer by QR.',
  },
  'card.bad-signature': {
    status: 400,
    log: 'warn',
    ru: 'Подпись этого события не сходится.',
    en: 'The signature of this event does not fit.',
  },
  'card.not-yours': {
    status: 403,
    ru: 'Приём карт подключают владелец или бухгалтер организации.',
    en: 'An owner or accountant of the organization sets up cards.',
  },
  'card.not-verified': {
    status: 409,
    ru: 'Приём карт подключают после проверки организации.',
    en: 'Cards can be set up once the organization is verified.',
  },
  'card.refused': {
    status: 409,
    log: 'warn',
    ru: 'Stripe ответил отказом. Посмотрите состояние в кабинете Stripe или попробуйте позже.',
    en: 'Stripe has refused. Look at the state in its dashboard, or try again later.',
  },
  'card.consent-needed': {
    status: 422,
    ru: 'Без вашего согласия карту не сохраняют. Отметьте его или платите переводом.',
    en: 'Without your consent no card is kept. Tick it, or pay by transfer.',
  },
  'card.no-such-country': {
    status: 422,
    ru: 'Две буквы страны, например KZ.',
    en: 'Two letters of a country, such as KZ.',
  },
});
