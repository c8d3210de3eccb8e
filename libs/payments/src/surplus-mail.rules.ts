export type SurplusLetter = 'asked' | 'returned';

export interface SurplusNews {
  readonly amount: string;
  readonly organization: string;
  /** Title of the need that had no room for it. */
  readonly title: string;
  readonly number: string;
}

/** What a donor reads of money beyond a need. The subject may be seen by others and names no sum. */
export function surplusLetter(letter: SurplusLetter, { amount, organization, title, number }: SurplusNews, locale: 'ru' | 'en'): { readonly subject: string; readonly body: string; readonly button: string } {
  if (letter === 'asked') {
    return locale === 'ru'
      ? { subject: 'Денег пришло больше, чем нужно: решать вам', body: `Нужда «${title}» собрана, и ${amount} из вашего вклада в неё не поместились. Они лежат отдельно на счёте: ${organization}.\n\nИх можно отдать на похожую нужду, оставить организации или попросить вернуть. Не ответите — деньги останутся лежать: за вас не решит никто.`, button: 'Решить' }
      : { subject: 'More money came than was needed: it is yours to decide', body: `The need “${title}” is met, and ${amount} of your gift had no room in it. It lies apart on the account of ${organization}.\n\nIt can go to a similar need, stay with the organization, or you may ask for it back. If you do not answer, it stays where it is: nobody decides for you.`, button: 'Decide' };
  }
  return locale === 'ru'
    ? { subject: 'Организация вернула вам деньги', body: `${organization} вернула ${amount}: перевод № ${number}. До вас он обычно идёт один-три рабочих дня.\n\nВ вашей выписке видны обе записи: что пришло и что вернулось.`, button: 'Посмотреть' }
    : { subject: 'The organization has sent money back to you', body: `${organization} has sent back ${amount}: transfer no. ${number}. It usually takes one to three working days.\n\nYour statement shows both entries: what came and what went back.`, button: 'Have a look' };
}
