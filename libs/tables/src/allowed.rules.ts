/** Where it is said what may stand in a column. */
export interface Allowed {
  readonly ru: string;
  readonly en: string;
}

const listed = (path: string, file: string): Allowed => ({
  ru: `коды и названия: GET /api/v1/${path} или libs/catalogue/data/${file}`,
  en: `codes and names: GET /api/v1/${path} or libs/catalogue/data/${file}`,
});
const day = { ru: '2026-12-31, 31.12.2026 или время ISO 8601', en: '2026-12-31, 31.12.2026 or a time of ISO 8601' };
const decimal = { ru: 'число больше нуля: 1250,5 или 1 250.5', en: 'a number above zero: 1250.5' };
const yes = { ru: 'true или false, да или нет', en: 'true or false' };

const ALLOWED: Readonly<Record<string, Allowed>> = {
  kind: { ru: 'money, goods, time (деньги, вещи, время)', en: 'money, goods, time' },
  category: listed('categories', 'catalogue.tsv'),
  item: listed('goods', 'goods.tsv'),
  unit: listed('units', 'units.tsv'),
  each_unit: listed('units', 'units.tsv'),
  place: listed('places', 'municipalities.tsv'),
  skills: listed('skills', 'skills.tsv'),
  beneficiary_groups: listed('beneficiary-groups', 'beneficiary_groups.tsv'),
  prefers: {
    ru: 'сферы, категории, места или организации из файла, через |',
    en: 'spheres, categories, places or organizations of the file, with | between them',
  },
  only: {
    ru: 'сферы, категории, места, организации или нужды из файла, через |',
    en: 'spheres, categories, places, organizations or needs of the file, with | between them',
  },
  form: {
    ru: 'АНО, фонд, БФ, ОО, РОО, МОО, ассоциация, союз, ТОС, МРО, ГБУ, группа …',
    en: 'codes: ano, foundation, charity-foundation, public-organization, union, tos, informal ...',
  },
  quantity: decimal,
  min_lot: decimal,
  min_quantity: decimal,
  each_quantity: decimal,
  remote: yes,
  auto_accept: yes,
  cold_chain: yes,
  size: { ru: '38, 98-104, XL; несколько через |', en: '38, 98-104, XL; several with | between them' },
  season: {
    ru: 'winter, mid-season, summer, all-year (зимнее, демисезонное, летнее, на весь год); в нуждах несколько через |',
    en: 'winter, mid-season, summer, all-year; in needs several with | between them',
  },
  condition: {
    ru: 'new, good, worn, repair (новое, хорошее, ношеное, требует ремонта); в нуждах несколько через |',
    en: 'new, good, worn, repair; in needs several with | between them',
  },
  not_now: listed('goods', 'goods.tsv'),
  vetted: yes,
  from: day,
  until: day,
  deadline: day,
  best_before: day,
  urgency: { ru: 'от 1 (может подождать) до 5 (сегодня)', en: '1 (can wait) to 5 (today)' },
};

export function allowedIn(column: string): Allowed | null {
  return Object.hasOwn(ALLOWED, column) ? (ALLOWED[column] ?? null) : null;
}
