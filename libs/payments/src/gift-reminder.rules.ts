import { DAY_MS, typograph } from '#kernel';

/** So long after a promise its giver is reminded first, and so long before its end again. */
const FIRST_AFTER_MS = 3 * DAY_MS;
const LAST_BEFORE_MS = 2 * DAY_MS;
export const REMINDERS_MOST = 2;

/** How many reminders are due by now of a gift that is not paid: none once its time is over. */
export function remindersDue(
  { createdAt, deadline }: { readonly createdAt: Date; readonly deadline: Date },
  now: Date,
): number {
  if (now >= deadline) return 0;
  if (now.getTime() >= deadline.getTime() - LAST_BEFORE_MS) return REMINDERS_MOST;
  return now.getTime() >= createdAt.getTime() + FIRST_AFTER_MS ? 1 : 0;
}

export interface RemindedGift {
  readonly amount: string;
  readonly title: string;
  readonly organization: string;
  readonly code: string;
  /** In words. */
  readonly until: string;
  readonly last: boolean;
}

/** A promise that is not paid yet. The subject may be seen by others and names no sum. */
export function reminderLetter(
  { amount, title, organization, code, until, last }: RemindedGift,
  locale: 'ru' | 'en',
): { readonly subject: string; readonly body: string; readonly button: string; readonly alt: string } {
  if (locale === 'en')
    return {
      subject: last ? 'Your gift is awaited for two more days' : 'Your gift is not seen yet',
      body: `You promised ${amount} to “${title}”, ${organization}. In the bank statement it is not seen yet.\n\nThe QR code below has the sum, the account and the code ${code}. It is awaited until ${until}; then its place is free again, and money that comes later still counts.\n\nIf you have sent it already, there is nothing to do: a bank takes one to three working days, and the organization reads its statement after that.`,
      button: 'How to pay',
      alt: `Payment QR code, ${amount}`,
    };
  return {
    subject: typograph(last ? 'Ваш вклад ждём ещё два дня' : 'Ваш вклад пока не виден'),
    body: typograph(
      `Вы обещали ${amount} на «${title}», ${organization}. В выписке банка перевода пока не видно.\n\nВ QR-коде ниже уже есть сумма, счёт и код ${code}. Ждём до ${until}; потом место освободится, а деньги, пришедшие позже, всё равно засчитаются.\n\nЕсли вы уже перевели, ничего делать не нужно: банк везёт деньги один-три рабочих дня, и ещё организация загружает выписку.`,
    ),
    button: 'Как перевести',
    alt: `Платёжный QR-код, ${amount}`,
  };
}
