import { IntlMessageFormat } from 'intl-messageformat';
import { dateFormat, typograph } from '#kernel';
import type { NeedReminder } from './reminders.rules.js';

/** One need of a reminder: `day` as people of its place say it. */
export interface RemindedNeed {
  readonly number: number;
  readonly title: string;
  readonly day: string;
  /** Renews with one click, or leads to the need. */
  readonly url: string;
}

type Words = {
  readonly subject: string;
  readonly lead: string;
  readonly line: string;
  readonly end: string;
  readonly button: string;
  readonly list: string;
};

const WORDS: Record<NeedReminder, Record<'ru' | 'en', Words>> = {
  stale: {
    ru: {
      subject:
        '{count, plural, =1 {Нужда № {number} ещё актуальна?} one {# нужда ещё актуальна?} few {# нужды ещё актуальны?} many {# нужд ещё актуальны?} other {# нужды ещё актуальны?}}',
      lead: '{count, plural, =1 {Эту нужду} other {Эти нужды}} давно не подтверждали. Если помощь ещё нужна, продлите: одно нажатие, входить не надо. Без продления нужда снимется с публикации.',
      line: '№ {number} «{title}», ответьте до {day}',
      end: 'Ссылка работает один раз и только для вас. Если помощь уже не нужна, делать ничего не надо.',
      button: 'Продлить',
      list: 'Продлить одним нажатием',
    },
    en: {
      subject: '{count, plural, =1 {Does need No. {number} still stand?} other {Do these # needs still stand?}}',
      lead: 'Nobody has confirmed {count, plural, =1 {this need} other {these needs}} for a while. If help is still needed, renew: one click, no sign-in. Without it the need leaves the list.',
      line: 'No. {number} “{title}”, answer by {day}',
      end: 'The link works once and only for you. If help is no longer needed, you need not do anything.',
      button: 'Renew',
      list: 'Renew with one click',
    },
  },
  deadline: {
    ru: {
      subject:
        '{count, plural, =1 {Срок нужды № {number} подходит} one {Подходит срок # нужды} few {Подходит срок # нужд} many {Подходит срок # нужд} other {Подходит срок # нужды}}',
      lead: 'После срока нужда снимется с публикации. Если помощь ещё нужна, поставьте новый срок.',
      line: '№ {number} «{title}», срок {day}',
      end: 'Если всё уже пришло, подтвердите получение и закройте нужду.',
      button: 'Открыть нужду',
      list: 'Срок подходит',
    },
    en: {
      subject:
        '{count, plural, =1 {The deadline of need No. {number} is near} other {The deadlines of # needs are near}}',
      lead: 'After its deadline a need leaves the list. If help is still needed, set a new one.',
      line: 'No. {number} “{title}”, due {day}',
      end: 'If everything has arrived, confirm the receipt and close the need.',
      button: 'Open the need',
      list: 'The deadline is near',
    },
  },
};

export interface ReminderLetter {
  readonly subject: string;
  readonly body: string;
  /** The button, where there is one need. */
  readonly action?: { readonly url: string; readonly label: string };
  /** The list of links, where there are more. */
  readonly sections?: readonly {
    readonly title: string;
    readonly items: readonly { readonly text: string; readonly url: string }[];
  }[];
}

/** One mail for all needs of an organization that are due, so that a hundred imported needs are not a hundred mails. */
export function reminderLetter(
  reminder: NeedReminder,
  needs: readonly RemindedNeed[],
  locale: 'ru' | 'en',
): ReminderLetter {
  const words = WORDS[reminder][locale];
  const count = needs.length;
  const say = (message: string, params: Record<string, string | number>): string => {
    const said = String(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format(params));
    return locale === 'ru' ? typograph(said) : said;
  };
  const items = needs.map(({ number, title, day, url }) => ({
    text: say(words.line, { number: String(number), title, day }),
    url,
  }));
  const subject = say(words.subject, { count, number: String(needs[0]?.number ?? '') });
  const [only, ...more] = items;
  const lead = say(words.lead, { count });
  const end = say(words.end, {});
  if (only && more.length === 0)
    return { subject, body: [lead, only.text, end].join('\n\n'), action: { url: only.url, label: words.button } };
  return { subject, body: [lead, end].join('\n\n'), sections: [{ title: words.list, items }] };
}

/** "27 ноября": the day of the place where the need is. */
export function dayText(at: Date, locale: 'ru' | 'en', timeZone: string): string {
  return dateFormat(locale, { timeZone, day: 'numeric', month: 'long' }).format(at);
}
