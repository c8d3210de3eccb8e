import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './mail-texts.rules.js';
import type { Side } from './match-mails.rules.js';

type Text = Readonly<Record<'subject' | 'body', string>>;

/** What a mail says of a message, by who wrote it: that there is one, and nothing of what it says. */
const TEXTS: Readonly<Record<Side, Readonly<Record<Locale, Text>>>> = {
  organization: {
    ru: {
      subject: 'Вам написали о встрече: «{title}»',
      body: '{organization} написала вам о передаче для нужды «{title}». Прочитать и ответить можно на странице: в письмах переписки нет.',
    },
    en: {
      subject: 'You have a message: “{title}”',
      body: '{organization} has written to you about the hand-over for the need “{title}”. Read it and answer on the page: mails never hold what was written.',
    },
  },
  donor: {
    ru: {
      subject: 'Вам написали о встрече: «{title}»',
      body: 'Даритель написал вам о передаче для нужды «{title}». Прочитать и ответить можно на странице: в письмах переписки нет.',
    },
    en: {
      subject: 'You have a message: “{title}”',
      body: 'The donor has written to you about the hand-over for the need “{title}”. Read it and answer on the page: mails never hold what was written.',
    },
  },
};

export function messageMailText(
  from: Side,
  locale: Locale,
  params: { readonly title: string; readonly organization: string },
): { subject: string; body: string } {
  const { subject, body } = TEXTS[from][locale];
  const write = (text: string): string =>
    String(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).format(params));
  return { subject: write(subject), body: write(body) };
}
