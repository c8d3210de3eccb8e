import type { Kind } from '#kernel';
import type { Catalogue } from './catalogue.js';
import { basesWithin, isContainer, unitsFor, type Chosen } from './choice.rules.js';
import type { Category, Item, Unit } from './entries.js';

/** A sentence in both languages. */
export interface Explained {
  readonly ru: string;
  readonly en: string;
}

/** Whether a unit is told what one of it holds (`each`), and in which units that may be said. */
export interface EachRule {
  readonly kind: Kind;
  readonly unit: string;
  readonly required: boolean;
  readonly units: readonly string[];
  readonly explained: Explained;
}

const COUNTED: Readonly<Record<string, Explained>> = {
  visit: {
    ru: 'Считает визиты. Сколько длится один визит, говорят рядом: учёт времени идёт в минутах.',
    en: 'Counts visits. How long one visit lasts is said beside it: time is kept in minutes.',
  },
  trip: {
    ru: 'Считает поездки. Сколько длится одна поездка, говорят рядом, если отдают время.',
    en: 'Counts trips. How long one trip lasts is said beside it where time is given.',
  },
  day: {
    ru: 'Считает дни, сутки или смены. Сколько часов в одной смене, говорят рядом, если отдают время.',
    en: 'Counts days or shifts. How many hours a shift has is said beside it where time is given.',
  },
  pcs: { ru: 'Считает штуки, по одной.', en: 'Counts single things.' },
  set: {
    ru: 'Считает наборы. Что внутри, говорят в описании; наборы не переводят в штуки.',
    en: 'Counts sets. What is in one is said in the description; sets are never turned into pieces.',
  },
  pack: {
    ru: 'Считает упаковки. Можно сказать, сколько в одной: тогда учёт идёт по содержимому.',
    en: 'Counts packs. You may say what one holds: then its contents are counted.',
  },
  box: {
    ru: 'Считает коробки. Можно сказать, сколько в одной: тогда учёт идёт по содержимому.',
    en: 'Counts boxes. You may say what one holds: then its contents are counted.',
  },
  pair: { ru: 'Считает пары: обувь, носки, перчатки.', en: 'Counts pairs: shoes, socks, gloves.' },
  portion: {
    ru: 'Считает порции готовой еды, по одной на человека.',
    en: 'Counts portions of ready food, one for each person.',
  },
};

const MEASURED: Readonly<Record<string, Explained>> = {
  money: { ru: 'Деньги.', en: 'Money.' },
  time: { ru: 'Время.', en: 'Time.' },
  mass: { ru: 'Масса.', en: 'Mass.' },
  volume: { ru: 'Объём.', en: 'Volume.' },
  length: { ru: 'Длина.', en: 'Length.' },
  area: { ru: 'Площадь.', en: 'Area.' },
};

/** What a unit counts, what the ledger counts it in, and how many of that make one. */
export function explainUnit(catalogue: Catalogue, unit: Unit): Explained {
  const counted = COUNTED[unit.code];
  if (counted) return counted;
  const measured = MEASURED[unit.dimension] ?? { ru: 'Количество.', en: 'A count.' };
  const base = catalogue.unit(unit.base);
  if (!base || unit.code === unit.base)
    return {
      ru: `${measured.ru} Самая мелкая единица учёта: ${unit.nameRu}.`,
      en: `${measured.en} The smallest unit of the ledger: ${unit.nameEn}.`,
    };
  const number = (locale: 'ru' | 'en'): string => unit.basePerUnit.toLocaleString(locale);
  return {
    ru: `${measured.ru} Учёт идёт в мельчайших единицах: 1 ${unit.symbolRu} = ${number('ru')} ${base.ruMany}.`,
    en: `${measured.en} It is kept in the smallest unit: 1 ${unit.symbolEn} = ${number('en')} ${base.nameEn}s.`,
  };
}

/** For a category (each kind that it takes) or an item: which of its units hold something, whether that must be said, and in what. */
export function eachRules(
  catalogue: Catalogue,
  thing: { readonly category: Category } | { readonly item: Item },
): readonly EachRule[] {
  const kinds: readonly Kind[] = 'item' in thing ? ['goods'] : thing.category.kinds;
  return kinds.flatMap((kind) => {
    const chosen: Chosen =
      'item' in thing ? { kind, categories: [], item: thing.item } : { kind, categories: [thing.category], item: null };
    return unitsFor(chosen).flatMap((code) => {
      const unit = catalogue.unit(code);
      return unit && isContainer(unit) ? rule(catalogue, chosen, unit) : [];
    });
  });
}

function rule(catalogue: Catalogue, chosen: Chosen, unit: Unit): EachRule[] {
  const bases = basesWithin(catalogue, chosen, unit);
  const units = catalogue.units.filter((known) => bases.includes(known.base)).map((known) => known.code);
  if (units.length === 0) return []; // boxes alone: nothing to say what is in them
  if (chosen.kind === 'time') {
    const explained = {
      ru: `Напишите, сколько длится один раз («${unit.nameRu}»): время считают в минутах.`,
      en: `Say how long one of them (“${unit.nameEn}”) lasts: time is counted in minutes.`,
    };
    return [{ kind: chosen.kind, unit: unit.code, required: true, units, explained }];
  }
  const explained = {
    ru: `Можно написать, что в одной единице («${unit.nameRu}»): тогда считают содержимое.`,
    en: `You may say what one of them (“${unit.nameEn}”) holds: then the contents are counted.`,
  };
  return [{ kind: chosen.kind, unit: unit.code, required: false, units, explained }];
}
