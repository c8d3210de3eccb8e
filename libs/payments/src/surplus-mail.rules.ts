/** `unseen`: what was taken for this gift in a bank statement was none of it. */
export type SurplusLetter = 'asked' | 'returned' | 'returned-to-card' | 'unseen';

export interface SurplusNews {
  readonly amount: string;
  readonly organization: string;
  /** Title of the need that had no room for it. */
  readonly title: string;
  readonly number: string;
}

/** What a donor reads of money beyond a need. The subject may be seen by others and names no sum. */
export function surplusLetter(
  letter: SurplusLetter,
  { amount, organization, title, number }: SurplusNews,
  locale: 'ru' | 'en',
): { readonly subject: string; readonly body: string; readonly button: string } {
  if (letter === 'asked') {
    return locale === 'ru'
      ? {
          subject: 'Денег пришло больше, чем нужно: решать вам',
          body: `Нужда «${title}» собрана, и ${amount} из вашего вклада в неё не поместились. Они лежат отдельно на счёте: ${organization}.\n\nИх можно отдать на похожую нужду, оставить организации или попросить вернуть. Не ответите — деньги останутся лежать: за вас не решит никто.`,
          button: 'Решить',
        }
      : {
          subject: 'More money came than was needed: it is yours to decide',
          body: `The need “${title}” is met, and ${amount} of your gift had no room in it. It lies apart on the account of ${organization}.\n\nIt can go to a similar need, stay with the organization, or you may ask for it back. If you do not answer, it stays where it is: nobody decides for you.`,
          button: 'Decide',
        };
  }
  if (letter === 'unseen') {
    return locale === 'ru'
      ? {
          subject: 'Запись о ваших деньгах исправили',
          body: `${organization} отменила запись: перевод, который приняли за ваш вклад ${amount} на «${title}», оказался другим.\n\nЕсли вы уже перевели, ничего делать не нужно: деньги засчитаются, когда найдутся в выписке банка. По тому же коду можно перевести и сейчас.`,
          button: 'Посмотреть',
        }
      : {
          subject: 'A record of your money was corrected',
          body: `${organization} has taken a record back: the transfer that was taken for your gift of ${amount} to “${title}” was another one.\n\nIf you have sent the money, there is nothing to do: it counts once it is found in the bank statement. You may also send it now with the same code.`,
          button: 'Have a look',
        };
  }
  if (letter === 'returned-to-card') {
    return locale === 'ru'
      ? {
          subject: 'Деньги вернули на вашу карту',
          body: `${organization} вернула ${amount} из вашего вклада на «${title}» на ту карту, с которой вы платили. Банк обычно показывает их через пять-десять рабочих дней.\n\nВ вашей выписке видны обе записи: что пришло и что вернулось.`,
          button: 'Посмотреть',
        }
      : {
          subject: 'Money was sent back to your card',
          body: `${organization} has sent ${amount} of your gift to “${title}” back to the card that you paid with. The bank usually shows it in five to ten working days.\n\nYour statement shows both entries: what came and what went back.`,
          button: 'Have a look',
        };
  }
  return locale === 'ru'
    ? {
        subject: 'Организация вернула вам деньги',
        body: `${organization} вернула ${amount}: перевод № ${number}. До вас он обычно идёт один-три рабочих дня.\n\nВ вашей выписке видны обе записи: что пришло и что вернулось.`,
        button: 'Посмотреть',
      }
    : {
        subject: 'The organization has sent money back to you',
        body: `${organization} has sent back ${amount}: transfer no. ${number}. It usually takes one to three working days.\n\nYour statement shows both entries: what came and what went back.`,
        button: 'Have a look',
      };
}
