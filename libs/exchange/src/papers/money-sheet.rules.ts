import { formatAmount, type Catalogue } from '#catalogue';
import { dateFormat } from '#kernel';
import { isPrivateCategory, titleOfCategory } from '#forms';
import { recipientDetails, type GiftPaper, type MoneyLine, type Receipt } from '#payments';
import type { Verified } from '../statement/a4.js';

/** A receipt or certificate in words, ready to be drawn. */
export interface MoneySheet extends Verified {
  readonly madeAt: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly heads: readonly [day: string, what: string, amount: string];
  readonly rows: readonly {
    readonly day: string;
    readonly what: string;
    readonly below: string;
    readonly amount: string;
  }[];
  readonly sums: readonly { readonly name: string; readonly amount: string; readonly strong?: true }[];
  readonly remarks: readonly string[];
}

type Locale = 'ru' | 'en';
export interface PaperAround {
  readonly publicUrl: string;
  readonly now: Date;
}

const WORDS = {
  ru: {
    receipt: 'Квитанция о пожертвовании',
    receiptLead: {
      bank: (code: string) => `Код перевода ${code}. Деньги видны в выписке банка организации.`,
      stripe: (code: string) => `Код вклада ${code}. Оплачено картой: платёж подтвердила платёжная система Stripe.`,
    },
    certificate: (year: string) => `Справка о пожертвованиях за ${year} год`,
    certificateLead: (who: string) =>
      `${who}. Деньги, поступление которых подтвердил банк организации, а по карте — платёжная система. Вещи и часы сюда не входят.`,
    giver: 'Жертвователь',
    giverInn: 'ИНН жертвователя',
    unnamed: 'не назван',
    giverUnnamed: 'жертвователь не назван',
    purpose: 'Назначение перевода',
    heads: ['День', 'На что', 'Сумма'] as const,
    back: 'Возвращено жертвователю',
    number: (number: string) => `платёж № ${number}`,
    gift: 'Пожертвование',
    received: 'Поступило',
    returned: 'Возвращено',
    total: 'Всего',
    remark: {
      receipt: 'Договор пожертвования заключён на условиях публичной оферты организации.',
      certificate:
        'Полагается ли вычет, решает налоговый орган: это зависит от вида организации и дохода жертвователя.',
    },
  },
  en: {
    receipt: 'Receipt of a donation',
    receiptLead: {
      bank: (code: string) => `Payment code ${code}. The money was seen in the bank statement of the organization.`,
      stripe: (code: string) => `Code of the gift ${code}. Paid by card: the payment was confirmed by Stripe.`,
    },
    certificate: (year: string) => `Certificate of donations in ${year}`,
    certificateLead: (who: string) =>
      `${who}. Money whose arrival was confirmed by the bank of the organization or, by card, by Stripe. Things and hours are not part of it.`,
    giver: 'Giver',
    giverInn: 'INN of the giver',
    unnamed: 'not named',
    giverUnnamed: 'giver not named',
    purpose: 'Purpose of the transfer',
    heads: ['Day', 'For what', 'Amount'] as const,
    back: 'Sent back to the giver',
    number: (number: string) => `payment no. ${number}`,
    gift: 'Donation',
    received: 'Received',
    returned: 'Sent back',
    total: 'In all',
    remark: {
      receipt: 'The contract of donation was made on the terms of the public offer of the organization.',
      certificate:
        'Whether a deduction is due is decided by the tax office: it depends on the kind of the organization and on the income of the giver.',
    },
  },
} as const;

export const paperDay = (day: string, locale: Locale): string =>
  dateFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

/** What money was for: the title of its need; of a private one only its category, since paper outlives every right to read. Empty where nobody knows. */
export function lineTitle(
  catalogue: Catalogue,
  { title, category }: Pick<MoneyLine, 'title' | 'category'>,
  locale: Locale,
): string {
  if (title === null || category === null) return '';
  return isPrivateCategory(catalogue, category) ? titleOfCategory(catalogue, category, locale) : title;
}

/** @param named whether each line says who gave */
export function moneySheet(
  catalogue: Catalogue,
  paper: GiftPaper,
  { publicUrl, now }: PaperAround,
  locale: Locale,
  named = false,
): Omit<MoneySheet, 'title' | 'lead' | 'facts' | 'remarks'> {
  const words = WORDS[locale];
  const say = (amount: number): string => formatAmount(amount, 'kopeck', locale, catalogue);
  const numberOf = ({ bankNumber }: MoneyLine): string[] => (bankNumber ? [words.number(bankNumber)] : []);
  return {
    locale,
    code: paper.verificationCode,
    address: `${publicUrl}/gift-papers/${paper.verificationCode}`,
    heads: words.heads,
    madeAt: dateFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: paper.timeZone }).format(now),
    rows: paper.lines.map((line) => ({
      day: paperDay(line.day, locale),
      what: lineTitle(catalogue, line, locale) || words.gift,
      amount: say(line.amount),
      below: [
        ...(line.returned ? [words.back] : []),
        ...(line.code ? [line.code] : []),
        ...numberOf(line),
        ...(named ? [line.donorName ?? words.giverUnnamed] : []),
      ].join(' · '),
    })),
    sums: [
      ...(paper.returned === 0
        ? []
        : [
            { name: words.received, amount: say(paper.received) },
            { name: words.returned, amount: say(paper.returned) },
          ]),
      { name: words.total, amount: say(paper.total), strong: true },
    ],
  };
}

/** @param who null: the paper names nobody */
export function receiptSheet(catalogue: Catalogue, receipt: Receipt, around: PaperAround, locale: Locale): MoneySheet {
  const words = WORDS[locale];
  return {
    ...moneySheet(catalogue, receipt, around, locale),
    title: words.receipt,
    lead: words.receiptLead[receipt.provider](receipt.gift),
    facts: [
      { label: words.giver, value: receipt.giver ?? words.unnamed },
      { label: words.purpose, value: receipt.purpose },
      ...recipientDetails(receipt.organization, locale),
    ],
    remarks: [words.remark.receipt],
  };
}

/** For the tax office. @param giver as the paper is to name them; `inn` is kept nowhere */
export function certificateSheet(
  catalogue: Catalogue,
  paper: GiftPaper,
  giver: { readonly name: string; readonly inn?: string },
  around: PaperAround,
  locale: Locale,
): MoneySheet {
  const words = WORDS[locale];
  return {
    ...moneySheet(catalogue, paper, around, locale),
    title: words.certificate(paper.from.slice(0, 4)),
    lead: words.certificateLead(giver.name),
    facts: [
      { label: words.giver, value: giver.name },
      ...(giver.inn ? [{ label: words.giverInn, value: giver.inn }] : []),
      ...recipientDetails(paper.organization, locale),
    ],
    remarks: [words.remark.certificate],
  };
}
