import { typograph } from '#kernel';

export interface MailedTransfer {
  readonly amount: string;
  readonly organization: string;
  readonly needs: number;
}

const RU_NEEDS = new Intl.PluralRules('ru-RU');
const ONE_OF: Readonly<Record<string, string>> = { one: 'нужда', few: 'нужды' };
const needsIn = (count: number, locale: 'ru' | 'en'): string =>
  locale === 'ru'
    ? `${count} ${ONE_OF[RU_NEEDS.select(count)] ?? 'нужд'}`
    : `${count} ${count === 1 ? 'need' : 'needs'}`;

/** Transfers of a pledge were put together. The subject may be seen by others and names no sum. @param until the last day on which they are awaited, in words */
export function pledgeLetter(
  { transfers, until }: { readonly transfers: readonly MailedTransfer[]; readonly until: string },
  locale: 'ru' | 'en',
): { readonly subject: string; readonly body: string; readonly button: string } {
  const lines = transfers.map(
    ({ amount, organization, needs }) => `— ${organization}: ${amount}, ${needsIn(needs, locale)}`,
  );
  if (locale === 'en')
    return {
      subject: 'Transfers of your pledge are put together',
      body: `One transfer for each organization, the oldest needs first:\n\n${lines.join('\n')}\n\nThey are awaited until ${until}. Any line can be left out before it is paid.`,
      button: 'To the transfers',
    };
  return {
    subject: typograph('Переводы по поручению собраны'),
    body: typograph(
      `Один перевод на организацию, старшие нужды первыми:\n\n${lines.join('\n')}\n\nЖдём их до ${until}. Пока не оплачено, любую строку можно убрать.`,
    ),
    button: 'К переводам',
  };
}
