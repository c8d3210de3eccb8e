import type { Locale } from '#kernel';
import type { MatchSide } from '#matching';

export const DELIVERY_LETTERS = ['taken', 'released', 'returning'] as const;
export type DeliveryLetter = (typeof DELIVERY_LETTERS)[number];

export interface Told {
  /** How much of what, and for which need: of a private one its category. */
  readonly thing: string;
  readonly title: string;
  /** As the driver calls themselves. */
  readonly driver: string | null;
}

interface Words {
  readonly subject: string;
  readonly body: string;
  readonly notice: string;
}

const someone = { ru: 'Водитель-волонтёр', en: 'A volunteer driver' } as const;

function words(letter: DeliveryLetter, side: MatchSide, { thing, title, driver }: Told, locale: Locale): Words {
  const who = driver ?? someone[locale];
  const what = locale === 'ru' ? `${thing} для «${title}»` : `${thing} for “${title}”`;
  if (letter === 'taken')
    return locale === 'ru'
      ? {
          subject: 'Водитель нашёлся',
          body: `${who} привезёт: ${what}.\n\n${side === 'donor' ? 'Когда водитель приедет, назовите ему код со страницы встречи.' : 'Когда водитель приедет, спросите у него код и введите его на странице передачи.'}\n\nТелефон водителя и где он сейчас — на странице встречи.`,
          notice: `Водитель нашёлся: ${what}`,
        }
      : {
          subject: 'There is a driver',
          body: `${who} will bring ${what}.\n\n${side === 'donor' ? 'When the driver comes, read out the code from the page of the meeting.' : 'When the driver comes, ask for their code and enter it on the page of the hand-over.'}\n\nThe page of the meeting has the driver’s phone, and where they are.`,
          notice: `There is a driver: ${what}`,
        };
  if (letter === 'released')
    return locale === 'ru'
      ? {
          subject: 'Водитель не сможет приехать',
          body: `${who} не сможет привезти: ${what}. Мы снова ищем водителя.`,
          notice: `Снова ищем водителя: ${what}`,
        }
      : {
          subject: 'The driver cannot come',
          body: `${who} cannot bring ${what}. We are looking for another driver.`,
          notice: `Looking for a driver again: ${what}`,
        };
  return locale === 'ru'
    ? {
        subject: 'Вещи везут обратно',
        body: `${who} везёт обратно: ${what}. Вещи не приняли.\n\n${side === 'donor' ? 'Когда водитель приедет, введите его код на странице встречи: вещи снова будут у вас.' : 'Напишите дарителю, если это недоразумение.'}`,
        notice: `Везут обратно: ${what}`,
      }
    : {
        subject: 'Things are on their way back',
        body: `${who} brings back ${what}. It was not taken.\n\n${side === 'donor' ? 'When the driver comes, enter their code on the page of the meeting.' : 'Write to the giver if this is a misunderstanding.'}`,
        notice: `On its way back: ${what}`,
      };
}

/** What a side reads about the driver of its things; no phone and no address stands in a mail. */
export function deliveryLetter(
  letter: DeliveryLetter,
  side: MatchSide,
  told: Readonly<Record<Locale, Told>>,
  locale: Locale,
): { readonly subject: string; readonly body: string; readonly notice: Readonly<Record<Locale, string>> } {
  const { subject, body } = words(letter, side, told[locale], locale);
  return {
    subject,
    body,
    notice: { ru: words(letter, side, told.ru, 'ru').notice, en: words(letter, side, told.en, 'en').notice },
  };
}
