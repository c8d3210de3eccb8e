import { IntlMessageFormat } from 'intl-messageformat';
import { typograph } from '#kernel';
import type { Locale } from './mail-texts.rules.js';

/** Needs that one mail names; the page has all. */
const NAMED = 3;

/** What opened where a person follows, since they were last told. */
export interface FollowNews {
  readonly subject: 'place' | 'sphere';
  readonly name: string;
  readonly count: number;
  /** The newest first. */
  readonly titles: readonly string[];
}

const WORDS = {
  ru: {
    subject:
      '{name}: {count, plural, one {# новая нужда} few {# новые нужды} many {# новых нужд} other {# новой нужды}}',
    lead: {
      place:
        'Вы следите за местом «{name}». Там {count, plural, one {открылась # нужда} few {открылись # нужды} many {открылось # нужд} other {открылось # нужды}}, и помощи ещё ждут:',
      sphere:
        'Вы следите за сферой «{name}». В ней {count, plural, one {открылась # нужда} few {открылись # нужды} many {открылось # нужд} other {открылось # нужды}}, и помощи ещё ждут:',
    },
    line: '• «{title}»',
    more: 'И ещё {count}.',
    end: 'Пишем об этом не чаще раза в неделю и только когда есть новое.',
    button: 'Посмотреть',
  },
  en: {
    subject: '{name}: {count, plural, one {# new need} other {# new needs}}',
    lead: {
      place:
        'You follow “{name}”. {count, plural, one {# need has opened there and still waits} other {# needs have opened there and still wait}} for help:',
      sphere:
        'You follow “{name}”. {count, plural, one {# need has opened in it and still waits} other {# needs have opened in it and still wait}} for help:',
    },
    line: '• “{title}”',
    more: 'And {count} more.',
    end: 'We write about it once a week at most, and only when there is something new.',
    button: 'Have a look',
  },
} as const;

export function followMail(
  { subject, name, count, titles }: FollowNews,
  locale: Locale,
): { readonly subject: string; readonly body: string; readonly button: string } {
  const words = WORDS[locale];
  const say = (message: string, params: Record<string, string | number>): string => {
    const said = String(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format(params));
    return locale === 'ru' ? typograph(said) : said;
  };
  const named = titles.slice(0, NAMED);
  const more = count - named.length;
  const list = [
    ...named.map((title) => say(words.line, { title })),
    ...(more > 0 ? [say(words.more, { count: more })] : []),
  ];
  return {
    subject: say(words.subject, { name, count }),
    body: [`${say(words.lead[subject], { name, count })}\n${list.join('\n')}`, say(words.end, {})].join('\n\n'),
    button: words.button,
  };
}
