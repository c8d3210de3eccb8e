import { IntlMessageFormat } from 'intl-messageformat';
import { dateFormat } from '#kernel';

export type Locale = 'ru' | 'en';

/** What a mail about a match can say; all of it is ready to read. */
export interface MatchMailParams {
  readonly amount: string;
  /** What changes hands: money is sent by a bank, so that nobody meets. */
  readonly kind: 'money' | 'goods' | 'time';
  /** Of a private need the name of the category. */
  readonly title: string;
  readonly organization: string;
  readonly deadline: string;
  /** A whole sentence with the space behind it, or nothing. */
  readonly reason: string;
  /** When to meet, in the time of the place; empty where it is not about that. */
  readonly window: string;
  /** `open`: a time is named and no place; the place itself stands on the page, not in a mail. */
  readonly where: 'open' | 'said';
  /** Who proposed it; of a receipt `moderator` where one said it in the organization's stead. */
  readonly by: string;
  /** Of a confirmed receipt: what came, and what was lost on the way; `none` where there is nothing of it to say. */
  readonly arrived: string;
  readonly lost: string;
}

/** Why a match ended, where that is one of the reasons that are chosen or follow from what happened. What a person wrote freely stands on the page, not in a mail. */
const REASONS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'not-now': { ru: 'Причина: сейчас не получается.', en: 'The reason: not now.' },
  'too-far': { ru: 'Причина: слишком далеко.', en: 'The reason: too far.' },
  'wrong-thing': { ru: 'Причина: нужно другое.', en: 'The reason: not the right thing.' },
  condition: { ru: 'Причина: не подходит состояние.', en: 'The reason: its condition.' },
  'already-solved': { ru: 'Причина: уже решено.', en: 'The reason: already solved.' },
  other: { ru: 'Причину не назвали.', en: 'No reason was given.' },
  'need-expired': {
    ru: 'Срок нужды прошёл, а передать не успели.',
    en: 'The time of the need has passed before the hand-over.',
  },
  'need-withdrawn': { ru: 'Организация сняла нужду.', en: 'The organization took the need back.' },
  moderator: { ru: 'Так решил модератор.', en: 'A moderator has decided so.' },
};

export function reasonText(reason: string | null, locale: Locale): string {
  const said = reason === null ? undefined : REASONS[reason]?.[locale];
  return said === undefined ? '' : `${said} `;
}

export type MatchMail =
  | 'asked-organization'
  | 'asked-donor'
  | 'accepted-donor'
  | 'accepted-organization'
  | 'delivered'
  | 'confirmed'
  | 'declined'
  | 'expired'
  | 'cancelled'
  | 'disputed'
  | 'remind-answer'
  | 'remind-hand-over'
  | 'remind-receipt'
  | 'hand-over-proposed'
  | 'hand-over-agreed'
  | 'hand-over-ended'
  | 'remind-meeting';

interface Text {
  readonly subject: string;
  readonly body: string;
}

/** Every mail about a match, in both languages. ICU MessageFormat; no names of people, no addresses. */
export const MATCH_MAILS: Readonly<Record<MatchMail, Readonly<Record<Locale, Text>>>> = {
  'asked-organization': {
    ru: {
      subject: 'Вам предлагают {amount}: «{title}»',
      body: 'Для нужды «{title}» предлагают {amount}. Ответьте до {deadline}: если промолчать, эта часть вернётся в подбор.',
    },
    en: {
      subject: 'You are offered {amount}: “{title}”',
      body: 'For the need “{title}” you are offered {amount}. Answer by {deadline}: after silence this part goes back.',
    },
  },
  'asked-donor': {
    ru: {
      subject: 'Ваш вклад подошёл: «{title}»',
      body: '{organization} просит {amount} из вашего вклада для нужды «{title}». Ответьте до {deadline}: если промолчать, эта часть вернётся в подбор.',
    },
    en: {
      subject: 'Your offer fits: “{title}”',
      body: '{organization} asks for {amount} of your offer for the need “{title}”. Answer by {deadline}: after silence this part goes back.',
    },
  },
  'accepted-donor': {
    ru: {
      subject: 'Договорились: {amount} для «{title}»',
      body: '{organization} ждёт {amount} для нужды «{title}». {kind, select, money {Перевести нужно до {deadline}: реквизиты и код платежа на странице договорённости. Передумать можно, пока вы не перевели.} other {Передать нужно до {deadline}. Передумать можно до встречи.}}',
    },
    en: {
      subject: 'Agreed: {amount} for “{title}”',
      body: '{organization} is waiting for {amount} for the need “{title}”. {kind, select, money {Send it by {deadline}: the bank details and the code of the payment are on the page of the agreement. You can change your mind until you have sent it.} other {Hand it over by {deadline}. You can change your mind until you meet.}}',
    },
  },
  'accepted-organization': {
    ru: {
      subject: 'Договорились: {amount} для «{title}»',
      body: '{kind, select, money {Вам переведут {amount} для нужды «{title}» до {deadline}. Когда деньги придут на счёт, подтвердите это строкой банка.} other {Вам передадут {amount} для нужды «{title}» до {deadline}. Когда придёт, подтвердите, сколько дошло.}}',
    },
    en: {
      subject: 'Agreed: {amount} for “{title}”',
      body: '{kind, select, money {You will be sent {amount} for the need “{title}” by {deadline}. When the money is in your account, confirm it by the line of the bank.} other {You will be handed {amount} for the need “{title}” by {deadline}. When it arrives, confirm how much came.}}',
    },
  },
  delivered: {
    ru: {
      subject: '{kind, select, money {Переведено} other {Передано}}: {amount} для «{title}»',
      body: 'Даритель отметил, что {kind, select, money {перевёл} other {передал}} {amount} для нужды «{title}». Подтвердите до {deadline}, сколько дошло: потом вопрос уйдёт модератору.',
    },
    en: {
      subject: '{kind, select, money {Sent} other {Handed over}}: {amount} for “{title}”',
      body: 'The donor says that {amount} was {kind, select, money {sent} other {handed over}} for the need “{title}”. Confirm by {deadline} how much arrived: after that a moderator is asked.',
    },
  },
  confirmed: {
    ru: {
      subject: '{arrived, select, none {Не дошло: «{title}»} other {Дошло {arrived}: «{title}»}}',
      body: '{by, select, moderator {Модератор решил} other {{organization} {arrived, select, none {отметила} other {подтвердила}}}} для нужды «{title}»: {arrived, select, none {не дошло ничего} other {дошло {arrived}}}.{lost, select, none {} other { Потеряно по дороге: {lost}.}}{arrived, select, none { Ничьим сдержанным обещанием это не считается.} other { {by, select, moderator {Строка} other {Ваша строка}} уже в выписке.}}',
    },
    en: {
      subject: '{arrived, select, none {It did not arrive: “{title}”} other {{arrived} arrived: “{title}”}}',
      body: '{by, select, moderator {A moderator decided} other {{organization} {arrived, select, none {says} other {confirms}}}} for the need “{title}” that {arrived, select, none {nothing} other {{arrived}}} arrived.{lost, select, none {} other { Lost on the way: {lost}.}}{arrived, select, none { It counts for nobody as a kept promise.} other { {by, select, moderator {The} other {Your}} line is in the statement.}}',
    },
  },
  declined: {
    ru: {
      subject: 'Не подошло: «{title}»',
      body: 'Для нужды «{title}» ответили «нет». {reason}{amount} снова свободны, подбор уже ищет другую пару.',
    },
    en: {
      subject: 'It did not fit: “{title}”',
      body: 'The answer for the need “{title}” was no. {reason}{amount} is free again and the engine is looking for another pair.',
    },
  },
  expired: {
    ru: {
      subject: 'Время вышло: «{title}»',
      body: 'Для нужды «{title}» не дождались ответа или {kind, select, money {перевода} other {передачи}}. {amount} вернулись в подбор, больше ничего не изменилось.',
    },
    en: {
      subject: 'Time is up: “{title}”',
      body: 'No answer or {kind, select, money {transfer} other {hand-over}} came for the need “{title}”. {amount} went back to the engine; nothing else has changed.',
    },
  },
  cancelled: {
    ru: {
      subject: '{kind, select, money {Договорённость} other {Встреча}} отменена: «{title}»',
      body: 'Для нужды «{title}» {kind, select, money {договорённость} other {встречу}} отменили. {reason}{amount} снова свободны.',
    },
    en: {
      subject: 'Cancelled: “{title}”',
      body: 'The {kind, select, money {agreement} other {hand-over}} for the need “{title}” was cancelled. {reason}{amount} is free again.',
    },
  },
  disputed: {
    ru: {
      subject: 'Спор о {kind, select, money {переводе} other {передаче}}: «{title}»',
      body: 'О {kind, select, money {переводе} other {передаче}} {amount} для нужды «{title}» стороны говорят разное. Напишите, как было, если ещё не писали. Решит модератор, до его решения ничего не меняется.',
    },
    en: {
      subject: 'Disputed: “{title}”',
      body: 'The two sides say different things about {amount} for the need “{title}”. Say how it was if you have not yet. A moderator will decide; until then nothing changes.',
    },
  },
  'remind-answer': {
    ru: {
      subject: 'Ждут ответа: {amount} для «{title}»',
      body: 'До {deadline} нужно ответить о {amount} для нужды «{title}». Потом эта часть вернётся в подбор.',
    },
    en: {
      subject: 'An answer is awaited: {amount} for “{title}”',
      body: 'Please answer by {deadline} about {amount} for the need “{title}”. After that this part goes back.',
    },
  },
  'remind-hand-over': {
    ru: {
      subject: 'Скоро срок {kind, select, money {перевода} other {передачи}}: «{title}»',
      body: '{amount} для нужды «{title}» нужно {kind, select, money {перевести} other {передать}} до {deadline}. Не получается — отмените, и часть вернётся в подбор.',
    },
    en: {
      subject: 'The {kind, select, money {transfer} other {hand-over}} is due: “{title}”',
      body: '{amount} for the need “{title}” should be {kind, select, money {sent} other {handed over}} by {deadline}. If you cannot, cancel it and the part goes back.',
    },
  },
  'hand-over-proposed': {
    ru: {
      subject: 'Предложено время встречи: «{title}»',
      body: '{by, select, organization {{organization} предлагает} other {Даритель предлагает}} встретиться {window}: {amount} для нужды «{title}». Ответьте, подходит ли, или предложите другое время.{where, select, open { Место ещё не названо: назовите его на странице встречи.} other {}}',
    },
    en: {
      subject: 'A time to meet is proposed: “{title}”',
      body: '{by, select, organization {{organization} proposes} other {The donor proposes}} to meet on {window}: {amount} for the need “{title}”. Say whether it suits you, or propose another time.{where, select, open { Where to meet has not been said yet: say it on the page of the meeting.} other {}}',
    },
  },
  'hand-over-agreed': {
    ru: {
      subject: 'Время встречи назначено: «{title}»',
      body: 'Встреча {window}: {amount} для нужды «{title}». Если не получается, перенесите её на странице встречи.{where, select, open { Место ещё не названо: назовите его на странице встречи.} other {}}',
    },
    en: {
      subject: 'The time to meet is set: “{title}”',
      body: 'You meet on {window}: {amount} for the need “{title}”. If you cannot come, move it on the page of the meeting.{where, select, open { Where to meet has not been said yet: say it on the page of the meeting.} other {}}',
    },
  },
  'hand-over-ended': {
    ru: {
      subject: 'Встречи не будет: «{title}»',
      body: 'Вы отменили договорённость о нужде «{title}», встреча снята. Её можно убрать и из календаря: запись об этом приложена.',
    },
    en: {
      subject: 'No meeting: “{title}”',
      body: 'You cancelled what was agreed for the need “{title}”, so there is no meeting. It can go from your calendar too: the entry is attached.',
    },
  },
  'remind-meeting': {
    ru: {
      subject: 'Скоро встреча: «{title}»',
      body: 'Встреча {window}: {amount} для нужды «{title}». Не получается — напишите другой стороне или перенесите время.{where, select, open { Место ещё не названо: назовите его на странице встречи.} other {}}',
    },
    en: {
      subject: 'You meet soon: “{title}”',
      body: 'You meet on {window}: {amount} for the need “{title}”. If you cannot come, tell the other side or move the time.{where, select, open { Where to meet has not been said yet: say it on the page of the meeting.} other {}}',
    },
  },
  'remind-receipt': {
    ru: {
      subject: 'Подтвердите получение: «{title}»',
      body: 'Даритель {kind, select, money {перевёл} other {передал}} {amount} для нужды «{title}». Подтвердите до {deadline}, сколько дошло.',
    },
    en: {
      subject: 'Please confirm the receipt: “{title}”',
      body: 'The donor has {kind, select, money {sent} other {handed over}} {amount} for the need “{title}”. Confirm by {deadline} how much arrived.',
    },
  },
};

export function matchMailText(mail: MatchMail, locale: Locale, params: MatchMailParams): Text {
  const text = MATCH_MAILS[mail][locale];
  const say = (message: string) =>
    new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format({ ...params }) as string;
  return { subject: say(text.subject), body: say(text.body) };
}

/** "27 ноября, 18:00 (Благовещенск)": the time of the place where the thing happens, named. */
export function momentText(at: Date | null, locale: Locale, timeZone: string, place: string): string {
  if (!at) return '';
  const text = dateFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
  return `${text} (${place})`;
}

/** "26 ноября, 18:30–19:30 (Благовещенск)": both ends on one day once. */
export function windowText(from: Date, until: Date, locale: Locale, timeZone: string, place: string): string {
  const format = dateFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${format.formatRange(from, until)} (${place})`;
}
