import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '#kernel';
import type { Step, StepCode } from './first-day.rules.js';

type Localized = Readonly<Record<Locale, string>>;

export const STEP_NAMES: Readonly<Record<StepCode, Localized>> = {
  administrators: { ru: 'Администраторы и второй фактор', en: 'Administrators and their second factor' },
  moderators: { ru: 'Модераторы', en: 'Moderators' },
  mail: { ru: 'Почта', en: 'Mail' },
  operator: { ru: 'Оператор площадки', en: 'Operator' },
  backup: { ru: 'Резервная копия', en: 'Backup' },
  address: { ru: 'Адрес и шифрование', en: 'Address and encryption' },
  cards: { ru: 'Карты (Stripe)', en: 'Cards (Stripe)' },
  places: { ru: 'Места', en: 'Places' },
  catalogue: { ru: 'Каталог', en: 'Catalogue' },
  texts: { ru: 'Политика и правила', en: 'Privacy policy and rules' },
};

/** What is said of a step in each of its states: what is so, and what to do. */
export const STEP_SENTENCES: Readonly<Record<string, Localized>> = {
  'administrators.none': {
    ru: 'Администратора нет: lepta create-admin.',
    en: 'There is no administrator: lepta create-admin.',
  },
  'administrators.asleep': {
    ru: 'Ни у кого из администраторов нет второго фактора: их роль спит.',
    en: 'No administrator has a second factor: their role sleeps.',
  },
  'administrators.unconfirmed': {
    ru: 'Никто из администраторов не подтвердил адрес почты.',
    en: 'No administrator has confirmed their address.',
  },
  'administrators.no-factor': {
    ru: 'Без второго фактора {count, plural, one {# администратор} few {# администратора} many {# администраторов} other {# администратора}}: одного пароля для этой роли мало.',
    en: '{count, plural, one {# administrator has} other {# administrators have}} no second factor: a password alone is too little for this role.',
  },
  'administrators.done': {
    ru: '{count, plural, one {# администратор} few {# администратора} many {# администраторов} other {# администратора}}, второй фактор есть у всех.',
    en: '{count, plural, one {# administrator} other {# administrators}}, each with a second factor.',
  },
  'moderators.none': {
    ru: 'Не назначено ни одного. Нужны двое: большие суммы решают две подписи, и о своей организации никто не решает.',
    en: 'None is appointed. Two are needed: large sums take two signatures, and nobody decides about their own organization.',
  },
  'moderators.asleep': {
    ru: 'Роль спит у всех: нет второго фактора или не подтверждена почта ({count}).',
    en: 'The role sleeps for all of them: no second factor, or an address that is not confirmed ({count}).',
  },
  'moderators.one': {
    ru: 'Работает один. Для больших сумм и дел его организации нужен второй.',
    en: 'One works. Large sums and matters of their own organization need a second one.',
  },
  'moderators.done': { ru: 'Работают {count}.', en: '{count} work.' },
  'mail.none': {
    ru: 'Почтовый сервер не указан (SMTP_URL): никто не сможет подтвердить адрес.',
    en: 'No mail server is set (SMTP_URL): nobody can confirm an address.',
  },
  'mail.not-tried': {
    ru: '{host} указан, но пробное письмо ещё не отправляли.',
    en: '{host} is set, and no test mail has been sent yet.',
  },
  'mail.refused': {
    ru: 'Пробное письмо не ушло: {host} ответил {code}. {text}{waiting, plural, =0 {} one { Ждёт отправки # письмо, оно не пропадёт.} few { Ждут отправки # письма, они не пропадут.} many { Ждут отправки # писем, они не пропадут.} other { Ждут отправки # письма, они не пропадут.}}',
    en: 'The test mail did not leave: {host} answered {code}. {text}{waiting, plural, =0 {} one { # mail waits and is not lost.} other { # mails wait and are not lost.}}',
  },
  'mail.waiting': {
    ru: 'Пробное письмо ушло через {host}, но {waiting, plural, one {# письмо ждёт отправки дольше обычного} few {# письма ждут отправки дольше обычного} many {# писем ждут отправки дольше обычного} other {# письма ждут отправки дольше обычного}}.',
    en: 'The test mail left by {host}, but {waiting, plural, one {# mail waits} other {# mails wait}} longer than usual.',
  },
  'mail.done': { ru: 'Пробное письмо ушло через {host}.', en: 'The test mail left by {host}.' },
  'operator.incomplete': {
    ru: 'Имя, ИНН, адрес и связь стоят внизу каждой страницы и в политике. Без них нельзя просить согласие (152-ФЗ).',
    en: 'Name, INN, address and contact stand at the foot of every page and in the policy. Without them consent cannot be asked for (152-FZ).',
  },
  'operator.done': { ru: '{name}.', en: '{name}.' },
  'backup.none': { ru: 'Копии ещё не было: lepta backup.', en: 'There has been no backup yet: lepta backup.' },
  'backup.old': {
    ru: 'Последней копии {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}: lepta backup.',
    en: 'The last backup is {days, plural, one {# day} other {# days}} old: lepta backup.',
  },
  'backup.done': { ru: 'Последняя: {at}.', en: 'The last one: {at}.' },
  'address.local': {
    ru: '{url}: площадку видно только с этой машины (PUBLIC_URL).',
    en: '{url}: only this machine can see it (PUBLIC_URL).',
  },
  'address.plain': {
    ru: '{url}: без шифрования пароли идут открытым текстом (PUBLIC_URL).',
    en: '{url}: without encryption passwords travel in the clear (PUBLIC_URL).',
  },
  'address.done': { ru: '{url}.', en: '{url}.' },
  'cards.none': {
    ru: 'Дарят по QR-коду. Карты появятся, когда указаны ключи Stripe.',
    en: 'People give by QR code. Cards are offered once keys of Stripe are set.',
  },
  'cards.silent': {
    ru: 'Ключи указаны, но за 90 дней Stripe ничего не сообщил. В его кабинете нужен адрес для событий {url}: {events}.',
    en: 'Keys are set, and Stripe has told of nothing in 90 days. It needs an endpoint at {url} for {events}.',
  },
  'cards.done': {
    ru: 'Stripe сообщает о платежах. Адрес {url} принимает {events}.',
    en: 'Stripe tells of payments. The endpoint {url} takes {events}.',
  },
  'places.none': { ru: 'Мест нет: lepta seed.', en: 'There are no places: lepta seed.' },
  'places.done': {
    ru: '{count, plural, one {# муниципалитет} few {# муниципалитета} many {# муниципалитетов} other {# муниципалитета}}, время {timeZone}.',
    en: '{count, plural, one {# municipality} other {# municipalities}}, time {timeZone}.',
  },
  'catalogue.none': { ru: 'Каталог пуст: lepta seed.', en: 'The catalogue is empty: lepta seed.' },
  'catalogue.done': {
    ru: '{count, plural, one {# категория} few {# категории} many {# категорий} other {# категории}}.',
    en: '{count, plural, one {# category} other {# categories}}.',
  },
  'texts.waits': {
    ru: 'Сначала назовите оператора: его имя стоит в текстах.',
    en: 'Name the operator first: the texts say who it is.',
  },
  'texts.unpublished': {
    ru: 'Не опубликовано: {count, plural, one {# текст} few {# текста} many {# текстов} other {# текста}}. Образцы готовы, их можно править.',
    en: '{count, plural, one {# text is} other {# texts are}} not published. Drafts are ready and can be edited.',
  },
  'texts.done': { ru: 'Опубликованы.', en: 'Published.' },
};

/** What is so with a step, as a sentence; times are those of the region. */
export function stepSentence(
  { say, params }: Pick<Step, 'say' | 'params'>,
  locale: Locale,
  timeZone: string | null,
): string {
  const said = STEP_SENTENCES[say];
  if (!said) throw new Error(`there is no sentence ${say}`);
  const shown = { ...params, ...(typeof params.at === 'string' ? { at: time(params.at, locale, timeZone) } : {}) };
  return String(new IntlMessageFormat(said[locale], locale, undefined, { ignoreTag: true }).format(shown));
}

function time(iso: string, locale: Locale, timeZone: string | null): string {
  return new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: timeZone ?? 'UTC',
  }).format(new Date(iso));
}
