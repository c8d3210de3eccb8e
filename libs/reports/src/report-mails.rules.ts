import { IntlMessageFormat } from 'intl-messageformat';
import { typograph } from '#kernel';

type Locale = 'ru' | 'en';

const WORDS: Record<Locale, { readonly subject: string; readonly body: string; readonly button: string }> = {
  ru: {
    subject: 'Что стало с вашей помощью: «{title}»',
    body: '{organization} отчиталась по нужде «{title}», которой вы помогли. Сколько пришло, что изменилось и чего не удалось — на странице нужды.\n\nСпасибо. Ваше имя там есть, только если вы сами так решили.',
    button: 'Прочитать отчёт',
  },
  en: {
    subject: 'What became of your help: “{title}”',
    body: '{organization} has reported on the need “{title}” that you helped with. How much came, what has changed and what did not work out stands on the page of the need.\n\nThank you. Your name is there only if you have said so yourself.',
    button: 'Read the report',
  },
};

/** The letter to a person who gave: it never says what the report says, nor who else gave. */
export function reportLetter(
  need: { readonly title: string; readonly organization: string },
  locale: Locale,
): { subject: string; body: string; button: string } {
  const { subject, body, button } = WORDS[locale];
  const say = (text: string): string => {
    const said = String(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).format(need));
    return locale === 'ru' ? typograph(said) : said;
  };
  return { subject: say(subject), body: say(body), button };
}
