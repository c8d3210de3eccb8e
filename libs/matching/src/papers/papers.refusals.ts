import { defineRefusals } from '#kernel';

export const { refuse } = defineRefusals({
  'papers.no-act': {
    status: 409,
    log: 'info',
    ru: 'Акт есть о вещах, получение которых подтверждено.',
    en: 'There is an act of things whose receipt was confirmed.',
  },
  'papers.no-contract': {
    status: 409,
    log: 'info',
    ru: 'Договор заключает компания, которая отдаёт вещи, когда согласны обе стороны.',
    en: 'A contract is made by a company that gives things, once both sides have agreed.',
  },
  'papers.nothing-came': {
    status: 409,
    log: 'info',
    ru: 'На эту нужду вещи ещё не пришли: раздавать нечего.',
    en: 'No things have come to this need yet: there is nothing to hand out.',
  },
  'papers.no-value': {
    status: 409,
    log: 'info',
    ru: 'Стоимость указывают у вещей, о которых договорились обе стороны.',
    en: 'A value is stated of things that both sides have agreed on.',
  },
  'papers.not-a-sum': {
    status: 422,
    log: 'debug',
    ru: 'Укажите сумму в рублях, например 48 000,00.',
    en: 'Give a sum in roubles, for example 48000.00.',
  },
});
