import { defineRefusals } from '#kernel';

export const { refuse } = defineRefusals({
  'pledge.not-found': { status: 404, log: 'debug', ru: 'Такого поручения нет.', en: 'There is no such pledge.' },
  'pledge.not-yours': {
    status: 403,
    ru: 'Поручение даёт и меняет владелец компании; переводы по нему собирают владелец и бухгалтер.',
    en: 'A pledge is made and changed by an owner of the company; its transfers are put together by an owner or accountant.',
  },
  'pledge.company-not-ready': {
    status: 409,
    log: 'info',
    ru: 'Сначала компанию должны проверить: поручение — это обещание от её имени.',
    en: 'First the company has to be checked: a pledge is a promise in its name.',
  },
  'pledge.not-now': {
    status: 409,
    log: 'info',
    ru: 'Поручение сейчас на паузе или закончилось.',
    en: 'The pledge is paused now, or has ended.',
  },
  'pledge.nothing-free': {
    status: 409,
    log: 'info',
    ru: 'Потолок поручения достигнут: всё обещано или уже дошло.',
    en: 'The ceiling of the pledge is reached: all of it is promised or has come.',
  },
  'pledge.no-contract': {
    status: 409,
    log: 'debug',
    ru: 'В этом переводе ничего не осталось: договариваться не о чем.',
    en: 'Nothing is left of this transfer: there is nothing to agree on.',
  },
  'pledge.nothing-due': {
    status: 409,
    log: 'debug',
    ru: 'Платить по этому переводу нечего: деньги дошли, или срок вышел.',
    en: 'Nothing is to be paid by this transfer: its money has come, or its time is over.',
  },
  'pledge.too-little': { status: 422, log: 'debug', ru: 'Это слишком мало.', en: 'This is too little.' },
  'pledge.below-committed': {
    status: 422,
    log: 'debug',
    ru: 'Ниже того, что по поручению уже обещано и дошло, потолок не опускается.',
    en: 'The ceiling is never below what was promised and came of the pledge.',
  },
  'pledge.over-already': {
    status: 422,
    log: 'debug',
    ru: 'Нужен день не раньше сегодняшнего.',
    en: 'A day is needed, not before today.',
  },
});
