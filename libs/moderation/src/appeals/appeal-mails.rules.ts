import { IntlMessageFormat } from 'intl-messageformat';
import { typograph } from '#kernel';
import type { AppealableType, AppealOutcome } from './appeal.rules.js';

export type AnsweredAs = Exclude<AppealOutcome, 'moot'>;

const WORDS_OF_MODERATOR = {
  ru: '{reason, select, none {} other { Слова модератора: {reason}}}',
  en: '{reason, select, none {} other { The moderator’s words: {reason}}}',
} as const;

const TEXTS = {
  lifted: {
    subject: { ru: 'Апелляция № {number}: отказ отменён', en: 'Appeal No. {number}: the refusal is lifted' },
    body: {
      ru: `Другой модератор посмотрел «{title}» и отменил отказ: теперь всё в силе.${WORDS_OF_MODERATOR.ru}\n\nПрежнее решение остаётся в истории рядом с новым.`,
      en: `Another moderator looked at “{title}” and lifted the refusal: it is in force now.${WORDS_OF_MODERATOR.en}\n\nThe earlier decision stays in the history beside the new one.`,
    },
  },
  again: {
    subject: { ru: 'Апелляция № {number}: отказ отменён', en: 'Appeal No. {number}: the refusal is lifted' },
    body: {
      ru: `Другой модератор посмотрел «{title}» и отменил отказ. Отправьте ещё раз: то же самое не вернут.${WORDS_OF_MODERATOR.ru}`,
      en: `Another moderator looked at “{title}” and lifted the refusal. Send it once more: it will not be refused for the same reason.${WORDS_OF_MODERATOR.en}`,
    },
  },
  kept: {
    subject: { ru: 'Апелляция № {number}: отказ остаётся', en: 'Appeal No. {number}: the refusal stays' },
    body: {
      ru: 'Другой модератор посмотрел «{title}» и оставил отказ. Причина: {reason}{of, select, suspension {} other {\n\nПоправьте и отправьте снова: новое решение можно обжаловать так же.}}',
      en: 'Another moderator looked at “{title}” and the refusal stays. The reason: {reason}{of, select, suspension {} other {\n\nCorrect it and submit it again: the new decision may be appealed against in the same way.}}',
    },
  },
} as const;

/** What those who were refused read about their appeal. Their own words do not stand in it. */
export function appealLetter(
  answer: {
    readonly outcome: AnsweredAs;
    /** What was refused. */
    readonly of: AppealableType;
    readonly number: number;
    readonly title: string;
    readonly reason: string | null;
  },
  locale: 'ru' | 'en',
): { subject: string; body: string } {
  const write = (text: string): string => {
    const written = String(
      new IntlMessageFormat(text, locale).format({
        number: String(answer.number),
        title: answer.title,
        of: answer.of,
        reason: answer.reason ?? 'none',
      }),
    );
    return locale === 'ru' ? typograph(written) : written;
  };
  const texts = TEXTS[answer.outcome];
  return { subject: write(texts.subject[locale]), body: write(texts.body[locale]) };
}
