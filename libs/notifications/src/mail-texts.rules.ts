import { IntlMessageFormat } from 'intl-messageformat';

export type Locale = 'ru' | 'en';

/** What a mail about a match can say; all of it is ready to read. */
export interface MatchMailParams {
  readonly amount: string;
  readonly title: string;
  readonly organization: string;
  readonly deadline: string;
  readonly reason: string;
  readonly url: string;
}

export type MatchMail = 'asked-organization' | 'asked-donor' | 'accepted-donor' | 'accepted-organization' | 'delivered' | 'confirmed' | 'declined' | 'expired' | 'cancelled' | 'disputed' | 'remind-answer' | 'remind-hand-over' | 'remind-receipt';

interface Text {
  readonly subject: string;
  readonly body: string;
}

/** Every mail about a match, in both languages. ICU MessageFormat; no names of people, no addresses. */
export const MATCH_MAILS: Readonly<Record<MatchMail, Readonly<Record<Locale, Text>>>> = {
  'asked-organization': {
    ru: { subject: 'Вам предлагают {amount}: «{title}»', body: 'Для нужды «{title}» предлагают {amount}. Ответьте до {deadline}: если промолчать, эта часть вернётся в подбор.\n\n{url}' },
    en: { subject: 'You are offered {amount}: “{title}”', body: 'For the need “{title}” you are offered {amount}. Answer by {deadline}: after silence this part goes back.\n\n{url}' },
  },
  'asked-donor': {
    ru: { subject: 'Ваше предложение подошло: «{title}»', body: '{organization} просит {amount} из вашего предложения для нужды «{title}». Ответьте до {deadline}: если промолчать, эта часть вернётся в подбор.\n\n{url}' },
    en: { subject: 'Your offer fits: “{title}”', body: '{organization} asks for {amount} of your offer for the need “{title}”. Answer by {deadline}: after silence this part goes back.\n\n{url}' },
  },
  'accepted-donor': {
    ru: { subject: 'Договорились: {amount} для «{title}»', body: '{organization} ждёт {amount} для нужды «{title}». Передать нужно до {deadline}. Передумать можно до встречи.\n\n{url}' },
    en: { subject: 'Agreed: {amount} for “{title}”', body: '{organization} is waiting for {amount} for the need “{title}”. Hand it over by {deadline}. You can change your mind until you meet.\n\n{url}' },
  },
  'accepted-organization': {
    ru: { subject: 'Договорились: {amount} для «{title}»', body: 'Вам передадут {amount} для нужды «{title}» до {deadline}. Когда придёт, подтвердите, сколько дошло.\n\n{url}' },
    en: { subject: 'Agreed: {amount} for “{title}”', body: 'You will be handed {amount} for the need “{title}” by {deadline}. When it arrives, confirm how much came.\n\n{url}' },
  },
  delivered: {
    ru: { subject: 'Передано: {amount} для «{title}»', body: 'Даритель отметил, что передал {amount} для нужды «{title}». Подтвердите до {deadline}, сколько дошло: потом вопрос уйдёт модератору.\n\n{url}' },
    en: { subject: 'Handed over: {amount} for “{title}”', body: 'The donor says that {amount} was handed over for the need “{title}”. Confirm by {deadline} how much arrived: after that a moderator is asked.\n\n{url}' },
  },
  confirmed: {
    ru: { subject: 'Дошло: «{title}»', body: '{organization} подтвердила получение для нужды «{title}». Ваша строка уже в выписке.\n\n{url}' },
    en: { subject: 'It arrived: “{title}”', body: '{organization} has confirmed the receipt for the need “{title}”. Your line is in the statement.\n\n{url}' },
  },
  declined: {
    ru: { subject: 'Не подошло: «{title}»', body: 'Для нужды «{title}» ответили «нет»: {amount} снова свободны, подбор уже ищет другую пару.\n\n{url}' },
    en: { subject: 'It did not fit: “{title}”', body: 'The answer for the need “{title}” was no: {amount} is free again and the engine is looking for another pair.\n\n{url}' },
  },
  expired: {
    ru: { subject: 'Время вышло: «{title}»', body: 'Для нужды «{title}» не дождались ответа или передачи. {amount} вернулись в подбор, больше ничего не изменилось.\n\n{url}' },
    en: { subject: 'Time is up: “{title}”', body: 'No answer or hand-over came for the need “{title}”. {amount} went back to the engine; nothing else has changed.\n\n{url}' },
  },
  cancelled: {
    ru: { subject: 'Встреча отменена: «{title}»', body: 'Для нужды «{title}» встречу отменили: {amount} снова свободны.\n\n{url}' },
    en: { subject: 'Cancelled: “{title}”', body: 'The hand-over for the need “{title}” was cancelled: {amount} is free again.\n\n{url}' },
  },
  disputed: {
    ru: { subject: 'Спор о передаче: «{title}»', body: 'О передаче {amount} для нужды «{title}» стороны говорят разное. Решит модератор, до его решения ничего не меняется.\n\n{url}' },
    en: { subject: 'Disputed: “{title}”', body: 'The two sides say different things about {amount} for the need “{title}”. A moderator will decide; until then nothing changes.\n\n{url}' },
  },
  'remind-answer': {
    ru: { subject: 'Ждут ответа: {amount} для «{title}»', body: 'До {deadline} нужно ответить о {amount} для нужды «{title}». Потом эта часть вернётся в подбор.\n\n{url}' },
    en: { subject: 'An answer is awaited: {amount} for “{title}”', body: 'Please answer by {deadline} about {amount} for the need “{title}”. After that this part goes back.\n\n{url}' },
  },
  'remind-hand-over': {
    ru: { subject: 'Скоро срок передачи: «{title}»', body: '{amount} для нужды «{title}» нужно передать до {deadline}. Не получается — отмените, и часть вернётся в подбор.\n\n{url}' },
    en: { subject: 'The hand-over is due: “{title}”', body: '{amount} for the need “{title}” should be handed over by {deadline}. If you cannot, cancel it and the part goes back.\n\n{url}' },
  },
  'remind-receipt': {
    ru: { subject: 'Подтвердите получение: «{title}»', body: 'Даритель передал {amount} для нужды «{title}». Подтвердите до {deadline}, сколько дошло.\n\n{url}' },
    en: { subject: 'Please confirm the receipt: “{title}”', body: 'The donor has handed over {amount} for the need “{title}”. Confirm by {deadline} how much arrived.\n\n{url}' },
  },
};

export function matchMailText(mail: MatchMail, locale: Locale, params: MatchMailParams): Text {
  const text = MATCH_MAILS[mail][locale];
  const say = (message: string) => new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format({ ...params }) as string;
  return { subject: say(text.subject), body: say(text.body) };
}

/** "27 ноября, 18:00 (Благовещенск)": the time of the place where the thing happens, named. */
export function momentText(at: Date | null, locale: Locale, timeZone: string, place: string): string {
  if (!at) return '';
  const text = new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', { timeZone, day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }).format(at);
  return `${text} (${place})`;
}
