import { defineRefusals } from '#kernel';

export const { refuse } = defineRefusals({
  'catalogue.not-found': { status: 404, ru: 'Такой записи нет в справочнике.', en: 'There is no such entry in the catalogue.' },
  'catalogue.unknown-category': { status: 422, ru: 'Такой категории нет в справочнике.', en: 'There is no such category in the catalogue.' },
  'catalogue.unknown-item': { status: 422, ru: 'Такой вещи нет в справочнике.', en: 'There is no such item in the catalogue.' },
  'catalogue.category-needed': { status: 422, ru: 'Выберите категорию: без неё подбирают только деньги.', en: 'Choose a category: without one, only money can be placed.' },
  'catalogue.exact-category-needed': { status: 422, ru: 'Выберите категорию внутри этой сферы.', en: 'Choose a category within this sphere.' },
  'catalogue.kind-not-in-category': { status: 422, ru: 'В этой категории так не помогают. Здесь можно отдать: {kindsRu}.', en: 'This category does not take that kind of help. It takes: {kindsEn}.' },
  'catalogue.item-only-for-goods': { status: 422, ru: 'Вещь указывают только там, где нужны вещи.', en: 'An item is named only where things are needed.' },
  'catalogue.unit-does-not-fit': { status: 422, ru: 'Это считают в других единицах: {unitsRu}.', en: 'This is counted in other units: {unitsEn}.' },
  'catalogue.each-needed': { status: 422, ru: 'Напишите, сколько длится один раз: время считают в минутах.', en: 'Say how long one of them lasts: time is counted in minutes.' },
  'catalogue.each-does-not-fit': { status: 422, ru: 'Содержимое указывают только для визита, поездки, дня, коробки и упаковки.', en: 'Contents are given only for a visit, a trip, a day, a box or a pack.' },
  'catalogue.retired': { status: 422, ru: 'Эту запись справочника больше не выбирают.', en: 'This entry of the catalogue can no longer be chosen.' },
});
