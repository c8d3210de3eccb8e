import type { UnmetReason } from '#engine';

interface ReportTexts {
  readonly title: string;
  lead(offers: string, needs: string, matches: string, at: string): string;
  best(gap: string): string;
  readonly exact: string;
  rejected(rows: string): string;
  readonly units: string;
  readonly unitColumns: readonly [
    unit: string,
    offered: string,
    needed: string,
    matched: string,
    share: string,
    gap: string,
  ];
  readonly places: string;
  readonly organizations: string;
  readonly spheres: string;
  readonly shareColumns: readonly [what: string, unit: string, needed: string, matched: string, share: string];
  readonly fairness: string;
  fairnessText(jain: string, without: string | null, price: string | null): string;
  readonly search: string;
  readonly searchText: string;
  readonly found: string;
  readonly proved: string;
  readonly unmet: string;
  readonly unmetColumns: readonly [need: string, matched: string, left: string, why: string];
  more(count: string): string;
  readonly everybody: string;
  readonly weights: string;
  readonly reasons: Readonly<Record<UnmetReason, string>>;
  readonly parts: Readonly<Record<string, string>>;
}

const RU: ReportTexts = {
  title: 'Расчёт: кому что отдать',
  lead: (offers, needs, matches, at) => `На ${at}. Вкладов: ${offers}, нужд: ${needs}, передач: ${matches}.`,
  best: (gap) => `Лучше этого решения можно быть не больше чем на ${gap}, и это доказано.`,
  exact: 'Лучше этого решения нет, и это доказано.',
  rejected: (rows) => `Не принято строк: ${rows}. Они перечислены рядом с планом.`,
  units: 'По единицам',
  unitColumns: ['Единица', 'Предложено', 'Нужно', 'Сошлось', 'Доля нужного', 'Зазор'],
  places: 'По местам',
  organizations: 'По организациям',
  spheres: 'По сферам',
  shareColumns: ['Где', 'Единица', 'Нужно', 'Сошлось', 'Доля'],
  fairness: 'Цена справедливости',
  fairnessText: (jain, without, price) =>
    `Индекс Джейна между местами: ${jain} (единица означала бы поровну)${without === null ? '' : `, без справедливости ${without}`}.${price === null ? '' : ` Без неё общая польза была бы больше на ${price}.`}`,
  search: 'Как искали',
  searchText: 'Шаг за шагом найденное росло, а доказанная граница опускалась.',
  found: 'найдено',
  proved: 'граница',
  unmet: 'Кому не хватило',
  unmetColumns: ['Нужда', 'Сошлось', 'Осталось', 'Почему'],
  more: (count) => `Показаны первые, всего таких нужд: ${count}. Все есть в report.json.`,
  everybody: 'Хватило всем.',
  weights: 'Веса',
  reasons: {
    kind: 'такой помощи никто не предлагает',
    purpose: 'на это дело вкладов нет',
    unit: 'вклады есть, но в других единицах',
    skills: 'нет нужных умений',
    distance: 'слишком далеко для дарителей',
    time: 'сроки не совпадают',
    minima: 'наименьшие части не сходятся',
    declined: 'подходящие уже отклонены',
    papers: 'документы подходящих дарителей никем не проверены',
    storage: 'подходящее испортится: по сроку годности, в дороге или без холода',
    bound: 'подходящее отдают только на другое',
    attributes: 'не подходит размер, сезон или состояние',
    'not-needed': 'есть только то, что сейчас не нужно',
    scarce: 'подходящее ушло туда, где нужнее',
    boxes: 'осталось меньше целой коробки',
  },
  parts: {
    purpose: 'назначение',
    place: 'место',
    urgency: 'срочность',
    waiting: 'ожидание',
    completion: 'закрывает целиком',
    equity: 'справедливость',
    preference: 'пожелание дарителя',
    trust: 'доверие',
  },
};

const EN: ReportTexts = {
  title: 'A plan: who gives what to whom',
  lead: (offers, needs, matches, at) => `At ${at}. Offers: ${offers}, needs: ${needs}, matches: ${matches}.`,
  best: (gap) => `No plan can be better than this one by more than ${gap}, and that is proved.`,
  exact: 'No plan is better than this one, and that is proved.',
  rejected: (rows) => `Rows that could not be used: ${rows}. They are listed beside the plan.`,
  units: 'By unit',
  unitColumns: ['Unit', 'Offered', 'Needed', 'Matched', 'Share of what is needed', 'Gap'],
  places: 'By place',
  organizations: 'By organization',
  spheres: 'By sphere',
  shareColumns: ['Where', 'Unit', 'Needed', 'Matched', 'Share'],
  fairness: 'The price of equity',
  fairnessText: (jain, without, price) =>
    `Jain’s index between places: ${jain} (one would be equal shares)${without === null ? '' : `, without equity ${without}`}.${price === null ? '' : ` Without it the plan would do ${price} more good.`}`,
  search: 'How it was found',
  searchText: 'Step by step what was found grew, and what was proved to be the most came down.',
  found: 'found',
  proved: 'bound',
  unmet: 'Who went short',
  unmetColumns: ['Need', 'Matched', 'Left', 'Why'],
  more: (count) => `The first are shown; there are ${count} such needs. report.json has all of them.`,
  everybody: 'There was enough for everybody.',
  weights: 'Weights',
  reasons: {
    kind: 'nobody offers this kind of help',
    purpose: 'no offer is meant for this',
    unit: 'there are offers, in other units',
    skills: 'nobody has the skills',
    distance: 'too far for the donors',
    time: 'the times do not meet',
    minima: 'the smallest parts do not meet',
    declined: 'what would fit was declined',
    papers: 'nobody has checked the papers of those who would fit',
    storage: 'what fits would spoil: by its best-before date, on the way, or without cold storage',
    bound: 'what fits is given for something else only',
    attributes: 'the size, season or condition is another',
    'not-needed': 'there is only what is not needed now',
    scarce: 'what fits went where it is needed more',
    boxes: 'what is left is less than a whole box',
  },
  parts: { completion: 'closes it entirely', preference: 'the donor’s wish' },
};

export function reportTexts(locale: 'ru' | 'en'): ReportTexts {
  return locale === 'ru' ? RU : EN;
}
