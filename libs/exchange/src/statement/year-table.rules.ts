import { stringify } from 'csv-stringify/sync';
import type { Catalogue } from '#catalogue';
import { asCell, dateFormat, fromBaseUnits, type Locale } from '#kernel';
import type { StatementYear, YearUnit } from '#ledger';

/** What was given or received in a year for the needs of one sphere; null: told at no need. */
export interface YearSphere {
  readonly sphere: string | null;
  readonly units: readonly YearUnit[];
}
export type YearTable = Omit<StatementYear, 'needs'> & { readonly spheres: readonly YearSphere[] };

/** The needs of a year by their spheres, in the order of the catalogue; what is told at no need stands last. */
export function bySphere(
  catalogue: Catalogue,
  needs: StatementYear['needs'],
  sphereOf: ReadonlyMap<string, string>,
): YearSphere[] {
  const spheres = new Map<string | null, Map<string, YearUnit>>();
  for (const { need, units } of needs) {
    const key = sphereOf.get(need ?? '') ?? null;
    const sums = spheres.get(key) ?? new Map<string, YearUnit>();
    spheres.set(key, sums);
    for (const unit of units) {
      const before = sums.get(unit.unit) ?? { ...unit, arrived: 0, takenBack: 0 };
      sums.set(unit.unit, {
        ...before,
        arrived: before.arrived + unit.arrived,
        takenBack: before.takenBack + unit.takenBack,
      });
    }
  }
  const order = catalogue.spheres.map(({ code }) => code);
  const place = (sphere: string | null): number =>
    sphere === null ? order.length + 1 : order.includes(sphere) ? order.indexOf(sphere) : order.length;
  return [...spheres]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([sphere, sums]) => ({ sphere, units: [...sums.values()] }));
}

const WORDS = {
  ru: {
    heads: ['Раздел', 'С', 'По', 'Название', 'Единица', 'Дошло', 'Взято назад', 'Итого'],
    part: 'Период',
    sphere: 'Сфера',
    none: 'Вне нужды',
    all: 'Итого дошло',
    promised: 'Обещано, в итог не входит',
  },
  en: {
    heads: ['Section', 'From', 'To', 'Name', 'Unit', 'Arrived', 'Taken back', 'Total'],
    part: 'Period',
    sphere: 'Sphere',
    none: 'At no need',
    all: 'Arrived in all',
    promised: 'Promised, in no total',
  },
} as const;

/**
 * The table of a year as a file: its periods, their total, what is promised, and the same by sphere; a line for each unit, never added to another.
 * In Russian for Excel (semicolons, decimal comma, local dates), in English by RFC 4180; both with the mark by which Excel knows UTF-8.
 */
export function yearCsv(catalogue: Catalogue, table: YearTable, locale: Locale): string {
  const words = WORDS[locale];
  const ru = locale === 'ru';
  const day = (date: string): string =>
    ru
      ? dateFormat('ru', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(new Date(date))
      : date;
  const scales = new Map(
    table.sums.map(({ unit, ...sum }) => [unit, scaleOf(catalogue, unit, amountsOf(table, unit, sum.promised))]),
  );
  const lines = (section: string, from: string, to: string, name: string, units: readonly YearUnit[]): string[][] =>
    units.map(({ unit, arrived, takenBack }) => {
      const said = scales.get(unit) ?? scaleOf(catalogue, unit, []);
      const amounts = [arrived, takenBack, arrived - takenBack].map((amount) => fromBaseUnits(amount, said.per));
      return [
        section,
        day(from),
        day(to),
        asCell(name),
        asCell(said.name[locale]),
        ...amounts.map((amount) => (ru ? amount.replace('.', ',') : amount)),
      ];
    });
  const promised = table.sums
    .filter((sum) => sum.promised > 0)
    .map(({ kind, unit, promised: amount }) => ({ kind, unit, arrived: amount, takenBack: 0 }));
  const nameOf = (code: string): string => catalogue.sphere(code)?.[ru ? 'nameRu' : 'nameEn'] ?? code;
  const rows = [
    [...words.heads],
    ...table.parts.flatMap(({ from, to, units }) => lines(words.part, from, to, '', units)),
    ...lines(words.all, table.from, table.to, '', table.sums),
    ...lines(words.promised, table.from, table.to, '', promised),
    ...table.spheres.flatMap(({ sphere, units }) =>
      lines(words.sphere, table.from, table.to, sphere === null ? words.none : nameOf(sphere), units),
    ),
  ];
  return `\uFEFF${stringify(rows, { delimiter: ru ? ';' : ',', record_delimiter: 'windows' })}`;
}

interface Scale {
  readonly per: number;
  readonly name: Readonly<Record<Locale, string>>;
}

/** The unit that people type where every amount of the column can be said in it exactly (roubles, kilograms, whole hours); else the base itself. */
function scaleOf(catalogue: Catalogue, base: string, amounts: readonly number[]): Scale {
  const typed = catalogue.units.find((unit) => unit.base === base);
  const exact =
    typed !== undefined &&
    (/^10*$/.test(String(typed.basePerUnit)) || amounts.every((amount) => amount % typed.basePerUnit === 0));
  const said = exact ? typed : catalogue.unit(base);
  return { per: exact ? typed.basePerUnit : 1, name: { ru: said?.nameRu ?? base, en: said?.nameEn ?? base } };
}

const amountsOf = ({ parts, spheres }: YearTable, unit: string, promised: number): number[] => [
  promised,
  ...[...parts, ...spheres].flatMap(({ units }) =>
    units.filter((one) => one.unit === unit).flatMap(({ arrived, takenBack }) => [arrived, takenBack]),
  ),
];
