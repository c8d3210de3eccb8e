import { IntlMessageFormat } from 'intl-messageformat';
import { dateFormat, typograph } from '#kernel';
import type { MailKind } from '#platform';
import type { EndReason } from './sign-up-life.rules.js';

type Locale = 'ru' | 'en';

/** What a mail about a shift can be about. Those that end in `-organization` go to its owners and coordinators. */
export const SHIFT_LETTERS = [
  'signed-up',
  'asked',
  'proposed',
  'waiting',
  'offered',
  'place-proposed',
  'changed',
  'cancelled',
  'ended',
  'day',
  'hours',
  'task-day',
  'task-due',
  'left',
  'confirmed',
  'ask-organization',
  'late-organization',
  'coming-late-organization',
  'objected-organization',
] as const;
export type ShiftLetter = (typeof SHIFT_LETTERS)[number];

/** The kind of each, for the choice of its reader. */
export const LETTER_KINDS: Readonly<Record<ShiftLetter, MailKind>> = {
  'signed-up': 'match',
  asked: 'match',
  proposed: 'proposal',
  waiting: 'match',
  offered: 'match',
  'place-proposed': 'proposal',
  changed: 'match',
  cancelled: 'match',
  ended: 'match',
  day: 'reminder',
  hours: 'reminder',
  'task-day': 'reminder',
  'task-due': 'reminder',
  left: 'reminder',
  confirmed: 'receipt',
  'ask-organization': 'reminder',
  'late-organization': 'match',
  'coming-late-organization': 'match',
  'objected-organization': 'match',
};

/** What a letter is filled with; times are said as people of the place do. */
export interface ShiftNews {
  readonly title: string;
  readonly organization: string;
  readonly when: string;
  readonly where: string;
  /** Empty for people without a place. */
  readonly meet: string;
  readonly risks: string;
  readonly gear: string;
  /** What the organization takes upon itself. */
  readonly covered: string;
  readonly until: string;
  readonly hours: string;
  readonly reason: string;
  readonly count: number;
}

interface Words {
  readonly subject: string;
  readonly body: readonly string[];
  readonly button: string;
}

const PLACE_RU = [
  'Когда: {when}.',
  'Где: {where}. {meet}',
  '{gear, select, none {} other {С собой: {gear}}}',
  '{covered, select, none {} other {Организация берёт на себя: {covered}}}',
  '{risks, select, none {} other {О чём предупредить: {risks}}}',
];
const PLACE_EN = [
  'When: {when}.',
  'Where: {where}. {meet}',
  '{gear, select, none {} other {Bring: {gear}}}',
  '{covered, select, none {} other {The organization provides: {covered}}}',
  '{risks, select, none {} other {Mind: {risks}}}',
];

// prettier-ignore
const WORDS: Readonly<Record<ShiftLetter, Readonly<Record<Locale, Words>>>> = {
  'signed-up': {
    ru: { subject: 'Вы записаны на смену «{title}»', body: ['{organization} ждёт вас.', ...PLACE_RU, 'Не сможете — отмените запись: больше чем за сутки это никак не скажется.'], button: 'Мои смены' },
    en: { subject: 'You are signed up for “{title}”', body: ['{organization} expects you.', ...PLACE_EN, 'If you cannot come, cancel: more than a day before, it has no consequence.'], button: 'My shifts' },
  },
  asked: {
    ru: { subject: 'Вас зовут на смену «{title}»', body: ['{organization} ищет тех, кто мог бы прийти. Если можете, запишитесь: место достаётся первым. Если нет, ничего делать не надо, и это никак не скажется.', 'Когда: {when}. Это {hours}.', 'Где: {where}.'], button: 'Посмотреть смену' },
    en: { subject: 'You are asked to “{title}”', body: ['{organization} looks for people who could come. If you can, sign up: the first ones get the places. If not, do nothing; it has no consequence.', 'When: {when}. It takes {hours}.', 'Where: {where}.'], button: 'See the shift' },
  },
  proposed: {
    ru: { subject: '{count, plural, one {# новая смена для вас} few {# новые смены для вас} many {# новых смен для вас} other {# новой смены для вас}}', body: ['Они подходят под ваши часы, умения и расстояние. Если ничего не выбрать, ничего не изменится.'], button: 'Все смены' },
    en: { subject: '{count, plural, one {# new shift for you} other {# new shifts for you}}', body: ['They suit your hours, skills and distance. If nothing fits, do nothing.'], button: 'All shifts' },
  },
  waiting: {
    ru: { subject: 'Вы в очереди на смену «{title}»', body: ['Все места заняты. Как только место освободится, мы напишем, и его надо будет взять до указанного времени.', 'Когда: {when}.'], button: 'Мои смены' },
    en: { subject: 'You wait for a place in “{title}”', body: ['All places are taken. Once one is free we write, and you take it before the time that we name.', 'When: {when}.'], button: 'My shifts' },
  },
  offered: {
    ru: { subject: 'Для вас есть место на смене «{title}»', body: ['Место держим до {until}. Потом оно перейдёт к следующему.', 'Когда: {when}.'], button: 'Взять место' },
    en: { subject: 'There is a place for you in “{title}”', body: ['It is kept until {until}. Then it goes to the next.', 'When: {when}.'], button: 'Take the place' },
  },
  'place-proposed': {
    ru: { subject: 'Есть смена для вас: «{title}»', body: ['{organization} ищет людей, и это подходит под ваши часы, умения и расстояние. Место держим для вас до {until}.', 'Когда: {when}.', 'Где: {where}.', 'Если не подходит, ничего делать не надо: место уйдёт другим, и это никак не скажется.'], button: 'Взять место' },
    en: { subject: 'A shift for you: “{title}”', body: ['{organization} looks for people, and it suits your hours, skills and distance. A place is kept for you until {until}.', 'When: {when}.', 'Where: {where}.', 'If it does not suit you, do nothing: the place goes to others, and it has no consequence.'], button: 'Take the place' },
  },
  changed: {
    ru: { subject: 'Смена «{title}» изменилась', body: ['Проверьте время и место.', ...PLACE_RU, 'Если так не подходит, запись можно отменить.'], button: 'Посмотреть смену' },
    en: { subject: 'The shift “{title}” has changed', body: ['Please check time and place.', ...PLACE_EN, 'If that does not suit you, you can cancel.'], button: 'See the shift' },
  },
  cancelled: {
    ru: { subject: 'Смена «{title}» отменена', body: ['Приезжать не надо: {when}.', '{reason, select, none {} other {Причина: {reason}}}', 'На вашем счёте это никак не сказалось.'], button: 'Другие смены' },
    en: { subject: 'The shift “{title}” is cancelled', body: ['You need not come: {when}.', '{reason, select, none {} other {Reason: {reason}}}', 'It has no consequence for you.'], button: 'Other shifts' },
  },
  ended: {
    ru: { subject: 'Запись на смену «{title}» закрыта', body: ['{reason, select, none {} other {{reason}}}', 'Смена: {when}.'], button: 'Мои смены' },
    en: { subject: 'Your sign-up for “{title}” has ended', body: ['{reason, select, none {} other {{reason}}}', 'The shift: {when}.'], button: 'My shifts' },
  },
  day: {
    ru: { subject: 'Завтра смена «{title}»', body: PLACE_RU, button: 'Мои смены' },
    en: { subject: 'Tomorrow: “{title}”', body: PLACE_EN, button: 'My shifts' },
  },
  hours: {
    ru: { subject: 'Через два часа смена «{title}»', body: [...PLACE_RU, 'На месте отметьтесь кодом: его покажет координатор.'], button: 'Отметиться' },
    en: { subject: 'In two hours: “{title}”', body: [...PLACE_EN, 'Check in at the place with the code that the coordinator shows.'], button: 'Check in' },
  },
  'task-day': {
    ru: { subject: 'Завтра срок: «{title}»', body: ['Сделать это можно в любое время до срока. Когда сделаете, отметьте это на странице «Мои смены».', ...PLACE_RU, 'Не успеете — отмените запись, место перейдёт другому.'], button: 'Мои смены' },
    en: { subject: 'Due tomorrow: “{title}”', body: ['It can be done at any time until then. When it is done, say so on the page “My shifts”.', ...PLACE_EN, 'If you cannot, cancel, and the place goes to somebody else.'], button: 'My shifts' },
  },
  'task-due': {
    ru: { subject: 'Сделали? «{title}»', body: ['Срок вышел: {when}. Если сделали, отметьте это в течение двух суток. Если нет, ничего не нажимайте: место освободится само, и на вашем счёте это никак не скажется.'], button: 'Отметить' },
    en: { subject: 'Is it done? “{title}”', body: ['The time is over: {when}. If you have done it, say so within two days. If not, do nothing: the place is free again by itself, and it has no consequence for you.'], button: 'Say so' },
  },
  left: {
    ru: { subject: 'Когда вы ушли со смены «{title}»?', body: ['Вы отметились, когда пришли, а уход не отметили. Ответьте одним нажатием: ушли по плану или в другое время.', 'Смена: {when}.', 'Если не ответите, ничего не пропадёт: часы подтверждает координатор.'], button: 'Ответить' },
    en: { subject: 'When did you leave “{title}”?', body: ['You checked in when you came, and did not check out. One press answers: you left as planned, or at another time.', 'The shift: {when}.', 'If you do not answer nothing is lost: the coordinator confirms the hours.'], button: 'Answer' },
  },
  confirmed: {
    ru: { subject: 'Часы подтверждены: {hours}', body: ['{organization} подтвердила ваше время на смене «{title}»: {hours}. Оно записано в вашей выписке.', '{reason, select, none {} other {Пояснение: {reason}}}', 'Если было больше, возразите на странице смены в течение двух недель.'], button: 'Моя выписка' },
    en: { subject: 'Your hours are confirmed: {hours}', body: ['{organization} has confirmed your time at “{title}”: {hours}. It stands in your statement.', '{reason, select, none {} other {They say: {reason}}}', 'If it was more, object on the page of the shift within two weeks.'], button: 'My statement' },
  },
  'ask-organization': {
    ru: { subject: 'Подтвердите часы: смена «{title}»', body: ['{count, plural, one {# человек ждёт} few {# человека ждут} many {# человек ждут} other {# человека ждут}} подтверждения своих часов. Через трое суток после смены вопрос уйдёт модератору.', 'Смена: {when}.'], button: 'Подтвердить' },
    en: { subject: 'Confirm the hours of “{title}”', body: ['{count, plural, one {# person waits} other {# people wait}} for their hours to be confirmed. Three days after the shift it goes to a moderator.', 'The shift: {when}.'], button: 'Confirm' },
  },
  'late-organization': {
    ru: { subject: 'Место на смене «{title}» освободилось', body: ['Доброволец отменил запись меньше чем за сутки. Если кто-то ждёт в очереди, место уже предложено.', 'Смена: {when}.'], button: 'Посмотреть смену' },
    en: { subject: 'A place in “{title}” is free again', body: ['A volunteer cancelled less than a day before. If somebody waits, the place is offered already.', 'The shift: {when}.'], button: 'See the shift' },
  },
  'coming-late-organization': {
    ru: { subject: '{count, plural, one {Опаздывает на # минуту} few {Опаздывает на # минуты} many {Опаздывает на # минут} other {Опаздывает на # минуты}}: смена «{title}»', body: ['Доброволец придёт, но позже начала. В списке смены видно, кто это.', 'Смена: {when}.'], button: 'Посмотреть смену' },
    en: { subject: '{count, plural, one {# minute} other {# minutes}} late: “{title}”', body: ['A volunteer comes, but after the beginning. The list of the shift says who it is.', 'The shift: {when}.'], button: 'See the shift' },
  },
  'objected-organization': {
    ru: { subject: 'Доброволец не согласен с часами: «{title}»', body: ['По словам добровольца, было {hours}. Если это так, подтвердите столько же; иначе решит модератор.', 'Смена: {when}.'], button: 'Посмотреть смену' },
    en: { subject: 'A volunteer objects to the hours of “{title}”', body: ['The volunteer says it was {hours}. If so, confirm as much; else a moderator decides.', 'The shift: {when}.'], button: 'See the shift' },
  },
};

/** Why a sign-up ended, to its volunteer; those that they ended themselves, and a cancelled shift, have no line here. */
export const END_WORDS: Readonly<Partial<Record<EndReason, Readonly<Record<Locale, string>>>>> = {
  'by-organization': {
    ru: 'Организация сняла вашу запись. На вашем счёте это никак не сказалось.',
    en: 'The organization took you off its list. It has no consequence for you.',
  },
  'place-not-taken': {
    ru: 'Место, которое мы для вас держали, перешло к следующему.',
    en: 'The place that was kept for you has gone to the next.',
  },
  'shift-began': {
    ru: 'Смена началась, а место так и не освободилось.',
    en: 'The shift has begun, and no place became free.',
  },
  'moved-into-another': {
    ru: 'Смену перенесли на время, когда у вас другая. Мы оставили ту, на которую вы записались.',
    en: 'The shift was moved to a time at which you have another one. We kept that.',
  },
  'nobody-said': {
    ru: 'Прошла неделя, а о вашей смене никто ничего не сказал. Если вы там были, напишите организации.',
    en: 'A week has passed and nobody said anything about your shift. If you were there, write to the organization.',
  },
  'not-done': {
    ru: 'Срок прошёл, и никто не сказал, что дело сделано. Если вы его сделали, напишите организации.',
    en: 'The time is over and nobody said that it is done. If you have done it, write to the organization.',
  },
  'no-show': {
    ru: 'Координатор отметил, что вы не пришли. Пока это снижает, сколько можно обещать сразу. Если это ошибка, напишите ему: отметку можно исправить в течение недели.',
    en: 'The coordinator noted that you did not come. For a while you can promise less at once. If that is wrong, write to them: it can be mended within a week.',
  },
  'no-consent': {
    ru: 'Согласия взрослого на эту смену нет. На вашем счёте это никак не сказалось.',
    en: 'There is no consent of an adult to this shift. It has no consequence for you.',
  },
  decided: { ru: 'Так решил модератор, или нужда закрыта.', en: 'A moderator decided so, or the need is closed.' },
};

export function shiftLetter(
  letter: ShiftLetter,
  news: ShiftNews,
  locale: Locale,
): { readonly subject: string; readonly body: string; readonly button: string } {
  const words = WORDS[letter][locale];
  const said = {
    ...news,
    reason: news.reason || 'none',
    gear: news.gear || 'none',
    risks: news.risks || 'none',
    covered: news.covered || 'none',
  };
  const say = (message: string): string => {
    const text = String(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format(said)).trim();
    return locale === 'ru' ? typograph(text) : text;
  };
  return { subject: say(words.subject), body: words.body.map(say).filter(Boolean).join('\n\n'), button: words.button };
}

/** "сб, 28 ноября, 10:00–13:00 (Благовещенск)": in the time of the place; of work without an hour the moment by which it is done. */
export function whenText(
  { startsAt, endsAt, anyTime }: { readonly startsAt: Date; readonly endsAt: Date; readonly anyTime: boolean },
  locale: Locale,
  timeZone: string,
  place: string,
): string {
  const day = dateFormat(locale, { timeZone, weekday: 'short', day: 'numeric', month: 'long' });
  const hour = dateFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  if (anyTime) {
    const until = `${day.format(endsAt)}, ${hour.format(endsAt)} (${place})`;
    return locale === 'ru' ? `в любое время до ${until}` : `at any time until ${until}`;
  }
  const last = day.format(startsAt) === day.format(endsAt) ? '' : `${day.format(endsAt)}, `;
  return `${day.format(startsAt)}, ${hour.format(startsAt)}–${last}${hour.format(endsAt)} (${place})`;
}

export function momentText(at: Date, locale: Locale, timeZone: string): string {
  return dateFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}
