/** Columns as people head them in Russian. */
const HEADINGS: Readonly<Record<string, string>> = {
  'ид': 'id', 'номер': 'id', '№': 'id', 'код': 'id', 'вид': 'kind', 'вид помощи': 'kind', 'категория': 'category', 'направление': 'category', 'вещь': 'item', 'товар': 'item', 'предмет': 'item', 'наименование': 'item',
  'количество': 'quantity', 'кол-во': 'quantity', 'сумма': 'quantity', 'единица': 'unit', 'единица измерения': 'unit', 'ед. изм.': 'unit', 'ед.': 'unit', 'ед. изм': 'unit', 'наименьшая часть': 'min_quantity', 'широта': 'lat', 'долгота': 'lon',
  'место': 'place', 'округ': 'place', 'населённый пункт': 'place', 'населенный пункт': 'place', 'район': 'place', 'радиус': 'radius_km', 'радиус, км': 'radius_km', 'навыки': 'skills', 'с': 'from', 'начало': 'from', 'до': 'until', 'срок': 'deadline',
  'крайний срок': 'deadline', 'срочность': 'urgency', 'получателей': 'beneficiaries', 'число получателей': 'beneficiaries', 'организация': 'organization', 'название': 'title', 'заголовок': 'title', 'описание': 'description', 'удалённо': 'remote', 'удаленно': 'remote',
  'предпочтения': 'prefers', 'в одной': 'each_quantity', 'единица содержимого': 'each_unit', 'группы': 'beneficiary_groups',
  'только': 'only', 'только для': 'only', 'годен до': 'best_before', 'срок годности': 'best_before', 'холод': 'cold_chain', 'держать в холоде': 'cold_chain', 'документы проверены': 'vetted', 'согласие заранее': 'auto_accept', 'принимать сразу': 'auto_accept',
};
/** An offer has parts that its donor gives away, and an end. */
const OF_OFFERS: Readonly<Record<string, string>> = { 'наименьшая часть': 'min_lot', 'срок': 'until', 'крайний срок': 'until' };
/** In organizations.csv a name is the organization's. */
const OF_ORGANIZATIONS: Readonly<Record<string, string>> = {
  'название': 'name', 'наименование': 'name', 'полное название': 'name', 'краткое название': 'short_name', 'форма': 'form', 'правовая форма': 'form', 'инн': 'inn', 'огрн': 'ogrn', 'кпп': 'kpp', 'бик': 'bik', 'счёт': 'account', 'счет': 'account', 'расчётный счёт': 'account',
  'расчетный счет': 'account', 'банк': 'bank_name', 'корреспондентский счёт': 'correspondent', 'корр. счёт': 'correspondent', 'координатор': 'coordinator', 'почта координатора': 'coordinator',
};

const OF_TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = { offers: OF_OFFERS, organizations: OF_ORGANIZATIONS };

/** The column that a heading means; what it does not know stays as it is. */
export function columnNamed(table: string, heading: string): string {
  const name = heading.trim().toLowerCase().replace(/\s+/g, ' ');
  return OF_TABLES[table]?.[name] ?? HEADINGS[name] ?? name;
}
