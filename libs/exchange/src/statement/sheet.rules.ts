import { formatAmount, type Catalogue } from '#catalogue';
import { dateFormat, dayAt, fromBaseUnits } from '#kernel';
import {
  ENTRY_WORDS,
  entryName,
  type IssuedStatement,
  type StatementEntry,
  type StatementSum,
  type StatementUnit,
} from '#ledger';

/** What stands beside an entry: for what and to whom (or from whom nobody is named). */
export interface EntryWords {
  readonly what: string;
  readonly whom: string;
}

/** A statement in words and in the units that people type, ready to be written down in any format. */
export interface StatementSheet {
  readonly locale: 'ru' | 'en';
  readonly side: IssuedStatement['side'];
  readonly title: string;
  /** Whose, and of which days. */
  readonly lead: string;
  readonly code: string;
  readonly address: string;
  readonly madeAt: string;
  readonly sums: readonly {
    readonly name: string;
    readonly money: string;
    readonly goods: string;
    readonly time: string;
    readonly strong?: true;
    readonly apart?: true;
  }[];
  readonly entries: readonly SheetEntry[];
}

export interface SheetEntry {
  /** Local. */
  readonly day: string;
  readonly shortDay: string;
  readonly clock: string;
  readonly kind: StatementUnit['kind'];
  readonly unit: string;
  readonly item: string;
  readonly entry: string;
  readonly state: string;
  readonly posted: boolean;
  /** A plain decimal in `unit`. */
  readonly quantity: string;
  /** The same as people say it. */
  readonly said: string;
  readonly words: EntryWords;
  readonly id: string;
}

const WORDS = {
  ru: {
    title: { donor: 'Выписка о переданном', recipient: 'Выписка о полученном' },
    lead: (who: string, from: string, to: string) => `${who}. С ${from} по ${to}, время местное.`,
    opening: (day: string) => `Было на ${day}`,
    moved: 'Дошло за период',
    takenBack: 'Взято назад',
    closing: (day: string) => `Стало на ${day}`,
    promised: 'Обещано, в сумму не входит',
  },
  en: {
    title: { donor: 'Statement of what was given', recipient: 'Statement of what was received' },
    lead: (who: string, from: string, to: string) => `${who}. From ${from} to ${to}, local time.`,
    opening: (day: string) => `At the beginning of ${day}`,
    moved: 'Arrived in the period',
    takenBack: 'Taken back',
    closing: (day: string) => `At the end of ${day}`,
    promised: 'Promised, not added',
  },
} as const;

export interface SheetAround {
  readonly who: string;
  readonly publicUrl: string;
  readonly now: Date;
  readonly words: ReadonlyMap<string, EntryWords>;
}

/** A period that runs on is told as of the day on which the statement is made. */
function lastDay({ to, timeZone }: IssuedStatement, now: Date): string {
  const today = dayAt(timeZone, now);
  return to < today ? to : today;
}

export function statementSheet(
  catalogue: Catalogue,
  statement: IssuedStatement,
  around: SheetAround,
  locale: 'ru' | 'en',
): StatementSheet {
  const words = WORDS[locale];
  const entryWords = ENTRY_WORDS[locale];
  const dayOf = (day: string, options: Intl.DateTimeFormatOptions): string =>
    dateFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  const long = (day: string): string => dayOf(day, { day: 'numeric', month: 'long', year: 'numeric' });
  const { units } = statement;
  const of = (kind: StatementUnit['kind'], amountOf: (sum: StatementSum) => number): string =>
    said(
      catalogue,
      statement.sums.filter((sum) => sum.kind === kind),
      amountOf,
      locale,
    );
  const all = (amountOf: (sum: StatementSum) => number) => ({
    money: of('money', amountOf),
    goods: of('goods', amountOf),
    time: of('time', amountOf),
  });
  const entries = units
    .flatMap((unit) => unit.entries.map((entry) => ({ unit, entry })))
    .sort((a, b) => a.entry.at.getTime() - b.entry.at.getTime() || (a.entry.id < b.entry.id ? -1 : 1));
  const scales = new Map(units.map((unit) => [unit, scaleOf(catalogue, unit)]));
  return {
    locale,
    side: statement.side,
    title: words.title[statement.side],
    lead: words.lead(around.who, long(statement.from), long(statement.to)),
    code: statement.verificationCode,
    address: `${around.publicUrl}/v/${statement.verificationCode}`,
    madeAt: dateFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: statement.timeZone }).format(
      around.now,
    ),
    sums: [
      { name: words.opening(long(statement.from)), ...all((sum) => sum.opening) },
      { name: words.moved, ...all((sum) => sum.arrived) },
      ...(statement.sums.some((sum) => sum.takenBack > 0)
        ? [{ name: words.takenBack, ...all((sum) => -sum.takenBack) }]
        : []),
      { name: words.closing(long(lastDay(statement, around.now))), ...all((sum) => sum.closing), strong: true },
      { name: words.promised, ...all((sum) => sum.promised), apart: true },
    ],
    entries: entries.map(({ unit, entry }) => {
      const local = (options: Intl.DateTimeFormatOptions): string =>
        dateFormat(locale, { ...options, timeZone: statement.timeZone }).format(entry.at);
      const scale = scales.get(unit) as Scale;
      return {
        day: local({ day: '2-digit', month: '2-digit', year: 'numeric' }),
        shortDay: local({ day: '2-digit', month: '2-digit' }),
        clock: local({ hour: '2-digit', minute: '2-digit' }),
        kind: unit.kind,
        unit: locale === 'ru' ? scale.ru : scale.en,
        item: nameOf(catalogue.item(unit.item ?? ''), unit.item ?? '', locale),
        entry: entryName(entry, locale),
        state: entryWords.states[entry.state],
        posted: entry.state === 'posted',
        quantity: fromBaseUnits(entry.amount, scale.per),
        said: formatAmount(entry.amount, unit.unit, locale, catalogue),
        words: around.words.get(entry.match ?? '') ?? { what: entryName(entry, locale), whom: '' },
        id: entry.id,
      };
    }),
  };
}

interface Scale {
  readonly per: number;
  readonly ru: string;
  readonly en: string;
}

/** The unit that people type, where all of it can be said in it exactly: roubles, kilograms; hours, or minutes. */
function scaleOf(catalogue: Catalogue, unit: StatementUnit): Scale {
  const typed = catalogue.units.find(({ base }) => base === unit.unit);
  const exact =
    typed !== undefined &&
    (/^10*$/.test(String(typed.basePerUnit)) ||
      [unit.opening, unit.closing, ...unit.entries.map((entry: StatementEntry) => entry.amount)].every(
        (amount) => amount % typed.basePerUnit === 0,
      ));
  const shown = exact ? typed : catalogue.unit(unit.unit);
  return { per: exact ? typed.basePerUnit : 1, ru: shown?.nameRu ?? unit.unit, en: shown?.nameEn ?? unit.unit };
}

function said(
  catalogue: Catalogue,
  sums: readonly StatementSum[],
  amountOf: (sum: StatementSum) => number,
  locale: 'ru' | 'en',
): string {
  const some = sums.filter((sum) => amountOf(sum) !== 0);
  return some.length === 0
    ? '0'
    : some.map((sum) => formatAmount(amountOf(sum), sum.unit, locale, catalogue)).join(', ');
}

function nameOf(
  entry: { readonly nameRu: string; readonly nameEn: string } | undefined,
  code: string,
  locale: 'ru' | 'en',
): string {
  return (locale === 'ru' ? entry?.nameRu : entry?.nameEn) ?? code;
}
