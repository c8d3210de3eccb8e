import { stringify } from 'csv-stringify/sync';
import { roublesInFiles, type Catalogue } from '#catalogue';
import { asCell } from '#kernel';
import type { GiftPaper } from '#payments';
import { lineTitle, moneySheet, paperDay, type MoneySheet, type PaperAround } from './money-sheet.rules.js';

type Locale = 'ru' | 'en';

/** The register of an organization's money in words, ready to be written down. */
export interface RegisterSheet {
  readonly locale: Locale;
  readonly title: string;
  readonly lead: string;
  readonly heads: readonly string[];
  /** All words but the sum, which is a plain decimal of roubles. */
  readonly rows: readonly {
    readonly before: readonly string[];
    readonly sum: string;
    readonly after: readonly string[];
  }[];
  readonly sums: readonly { readonly name: string; readonly sum: string }[];
  readonly check: readonly [name: string, code: string, address: string];
}

const WORDS = {
  ru: {
    title: 'Реестр пожертвований',
    lead: (name: string, inn: string, from: string, to: string) => `${name}, ИНН ${inn}. С ${from} по ${to}. Рубли.`,
    heads: ['День', 'Платёж №', 'Код', 'Нужда №', 'На что', 'Сумма', 'Что это', 'Жертвователь'],
    came: 'поступление',
    back: 'возврат',
    unnamed: 'не назван',
    received: 'Поступило',
    returned: 'Возвращено',
    total: 'Всего',
    check: 'Код проверки',
  },
  en: {
    title: 'Register of donations',
    lead: (name: string, inn: string, from: string, to: string) =>
      `${name}, INN ${inn}. From ${from} to ${to}. Roubles.`,
    heads: ['Day', 'Payment no.', 'Code', 'Need no.', 'For what', 'Sum', 'What it is', 'Giver'],
    came: 'received',
    back: 'sent back',
    unnamed: 'not named',
    received: 'Received',
    returned: 'Sent back',
    total: 'In all',
    check: 'Verification code',
  },
} as const;

export function registerSheet(
  catalogue: Catalogue,
  paper: GiftPaper,
  publicUrl: string,
  locale: Locale,
): RegisterSheet {
  const words = WORDS[locale];
  const { organization, from, to, lines, received, returned, total, verificationCode } = paper;
  return {
    locale,
    title: words.title,
    lead: words.lead(organization.name, organization.inn ?? '—', paperDay(from, locale), paperDay(to, locale)),
    heads: words.heads,
    rows: lines.map((line) => ({
      before: [
        paperDay(line.day, locale),
        line.bankNumber ?? '',
        line.code ?? '',
        line.needNumber === null ? '' : String(line.needNumber),
        lineTitle(catalogue, line, locale),
      ],
      sum: roublesInFiles(line.amount),
      after: [line.returned ? words.back : words.came, line.donorName ?? words.unnamed],
    })),
    sums: [
      { name: words.received, sum: roublesInFiles(received) },
      { name: words.returned, sum: roublesInFiles(returned) },
      { name: words.total, sum: roublesInFiles(total) },
    ],
    check: [words.check, verificationCode, `${publicUrl}/gift-papers/${verificationCode}`],
  };
}

/** In Russian for Excel (semicolons, decimal comma), in English by RFC 4180; both with the mark by which Excel knows UTF-8. */
export function registerCsv({ locale, title, lead, heads, rows, sums, check }: RegisterSheet): string {
  const decimal = (sum: string): string => (locale === 'ru' ? sum.replace('.', ',') : sum);
  const all = [
    [asCell(title)],
    [asCell(lead)],
    [],
    [...heads],
    ...rows.map(({ before, sum, after }) => [...before.map(asCell), decimal(sum), ...after.map(asCell)]),
    [],
    ...sums.map(({ name, sum }) => [name, decimal(sum)]),
    [],
    [...check],
  ];
  return `\uFEFF${stringify(all, { delimiter: locale === 'ru' ? ';' : ',', record_delimiter: 'windows' })}`;
}

/** The register on paper, for a folder of the accountant or an auditor. */
export function registerPaperSheet(
  catalogue: Catalogue,
  paper: GiftPaper,
  around: PaperAround,
  locale: Locale,
): MoneySheet {
  const words = WORDS[locale];
  const { organization, from, to } = paper;
  return {
    ...moneySheet(catalogue, paper, around, locale, true),
    title: words.title,
    lead: words.lead(organization.name, organization.inn ?? '—', paperDay(from, locale), paperDay(to, locale)),
    facts: [],
    remarks: [],
  };
}
