import { defineRefusals } from '#kernel';

/** Why a row of a file, or the file itself, cannot be used or made. */
export const { refuse } = defineRefusals({
  'exchange.not-csv': {
    status: 422,
    ru: '{file}: со строки {line} файл нельзя прочитать как CSV: {reason, select, open {кавычка открыта и не закрыта} quote {кавычка стоит посреди значения} long {строка слишком длинная} other {строка записана не по правилам}}.',
    en: '{file}: from line {line} on the file cannot be read as CSV: {reason, select, open {a quote is opened and never closed} quote {a quote stands inside a value} long {the row is too long} other {the row breaks the rules of CSV}}.',
  },
  'exchange.empty-file': {
    status: 422,
    ru: '{file}: в файле нет строки с названиями столбцов.',
    en: '{file}: the file has no row with the names of its columns.',
  },
  'exchange.no-column': {
    status: 422,
    ru: '{file}: в файле нет столбца {column}. Нужны: {needed}.',
    en: '{file}: the file has no column {column}. It needs: {needed}.',
  },
  'exchange.column-twice': {
    status: 422,
    ru: '{file}: столбец {column} есть в файле дважды.',
    en: '{file}: the file has the column {column} twice.',
  },
  'exchange.too-many-rows': {
    status: 422,
    ru: '{file}: в файле больше {max} строк: разделите его.',
    en: '{file}: the file has more than {max} rows: split it.',
  },
  'exchange.wrong-width': {
    status: 422,
    ru: 'В строке {found} значений, а столбцов {wanted}.',
    en: 'The row has {found} values, the header {wanted}.',
  },
  'exchange.duplicate-id': {
    status: 422,
    ru: 'Такой id уже был в этом файле.',
    en: 'This id has been in the file before.',
  },
  'exchange.not-a-number': { status: 422, ru: 'Здесь нужно число.', en: 'A number is needed here.' },
  'exchange.not-a-yes-or-no': { status: 422, ru: 'Здесь нужно true или false.', en: 'Write true or false here.' },
  'exchange.half-a-point': {
    status: 422,
    ru: 'Широта и долгота пишутся вместе.',
    en: 'Latitude and longitude go together.',
  },
  'exchange.not-a-point': {
    status: 422,
    ru: 'Широта бывает от −90 до 90, долгота от −180 до 180.',
    en: 'Latitude goes from −90 to 90, longitude from −180 to 180.',
  },
  'exchange.far-from-places': {
    status: 422,
    ru: 'Рядом с этой точкой нет ни одного округа: до ближайшего {km} км по прямой.',
    en: 'No municipality is near this point: the nearest is {km} km away as the crow flies.',
  },
  'exchange.place-needed': { status: 422, ru: 'Укажите округ или координаты.', en: 'Give a municipality or a point.' },
  'exchange.unit-needed': {
    status: 422,
    ru: 'Без вещи и категории единицу нужно указать.',
    en: 'Without an item or a category the unit must be given.',
  },
  'exchange.organization-not-verified': {
    status: 422,
    ru: 'Эта организация здесь есть, но её ещё не отправили на проверку, вернули или приостановили.',
    en: 'This organization is here, but it has not been submitted, was returned or is suspended.',
  },
  'exchange.duplicate-inn': {
    status: 422,
    ru: 'Организация с таким ИНН в этом файле уже есть.',
    en: 'An organization with this INN has been in the file before.',
  },
  'exchange.not-an-address': {
    status: 422,
    ru: 'Это не адрес электронной почты.',
    en: 'This is not an e-mail address.',
  },
  'statement.too-many-at-once': {
    status: 503,
    ru: 'Сейчас составляется слишком много выписок. Попробуйте ещё раз через {seconds, plural, one {# секунду} few {# секунды} other {# секунд}}.',
    en: 'Too many statements are being made at the moment. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  },
  'exchange.another-import': { status: 409, ru: 'Сейчас идёт другой импорт.', en: 'Another import is running.' },
});
