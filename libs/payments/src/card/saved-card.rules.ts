import { DAY_MS, HOUR_MS } from '#kernel';
import { TAKE_BACK_MS } from '../standing-gift.rules.js';

type Locale = 'ru' | 'en';

/** `new`: its form is open; `ready`: dates are charged to it; `leaving`: Stripe is to forget it; `gone`: it has. */
export type SavedCardState = 'new' | 'ready' | 'leaving' | 'gone';

/** So long the giver of a new standing gift may be about to enter a card, and so long the form stays open: until then no date asks for a transfer. */
export const CARD_FOLLOWS_MS = 2 * 60_000;
export const CARD_FORM_MS = HOUR_MS;
/** A form that nobody finished is forgotten, at Stripe too. */
export const CARD_FORM_KEPT_MS = DAY_MS;

/** A date is charged once what the engine decided can no longer be taken back. */
export const chargeAt = (promised: Date): Date => new Date(promised.getTime() + TAKE_BACK_MS + HOUR_MS);

/** Refusals of a bank that come again however often it is asked: it is not asked again by itself. */
const FINAL = [
  'authentication_required',
  'expired_card',
  'incorrect_number',
  'invalid_account',
  'lost_card',
  'pickup_card',
  'restricted_card',
  'stolen_card',
  'do_not_try_again',
  'no_card',
];
const AGAIN_MS = [DAY_MS, 2 * DAY_MS];

/** When a card that was refused is charged again; null: no more. @param tries how often it was refused by now */
export function chargedAgainAt(tries: number, code: string, now: Date, deadline: Date): Date | null {
  const pause = AGAIN_MS[tries - 1];
  if (pause === undefined || FINAL.includes(code)) return null;
  const at = new Date(now.getTime() + pause);
  return at < deadline ? at : null;
}

/** Why a card was refused, as far as the giver can do something about it. */
export const REFUSED_FOR = ['insufficient_funds', 'expired_card', 'authentication_required', 'no_card'] as const;
export type RefusedFor = (typeof REFUSED_FOR)[number] | 'other';
export const refusedFor = (code: string): RefusedFor => REFUSED_FOR.find((one) => one === code) ?? 'other';

interface CardEnd {
  readonly expMonth: number;
  readonly expYear: number;
}

/** Months from that of `day` to the card's last one. */
function monthsLeft({ expMonth, expYear }: CardEnd, day: string): number {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return expYear * 12 + expMonth - (year * 12 + month);
}

/** A card is good through the last day of its month. Its giver is told from the first day of the month before on. */
export const endsSoon = (end: CardEnd, day: string): boolean => monthsLeft(end, day) <= 1;
/** It is good no more. */
export const hasEnded = (end: CardEnd, day: string): boolean => monthsLeft(end, day) < 0;

/** The month after which it is good no more, as it stands on the card. */
export const endOf = ({ expMonth, expYear }: CardEnd): string =>
  `${String(expMonth).padStart(2, '0')}/${String(expYear % 100).padStart(2, '0')}`;

/** What the giver agrees to by saving a card; the text is kept with the card. */
export function cardConsent(amount: string, locale: Locale): string {
  return locale === 'ru'
    ? `Разрешаю списывать с этой карты сумму этого регулярного дара (сейчас ${amount}) в его даты, пока я его не остановлю. О каждом списании предупредят письмом за три дня; отменить его, поставить дар на паузу, сменить или убрать карту можно в любой день. Номер карты хранит Stripe, а не эта площадка.`
    : `I allow this card to be charged with the sum of this standing gift (${amount} now) on its dates until I stop it. A mail announces each charge three days before; I can cancel it, pause the gift, change or remove the card on any day. The number of the card is kept by Stripe and not by this site.`;
}
