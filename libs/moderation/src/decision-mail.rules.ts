import { IntlMessageFormat } from 'intl-messageformat';
import { typograph } from '#kernel';
import { APPEALABLE, APPEAL_LIMITS } from './appeals/appeal.rules.js';
import type { SubjectType } from './review.entity.js';

export interface DecisionLetter {
  readonly outcome: 'approve' | 'return';
  readonly subjectType: ToldSubject;
  readonly title: string;
  readonly number: number | null;
  /** As the moderator wrote it; always there when something is returned. */
  readonly reason: string | null;
  /** Of a hand-over that is approved: what arrived of what was promised. */
  readonly arrived?: ArrivedTexts | undefined;
}

/** Amounts as people say them. */
export interface ArrivedTexts {
  readonly held: string;
  /** Null: nothing of it. */
  readonly arrived: string | null;
  /** What was lost on the way, and what goes back to its giver; null where that is nothing. */
  readonly lost: string | null;
  readonly rest: string | null;
}

type Texts = Record<'subject' | 'body', { readonly ru: string; readonly en: string }>;

/** Of a changed account its owners hear from the organization itself; of a complaint the complainant, and nobody else; an appeal has its own letters. */
export type ToldSubject = Exclude<SubjectType, 'account_change' | 'complaint' | 'appeal'>;
/** A suspension is never approved: it ends by a moderator's word or by an appeal. */
type Letters = Record<Exclude<ToldSubject, 'suspension'>, Record<DecisionLetter['outcome'], Texts>> & {
  readonly suspension: Partial<Record<DecisionLetter['outcome'], Texts>>;
};

const LETTERS: Letters = {
  organization: {
    approve: {
      subject: { ru: 'Организация проверена', en: 'Your organization is verified' },
      body: {
        ru: '«{title}» проверена. Теперь можно отправлять нужды на публикацию.',
        en: '“{title}” is verified. You can submit needs now.',
      },
    },
    return: {
      subject: { ru: 'Карточку организации нужно поправить', en: 'Please correct your organization’s record' },
      body: {
        ru: 'Мы посмотрели карточку «{title}» и возвращаем её. Причина: {reason}\n\nПоправьте и отправьте снова: мы посмотрим ещё раз.',
        en: 'We looked at the record of “{title}” and send it back. The reason: {reason}\n\nCorrect it and submit it again: we shall look once more.',
      },
    },
  },
  suspension: {
    return: {
      subject: { ru: 'Организация приостановлена', en: 'Your organization is suspended' },
      body: {
        ru: 'Модератор приостановил «{title}»: её нужды пока не видны, новые не открываются. Причина: {reason}',
        en: 'A moderator has suspended “{title}”: its needs are not shown for now, and no new ones are opened. The reason: {reason}',
      },
    },
  },
  need: {
    approve: {
      subject: { ru: 'Нужда № {number} опубликована', en: 'Need No. {number} is published' },
      body: {
        ru: '«{title}» видят все, и подбор уже ищет, кто поможет.',
        en: '“{title}” is public, and matching is looking for help.',
      },
    },
    return: {
      subject: { ru: 'Нужду № {number} нужно поправить', en: 'Please correct need No. {number}' },
      body: {
        ru: 'Мы посмотрели нужду «{title}» и возвращаем её. Причина: {reason}\n\nПоправьте и отправьте снова: мы посмотрим ещё раз.',
        en: 'We looked at the need “{title}” and send it back. The reason: {reason}\n\nCorrect it and submit it again: we shall look once more.',
      },
    },
  },
  need_edit: {
    approve: {
      subject: { ru: 'Правка нужды № {number} опубликована', en: 'Your edit of need No. {number} is published' },
      body: { ru: 'Новый текст нужды «{title}» видят все.', en: 'The new version of the need “{title}” is public.' },
    },
    return: {
      subject: { ru: 'Правка нужды № {number} не опубликована', en: 'Your edit of need No. {number} is not published' },
      body: {
        ru: 'Нужда «{title}» осталась прежней. Причина: {reason}',
        en: 'The need “{title}” stays as it was. The reason: {reason}',
      },
    },
  },
  report: {
    approve: {
      subject: { ru: 'Отчёт по нужде № {number} виден всем', en: 'Your report on need No. {number} is public' },
      body: {
        ru: 'Модератор прочитал отчёт «{title}». Теперь его видят все, кто видит нужду, а тем, кто помог, придёт письмо.',
        en: 'A moderator has read the report “{title}”. Everybody who sees the need reads it now, and those who helped get a letter.',
      },
    },
    return: {
      subject: {
        ru: 'Отчёт по нужде № {number} нужно поправить',
        en: 'Please correct your report on need No. {number}',
      },
      body: {
        ru: 'Модератор прочитал отчёт «{title}» и возвращает его. Причина: {reason}\n\nСлова и фотографии на месте: поправьте и опубликуйте снова.',
        en: 'A moderator has read the report “{title}” and gives it back. The reason: {reason}\n\nYour words and photos are where they were: correct and publish it again.',
      },
    },
  },
  offer: {
    approve: {
      subject: { ru: 'Ваш вклад открыт', en: 'Your offer is open' },
      body: {
        ru: 'Модератор посмотрел вклад «{title}» и открыл его: подбор уже ищет, кому он нужен.',
        en: 'A moderator has looked at the offer “{title}” and opened it: the engine is looking for who needs it.',
      },
    },
    return: {
      subject: { ru: 'Вклад не открыт', en: 'Your offer was not opened' },
      body: {
        ru: 'Модератор посмотрел вклад «{title}» и не открыл его. Причина: {reason}\n\nМожно сделать новый вклад.',
        en: 'A moderator has looked at the offer “{title}” and did not open it. The reason: {reason}\n\nYou can make a new one.',
      },
    },
  },
  messages: {
    approve: {
      subject: { ru: 'Жалоба на переписку рассмотрена', en: 'The reported messages were looked at' },
      body: {
        ru: 'Модератор прочитал переписку о нужде «{title}» и оставил её как есть. Больше он её не видит.',
        en: 'A moderator has read the messages about the need “{title}” and left them as they are. The moderator sees them no longer.',
      },
    },
    return: {
      subject: { ru: 'Сообщение в переписке убрано', en: 'A message was taken away' },
      body: {
        ru: 'Модератор прочитал переписку о нужде «{title}» и убрал сообщение, на которое пожаловались. Причина: {reason}',
        en: 'A moderator has read the messages about the need “{title}” and taken away what was reported. The reason: {reason}',
      },
    },
  },
  match: {
    approve: {
      subject: {
        ru: 'Передача по нужде № {number} подтверждена',
        en: 'The hand-over for need No. {number} is confirmed',
      },
      body: {
        ru: 'Модератор подтвердил, что вклад в нужду «{title}» дошёл.',
        en: 'A moderator confirmed that the gift for the need “{title}” has arrived.',
      },
    },
    return: {
      subject: { ru: 'Передача по нужде № {number} отменена', en: 'The hand-over for need No. {number} is cancelled' },
      body: {
        ru: 'Вклад в нужду «{title}» не дошёл и вернулся тому, кто его предложил. Причина: {reason}',
        en: 'The gift for the need “{title}” did not arrive and went back to its giver. The reason: {reason}',
      },
    },
  },
};

/** In the letters that refuse something that may be appealed against. */
const APPEAL = {
  ru: '\n\nНе согласны? В течение {days} дней решение можно обжаловать: его проверит другой модератор. Ссылка рядом с причиной на странице.',
  en: '\n\nYou do not agree? Within {days} days you may appeal: another moderator looks at it. The link stands beside the reason on the page.',
};

/** What a moderator decided of a hand-over of which not all arrived, in place of the letter that says that it did. */
const ARRIVED_IN_PART = {
  ru: 'Модератор решил, что из обещанного нужде «{title}» дошло {arrived} из {held}.',
  en: 'A moderator decided that {arrived} of the {held} promised to the need “{title}” arrived.',
};
const NOTHING_ARRIVED = {
  ru: 'Модератор решил, что из обещанного нужде «{title}» не дошло ничего из {held}.',
  en: 'A moderator decided that nothing of the {held} promised to the need “{title}” arrived.',
};
const NOTHING_SUBJECT = {
  ru: 'Передача по нужде № {number}: не дошло ничего',
  en: 'The hand-over for need No. {number}: nothing arrived',
};
const ALL_ARRIVED = { ru: ' Дошло: {arrived}.', en: ' Arrived: {arrived}.' };
const LOST = { ru: ' Потеряно в дороге: {lost}.', en: ' Lost on the way: {lost}.' };
const REST = { ru: ' Вернулось тому, кто предложил: {rest}.', en: ' Back with its giver: {rest}.' };
const WHY = { ru: ' Почему: {reason}', en: ' Why: {reason}' };

function bodyOf({ subjectType, outcome, arrived, reason }: DecisionLetter, whole: Texts, locale: 'ru' | 'en'): string {
  if (subjectType !== 'match' || outcome !== 'approve') return whole.body[locale];
  const part = arrived && (arrived.lost !== null || arrived.rest !== null);
  return [
    part ? (arrived.arrived === null ? NOTHING_ARRIVED : ARRIVED_IN_PART)[locale] : whole.body[locale],
    arrived && !part ? ALL_ARRIVED[locale] : '',
    arrived?.lost ? LOST[locale] : '',
    arrived?.rest ? REST[locale] : '',
    reason ? WHY[locale] : '',
  ].join('');
}

/** The mail that tells an organization's people what was decided, and why. Plain text. */
export function decisionLetter(letter: DecisionLetter, locale: 'ru' | 'en'): { subject: string; body: string } {
  const texts = LETTERS[letter.subjectType][letter.outcome];
  if (!texts) throw new Error(`There is no letter of ${letter.subjectType}: ${letter.outcome}`);
  const write = (text: string): string => {
    const written = String(
      new IntlMessageFormat(text, locale).format({
        title: letter.title,
        number: String(letter.number ?? ''),
        reason: letter.reason ?? '',
        days: String(APPEAL_LIMITS.days),
        ...letter.arrived,
      }),
    );
    return locale === 'ru' ? typograph(written) : written;
  };
  const appeal =
    letter.outcome === 'return' && (APPEALABLE as readonly string[]).includes(letter.subjectType) ? APPEAL[locale] : '';
  const subject = letter.arrived?.arrived === null ? NOTHING_SUBJECT[locale] : texts.subject[locale];
  return { subject: write(subject), body: write(bodyOf(letter, texts, locale) + appeal) };
}
