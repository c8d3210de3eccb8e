import { defineRefusals } from './refusal.js';

/** What can be wrong with a field, whatever the noun. */
export const { refuse: refuseInput } = defineRefusals({
  'form.invalid': {
    status: 422,
    ru: '{count, plural, one {Одно поле заполнено} few {# поля заполнены} many {# полей заполнены} other {# поля заполнены}} неверно.',
    en: '{count, plural, one {One field is} other {# fields are}} not filled in correctly.',
  },
  'form.required': { status: 422, ru: 'Заполните это поле.', en: 'Fill in this field.' },
  'form.unknown-field': { status: 422, ru: 'Такого поля здесь нет.', en: 'There is no such field here.' },
  'form.wrong-type': { status: 422, ru: 'Значение не того вида.', en: 'The value is of the wrong type.' },
  'form.too-long': {
    status: 422,
    ru: 'Слишком длинно: не больше {max, plural, one {# знака} other {# знаков}}.',
    en: 'Too long: at most {max, plural, one {# character} other {# characters}}.',
  },
  'form.too-short': {
    status: 422,
    ru: 'Слишком коротко: не меньше {min, plural, one {# знака} other {# знаков}}.',
    en: 'Too short: at least {min, plural, one {# character} other {# characters}}.',
  },
  'form.too-many': { status: 422, ru: 'Слишком много: не больше {max}.', en: 'Too many: at most {max}.' },
  'form.too-large': {
    status: 422,
    ru: 'Слишком большое число: не больше {max}.',
    en: 'The number is too large: at most {max}.',
  },
  'form.too-small': {
    status: 422,
    ru: 'Слишком маленькое число: не меньше {min}.',
    en: 'The number is too small: at least {min}.',
  },
  'form.not-in-list': { status: 422, ru: 'Такого значения нет в списке.', en: 'There is no such value in the list.' },
  'form.not-a-date': {
    status: 422,
    ru: 'Это не дата. Пример: 2026-12-31T18:00:00Z.',
    en: 'This is not a date. Example: 2026-12-31T18:00:00Z.',
  },
  'form.not-an-email': {
    status: 422,
    ru: 'Это не похоже на адрес почты.',
    en: 'This does not look like an e-mail address.',
  },
  'form.not-a-phone': {
    status: 422,
    ru: 'Это не похоже на телефон. Пример: +7 914 000-00-17.',
    en: 'This does not look like a phone number. Example: +7 914 000-00-17.',
  },
  'form.forbidden-characters': {
    status: 422,
    ru: 'В тексте есть недопустимый знак ({character}): его не видно или нельзя сохранить. Наберите это место заново.',
    en: 'The text has a character that is not allowed ({character}): it cannot be seen or kept. Please type that part again.',
  },
  'form.one-line': { status: 422, ru: 'Здесь помещается только одна строка.', en: 'This takes one line only.' },
  'quantity.not-a-number': {
    status: 422,
    ru: 'Количество пишется цифрами, например 12 или 1500,50.',
    en: 'Write the quantity in figures, for example 12 or 1500.50.',
  },
  'quantity.not-positive': {
    status: 422,
    ru: 'Количество должно быть больше нуля.',
    en: 'The quantity must be more than zero.',
  },
  'quantity.too-fine': {
    status: 422,
    ru: 'Меньше самой малой единицы не бывает: проверьте дробную часть.',
    en: 'This is finer than the smallest unit: check the decimals.',
  },
  'quantity.too-large': { status: 422, ru: 'Слишком большое количество.', en: 'The quantity is too large.' },
  'quantity.unknown-unit': {
    status: 422,
    ru: 'Такой единицы нет в справочнике.',
    en: 'There is no such unit in the catalogue.',
  },
});
