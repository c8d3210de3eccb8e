export interface DisputedGift {
  readonly amount: string;
  readonly title: string;
  readonly code: string;
  /** Whether the money came back: then the dispute was won. */
  readonly won: boolean;
}

/** What those who answer for an organization's account read when the bank of a giver calls money back. The subject may be seen by others and names no sum. */
export function disputeLetter(
  { amount, title, code, won }: DisputedGift,
  locale: 'ru' | 'en',
): { readonly subject: string; readonly body: string; readonly button: string } {
  if (won)
    return locale === 'ru'
      ? {
          subject: 'Спор о платеже картой выигран',
          body: `Банк дарителя вернул ${amount} по вкладу ${code} на «${title}». Деньги снова в книге и на вашем счёте в Stripe.`,
          button: 'Посмотреть',
        }
      : {
          subject: 'A dispute about a card payment was won',
          body: `The bank of the giver has given back ${amount} of the gift ${code} to “${title}”. The money is in the books and on your account at Stripe again.`,
          button: 'Have a look',
        };
  return locale === 'ru'
    ? {
        subject: 'Платёж картой оспорили в банке',
        body: `Даритель вклада ${code} на «${title}» попросил свой банк вернуть деньги: ${amount}. Stripe уже забрал их до решения, и книга это показывает.\n\nНе тратьте эти деньги. Отвечает банку площадка: если есть чем подтвердить, что вклад был настоящим, напишите ей. Решение обычно занимает два-три месяца; если спор выигран, деньги вернутся сами.`,
        button: 'Посмотреть',
      }
    : {
        subject: 'A card payment is disputed at the bank',
        body: `The giver of the gift ${code} to “${title}” has asked their bank to call the money back: ${amount}. Stripe has taken it until that is decided, and the books show it.\n\nDo not spend this money. The site answers the bank: if you have something that shows that the gift was meant, write to it. It usually takes two or three months; if the dispute is won, the money comes back by itself.`,
        button: 'Have a look',
      };
}
