import { dateFormat, DAY_MS, typograph } from '#kernel';

type Locale = 'ru' | 'en';

export interface MailedGift {
  readonly code: string;
  readonly amount: string;
  readonly title: string;
  readonly organization: string;
  /** Sentences, what weighed most first. */
  readonly why: readonly string[];
}

export interface StandingGiftNews {
  /** What each date gives. */
  readonly amount: string;
  readonly gifts: readonly MailedGift[];
  /** What of it nobody could take; null: nothing is left. */
  readonly left: string | null;
  /** Until when it can be taken back. */
  readonly takeBackUntil: string;
  readonly next: string | null;
  /** By a saved card: which one, and on which day it is charged; null: by transfer. */
  readonly charge: { readonly card: string; readonly on: string } | null;
  /** What its links begin with, up to the token. */
  readonly link: (verb: string) => string;
}

export interface StandingGiftLetter {
  readonly subject: string;
  readonly body: string;
  readonly button: string;
  readonly sections: readonly {
    readonly title: string;
    readonly items: readonly { readonly text: string; readonly url: string }[];
  }[];
}

/** A date has come: where the money goes, why, and how to pay it. The subject may be seen by others and names no sum. */
export function givenLetter(
  { gifts, left, takeBackUntil, next, charge, link }: StandingGiftNews,
  locale: Locale,
): StandingGiftLetter {
  const ru = locale === 'ru';
  const lines = gifts.map(
    ({ amount, title, organization, why }) =>
      `${amount}: «${title}», ${organization}.\n${why.map((one) => `— ${one}`).join('\n')}`,
  );
  const leftLine =
    left === null
      ? []
      : [
          ru
            ? `Ещё ${left} сейчас никто взять не может: они остались у вас.`
            : `Nobody can take ${left} more now: it stays with you.`,
        ];
  const body = [
    firstWords(charge, locale),
    ...lines,
    ...leftLine,
    takeBackWords(takeBackUntil, charge, locale),
    nextWords(next, locale),
  ].join('\n\n');
  const pay = {
    title: charge ? (ru ? 'Куда' : 'Where to') : ru ? 'Перевести' : 'Transfer',
    items: gifts.map(({ code, amount, organization }) => ({
      text: `${amount}, ${organization}`,
      url: `/gifts/${code}`,
    })),
  };
  const verbs = [
    ...gifts.map(({ code, organization }) => ({
      text: ru ? `Забрать решение назад: ${organization}` : `Take it back: ${organization}`,
      url: link(`take-back&gift=${code}`),
    })),
    ...manageItems(link, locale, 'pause', charge !== null),
  ];
  return letter(
    {
      subject: ru ? 'Регулярный дар: куда он пойдёт в этот раз' : 'Your standing gift: where it goes this time',
      body,
      button: charge ? (ru ? 'Посмотреть' : 'Have a look') : ru ? 'Показать QR-код' : 'Show the QR code',
      sections: [...(gifts.length > 1 ? [pay] : []), { title: ONE_CLICK[locale], items: verbs }],
    },
    locale,
  );
}

function firstWords(charge: StandingGiftNews['charge'], locale: Locale): string {
  if (charge === null)
    return locale === 'ru'
      ? 'Подбор выбрал, куда пойдёт ваш регулярный дар. Осталось перевести: QR-код ниже, реквизиты на странице дара.'
      : 'The engine has chosen where your standing gift goes. What is left is to transfer it: the QR code is below, the details are on its page.';
  const { card, on } = charge;
  return locale === 'ru'
    ? `Подбор выбрал, куда пойдёт ваш регулярный дар. Спишем с карты ${card} ${on}, сегодня ничего не списали.`
    : `The engine has chosen where your standing gift goes. ${card} is charged on ${on}; nothing was charged today.`;
}

function takeBackWords(until: string, charge: StandingGiftNews['charge'], locale: Locale): string {
  if (charge === null)
    return locale === 'ru'
      ? `Решение можно забрать назад до ${until}. Не переведёте — через десять дней место освободится само.`
      : `The decision can be taken back until ${until}. If you do not pay, the place is free again in ten days.`;
  return locale === 'ru'
    ? `Решение можно забрать назад до ${until}: тогда ничего не спишется. Пауза и остановка тоже отменяют списание.`
    : `The decision can be taken back until ${until}: then nothing is charged. A pause and the end cancel the charge, too.`;
}

/** Nobody there can take it: it waits for a word. */
export function askLetter(
  { amount, link }: Pick<StandingGiftNews, 'amount' | 'link'>,
  locale: Locale,
): StandingGiftLetter {
  const ru = locale === 'ru';
  const body = ru
    ? `Там, куда вы даёте регулярно, сейчас нет нужды, которой можно перевести сразу. Поэтому ${amount} в этот раз остались у вас, а дар стоит на паузе.\n\nЧто дальше, решать вам: выбрать другую цель, продолжить позже или остановить.`
    : `Where you give regularly no need takes a transfer at once now. So ${amount} stayed with you this time, and your gift is paused.\n\nWhat comes next is yours to say: another purpose, going on later, or the end.`;
  return letter(
    {
      subject: ru
        ? 'Регулярный дар остановился: цель достигнута, что дальше?'
        : 'Your standing gift has stopped: its purpose is met. What next?',
      body,
      button: ru ? 'Решить' : 'Decide',
      sections: [manageSection(link, locale, { paused: true })],
    },
    locale,
  );
}

const ONE_CLICK = { ru: 'Без входа, одним нажатием', en: 'Without signing in, by one click' } as const;

/** Stands in every mail about a standing gift, so that any of them ends it. */
export function manageSection(
  link: (verb: string) => string,
  locale: Locale,
  { paused = false, byCard = false }: { readonly paused?: boolean; readonly byCard?: boolean } = {},
): StandingGiftLetter['sections'][number] {
  return { title: ONE_CLICK[locale], items: manageItems(link, locale, paused ? 'resume' : 'pause', byCard) };
}

function manageItems(
  link: (verb: string) => string,
  locale: Locale,
  first: 'pause' | 'resume' = 'pause',
  byCard = false,
): { text: string; url: string }[] {
  const words = {
    ru: {
      pause: 'Поставить на паузу',
      resume: 'Продолжить',
      change: 'Изменить сумму',
      end: 'Остановить',
      'remove-card': 'Убрать карту и платить переводом',
    },
    en: {
      pause: 'Pause it',
      resume: 'Go on',
      change: 'Change the sum',
      end: 'Stop it',
      'remove-card': 'Remove the card and pay by transfer',
    },
  }[locale];
  const verbs = [first, 'change', 'end', ...(byCard ? (['remove-card'] as const) : [])] as const;
  return verbs.map((verb) => ({ text: words[verb], url: link(verb) }));
}

function letter(made: StandingGiftLetter, locale: Locale): StandingGiftLetter {
  if (locale === 'en') return made;
  return { ...made, subject: typograph(made.subject), body: typograph(made.body) };
}

function nextWords(next: string | null, locale: Locale): string {
  if (next === null) return locale === 'ru' ? 'Это был последний раз.' : 'This was the last time.';
  const noon = new Date(Date.parse(`${next}T00:00:00Z`) + DAY_MS / 2);
  const day = dateFormat(locale, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
    .format(noon)
    .replace(/ г\.$/, '');
  return locale === 'ru' ? `Следующий раз ${day}.` : `The next time is ${day}.`;
}
