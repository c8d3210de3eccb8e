import { typograph } from '#kernel';
import type { RefusedFor } from './saved-card.rules.js';

type Locale = 'ru' | 'en';

interface Letter {
  readonly subject: string;
  readonly body: string;
  readonly button: string;
}

export interface RefusedCharge {
  /** As the giver knows it: Visa •• 4242; empty where there is none. */
  readonly card: string;
  readonly amount: string;
  readonly title: string;
  readonly organization: string;
  readonly why: RefusedFor;
  /** In words; null: it is not tried again by itself. */
  readonly again: string | null;
  /** Until when the place in the need is kept, in words. */
  readonly until: string;
}

const WHY: Readonly<Record<Locale, Readonly<Record<RefusedFor, string>>>> = {
  ru: {
    insufficient_funds: 'Банк ответил, что на карте не хватает денег.',
    expired_card: 'Срок карты истёк.',
    authentication_required: 'Банк просит, чтобы платёж подтвердили вы сами.',
    no_card: 'Сохранённой карты больше нет.',
    other: 'Банк отказал и не сказал почему: это знает только он.',
  },
  en: {
    insufficient_funds: 'The bank says that there is not enough money on the card.',
    expired_card: 'The card has expired.',
    authentication_required: 'The bank asks you to confirm the payment yourself.',
    no_card: 'There is no saved card any more.',
    other: 'The bank refused it without a reason: only the bank knows.',
  },
};

/** A charge of a saved card did not go through. Where the money is comes first; the subject may be seen by others and names no sum. */
export function refusedLetter(
  { card, amount, title, organization, why, again, until }: RefusedCharge,
  locale: Locale,
): Letter {
  const ru = locale === 'ru';
  const of = card === '' ? '' : ru ? ` с карты ${card}` : ` from ${card}`;
  const next =
    again === null
      ? ru
        ? `Сами больше пробовать не будем. Можно заплатить сейчас другой картой или сменить сохранённую. До ${until} место в нужде ждёт, потом освободится; это не сорванное обещание.`
        : `It is not tried again by itself. You can pay now with another card, or change the saved one. The place in the need waits until ${until}; then it is free, and no promise is broken by it.`
      : ru
        ? `Попробуем ещё раз ${again}. Можно не ждать: заплатить сейчас другой картой или сменить сохранённую. Если ничего не делать, место в нужде ждёт до ${until}.`
        : `It is tried again on ${again}. You need not wait: pay now with another card, or change the saved one. If you do nothing, the place in the need waits until ${until}.`;
  return letter(
    {
      subject: ru
        ? 'Регулярный дар: карта не сработала, денег не списали'
        : 'Your standing gift: the card was refused, nothing was charged',
      body: [
        ru
          ? `Денег не списали. Мы хотели взять ${amount}${of} на «${title}», ${organization}.`
          : `Nothing was charged. ${amount} was to be taken${of} for “${title}”, ${organization}.`,
        WHY[locale][why],
        next,
      ].join('\n\n'),
      button: ru ? 'Заплатить сейчас' : 'Pay now',
    },
    locale,
  );
}

/** The card is good no more soon, or already. */
export function endingLetter(
  { card, end, past }: { readonly card: string; readonly end: string; readonly past: boolean },
  locale: Locale,
): Letter {
  const ru = locale === 'ru';
  return letter(
    {
      subject: ru
        ? past
          ? 'Срок карты регулярного дара истёк'
          : 'Срок карты регулярного дара скоро истечёт'
        : past
          ? 'The card of your standing gift has expired'
          : 'The card of your standing gift expires soon',
      body: ru
        ? `Карта ${card}, с которой идёт регулярный дар, действует до конца ${end}. Если банк выпустил новую с тем же счётом, Stripe обычно узнаёт о ней сам, и делать ничего не нужно.\n\nЧтобы не пропустить дату, замените карту: это минута. Не замените — банк, скорее всего, откажет, денег не спишут, и мы об этом напишем.`
        : `The card ${card} that pays your standing gift is good until the end of ${end}. Where the bank has issued a new one for the same account, Stripe usually learns of it by itself, and there is nothing to do.\n\nTo miss no date, change the card: it takes a minute. If you do not, the bank will probably refuse it, nothing is charged, and you get a mail.`,
      button: ru ? 'Сменить карту' : 'Change the card',
    },
    locale,
  );
}

/** How a giver knows a card. */
export function cardName(brand: string | null, last4: string | null): string {
  const known: Readonly<Record<string, string>> = {
    visa: 'Visa',
    mastercard: 'Mastercard',
    amex: 'American Express',
    unionpay: 'UnionPay',
    mir: 'Мир',
    jcb: 'JCB',
    diners: 'Diners Club',
    discover: 'Discover',
  };
  return `${known[brand ?? ''] ?? ''} •• ${last4 ?? '····'}`.trim();
}

function letter(made: Letter, locale: Locale): Letter {
  return locale === 'en' ? made : { ...made, subject: typograph(made.subject), body: typograph(made.body) };
}
