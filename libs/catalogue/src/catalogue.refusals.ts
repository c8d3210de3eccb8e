import { defineRefusals } from '#kernel';

export const { refuse } = defineRefusals({
  'catalogue.not-found': {
    status: 404,
    ru: 'Такой записи нет в справочнике.',
    en: 'There is no such entry in the catalogue.',
  },
  'catalogue.unknown-category': {
    status: 422,
    ru: 'Такой категории нет в справочнике.',
    en: 'There is no such category in the catalogue.',
  },
  'catalogue.unknown-item': {
    status: 422,
    ru: 'Такой вещи нет в справочнике.',
    en: 'There is no such item in the catalogue.',
  },
  'catalogue.category-needed': {
    status: 422,
    ru: 'Выберите категорию: по ней подбирают, кому и кто поможет.',
    en: 'Choose a category: by it people are found who help each other.',
  },
  'catalogue.exact-category-needed': {
    status: 422,
    ru: 'Выберите категорию внутри этой сферы.',
    en: 'Choose a category within this sphere.',
  },
  'catalogue.kind-not-in-category': {
    status: 422,
    ru: 'В этой категории так не помогают. Здесь можно отдать: {kindsRu}.',
    en: 'This category does not take that kind of help. It takes: {kindsEn}.',
  },
  'catalogue.item-only-for-goods': {
    status: 422,
    ru: 'Вещь указывают только там, где нужны вещи.',
    en: 'An item is named only where things are needed.',
  },
  'catalogue.unit-does-not-fit': {
    status: 422,
    ru: 'Это считают в других единицах: {unitsRu}.',
    en: 'This is counted in other units: {unitsEn}.',
  },
  'catalogue.each-needed': {
    status: 422,
    ru: 'Напишите, сколько длится один раз: время считают в минутах.',
    en: 'Say how long one of them lasts: time is counted in minutes.',
  },
  'catalogue.each-does-not-fit': {
    status: 422,
    ru: 'Содержимое указывают только для визита, поездки, дня, коробки и упаковки.',
    en: 'Contents are given only for a visit, a trip, a day, a box or a pack.',
  },
  'catalogue.bad-code': {
    status: 422,
    ru: 'Код пишут маленькими латинскими буквами, цифрами и дефисом: relief-heating.',
    en: 'A code has small Latin letters, digits and hyphens: relief-heating.',
  },
  'catalogue.code-taken': {
    status: 422,
    ru: 'Такой код уже есть. Коды не меняются и не используются снова.',
    en: 'There is such a code. Codes never change and are never used again.',
  },
  'catalogue.fixed': {
    status: 422,
    ru: 'Это говорят один раз, когда запись добавляют: по ней уже считали.',
    en: 'This is said once, when an entry is added: things have been counted by it.',
  },
  'catalogue.kind-stays': {
    status: 422,
    ru: 'Вид помощи можно добавить, но не убрать.',
    en: 'A kind of help can be added and not taken away.',
  },
  'catalogue.unit-missing': { status: 422, ru: 'Нужна хотя бы одна единица.', en: 'At least one unit is needed.' },
  'catalogue.base-per-unit': {
    status: 422,
    ru: 'Нужно целое число мельчайших единиц, от 1; у единицы, которая считается сама, ровно 1.',
    en: 'A whole number of smallest units is needed, at least 1; exactly 1 for a unit that counts itself.',
  },
  'catalogue.stale': {
    status: 412,
    ru: 'Эту запись только что изменили. Посмотрите на неё снова.',
    en: 'This entry has just been changed. Look at it again.',
  },
  'catalogue.unit-in-use': {
    status: 409,
    ru: 'Единицу «{unitRu}» нельзя убрать: в ней {needsRu} и {offersRu}.',
    en: 'The unit “{unitEn}” cannot be taken away: it counts {needsEn} and {offersEn}.',
  },
  'catalogue.still-named': {
    status: 409,
    ru: 'Запись ещё нужна другим: {namesRu}. Сначала измените или выведите их.',
    en: 'Other entries still need this one: {namesEn}. Change or retire them first.',
  },
  'catalogue.successor-needed': {
    status: 409,
    ru: 'Выберите, чем заменить: {count, plural, one {# постоянное поручение должно} few {# постоянных поручения должны} many {# постоянных поручений должны} other {# постоянного поручения должны}} знать, куда идти.',
    en: 'Choose what takes its place: {count, plural, one {# standing offer has} other {# standing offers have}} to know where to go.',
  },
  'catalogue.successor-does-not-fit': {
    status: 422,
    ru: 'Замена должна быть действующей записью того же рода и принимать то же самое.',
    en: 'What takes its place must be an entry in use of the same sort that takes the same.',
  },
  'catalogue.not-retired': { status: 409, ru: 'Эта запись не выведена.', en: 'This entry is not retired.' },
  'catalogue.already-retired': { status: 409, ru: 'Эта запись уже выведена.', en: 'This entry is retired already.' },
  'catalogue.nothing-to-change': { status: 422, ru: 'Здесь ничего не изменилось.', en: 'Nothing is changed here.' },
  'catalogue.attribute-not-asked': {
    status: 422,
    ru: 'Об этой вещи такого не спрашивают.',
    en: 'This is not asked of such a thing.',
  },
  'catalogue.only-new': {
    status: 422,
    ru: 'Такие вещи берут только новыми: их не носят после других.',
    en: 'Such things are taken as new only: nobody wears them after somebody else.',
  },
  'catalogue.no-size': {
    status: 422,
    ru: 'Размер пишут коротко: 38, 98-104, XL.',
    en: 'Sizes are short: 38, 98-104, XL.',
  },
  'catalogue.retired': {
    status: 422,
    ru: 'Эту запись справочника больше не выбирают.',
    en: 'This entry of the catalogue can no longer be chosen.',
  },
});
