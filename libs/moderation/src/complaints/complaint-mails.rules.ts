import { IntlMessageFormat } from 'intl-messageformat';
import { typograph } from '#kernel';

const TEXTS = {
  approve: {
    subject: { ru: 'Жалоба № {number} подтвердилась', en: 'Complaint No. {number} was found right' },
    body: {
      ru: 'Мы посмотрели, на что вы пожаловались, и согласны.{reason, select, none {} other { Слова модератора: {reason}}}\n\nСама страница от этого решения не меняется: её правит или снимает тот, кто её ведёт.\n\nСпасибо. Тот, на кого вы пожаловались, не узнает, кто это сделал.',
      en: 'We looked at what you complained about, and agree.{reason, select, none {} other { The moderator’s words: {reason}}}\n\nThe page itself is not changed by this decision: whoever keeps it corrects it or takes it back.\n\nThank you. Whoever it is about does not learn who complained.',
    },
  },
  return: {
    subject: { ru: 'Жалоба № {number} не подтвердилась', en: 'Complaint No. {number} was not found right' },
    body: {
      ru: 'Мы посмотрели, на что вы пожаловались, и ничего не меняем. Причина: {reason}\n\nЕсли появится новое, пожалуйтесь ещё раз.',
      en: 'We looked at what you complained about, and change nothing. The reason: {reason}\n\nIf there is something new, complain again.',
    },
  },
} as const;

/** What the complainant is told. None of their own words stand in it: a mail may be read by others. */
export function complaintLetter(
  answer: { readonly outcome: 'approve' | 'return'; readonly number: number; readonly reason: string | null },
  locale: 'ru' | 'en',
): { subject: string; body: string } {
  const write = (text: string): string => {
    const written = String(
      new IntlMessageFormat(text, locale).format({ number: String(answer.number), reason: answer.reason ?? 'none' }),
    );
    return locale === 'ru' ? typograph(written) : written;
  };
  const texts = TEXTS[answer.outcome];
  return { subject: write(texts.subject[locale]), body: write(texts.body[locale]) };
}
