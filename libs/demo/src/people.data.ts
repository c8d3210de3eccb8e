import type { DemoRole } from '#host';

/** First and family names of people who do not exist; a name is one of each. */
export const WOMEN = [
  'Анна',
  'Мария',
  'Елена',
  'Ольга',
  'Наталья',
  'Ирина',
  'Светлана',
  'Татьяна',
  'Вера',
  'Любовь',
  'Полина',
  'Алёна',
  'Ксения',
  'Дарья',
] as const;
export const MEN = [
  'Алексей',
  'Сергей',
  'Андрей',
  'Дмитрий',
  'Иван',
  'Николай',
  'Павел',
  'Пётр',
  'Михаил',
  'Фёдор',
  'Артём',
  'Семён',
  'Кирилл',
  'Егор',
] as const;
export const FAMILY_NAMES = [
  'Берёзкин',
  'Ключевской',
  'Тополев',
  'Верхов',
  'Приамурский',
  'Мостовой',
  'Полозов',
  'Снегов',
  'Ветров',
  'Лугов',
  'Осинцев',
  'Затонский',
  'Кедров',
  'Сопкин',
  'Таёжный',
  'Речной',
  'Перекатов',
  'Зимин',
  'Брусницын',
  'Омулев',
] as const;

export const COMPANIES = [
  'Амурский лесоруб',
  'Северная пекарня',
  'Вектор-Склад',
  'Магазин «Берёзка»',
  'Зейская энергосервисная',
  'Рыбный двор',
  'Белогорский мелькомбинат',
  'Технодом',
  'Приамурская логистика',
  'Аптека «Липа»',
] as const;

/** Who signs in in the demo: one of each role, two where a second signature is needed, at addresses that cannot receive mail (RFC 2606). */
export const DEMO_ROLES = {
  donor: { name: 'Анна Вербина', email: 'donor@example.org' },
  company: { name: 'Павел Складской', email: 'company@example.org' },
  volunteer: { name: 'Алёна Попутная', email: 'volunteer@example.org' },
  coordinator: { name: 'Мария Тёплая', email: 'coordinator@example.org' },
  owner: { name: 'Вера Домова', email: 'owner@example.org' },
  moderator: { name: 'Сергей Правдин', email: 'moderator@example.org' },
  moderator2: { name: 'Елена Ясная', email: 'moderator2@example.org' },
  administrator: { name: 'Ирина Ключева', email: 'administrator@example.org' },
  administrator2: { name: 'Олег Замков', email: 'administrator2@example.org' },
} as const satisfies Readonly<Record<DemoRole, object>>;
