import { IntlMessageFormat } from 'intl-messageformat';
import type { Reason, ReasonCode } from './risk.rules.js';

/** What a moderator, and later an appeal, reads. ICU MessageFormat; sums come in roubles. */
const SENTENCES: Record<ReasonCode, { readonly ru: string; readonly en: string }> = {
  'card-number': {
    ru: 'В тексте номер карты: {masked}. Деньги идут только на счёт организации.',
    en: 'The text has a card number: {masked}. Money goes to the organization’s account only.',
  },
  'personal-account': {
    ru: 'Счёт частного лица: {masked}. Счёт НКО начинается с 40703.',
    en: 'A private person’s account: {masked}. An NGO’s account begins with 40703.',
  },
  'phone-for-transfer': {
    ru: 'Телефон {masked} рядом со словами о переводе.',
    en: 'The phone {masked} stands beside words about a transfer.',
  },
  phone: { ru: 'В тексте телефон: {masked}.', en: 'The text has a phone number: {masked}.' },
  'health-of-a-person': {
    ru: 'В тексте сказано о здоровье человека, который назван по имени: такое не публикуют.',
    en: 'The text speaks of the health of somebody whom it names: that is not published.',
  },
  'same-inn': {
    ru: 'С этим ИНН есть ещё {count, plural, one {# организация} few {# организации} many {# организаций} other {# организации}}.',
    en: '{count, plural, one {# other organization has} other {# other organizations have}} this INN.',
  },
  duplicate: {
    ru: 'Название на {percent}% совпадает с нуждой № {number}.',
    en: 'The title matches need No. {number} by {percent}%.',
  },
  'large-sum': {
    ru: 'Сумма {amount, number} ₽ выше порога {threshold, number} ₽: нужны две подписи.',
    en: 'The sum of {amount, number} ₽ is above {threshold, number} ₽: two signatures are needed.',
  },
  'new-organization': {
    ru: 'Новая организация: проверена {days, plural, =0 {в тот же день} one {за # день до этого} few {за # дня до этого} many {за # дней до этого} other {за # дня до этого}}.',
    en: 'A new organization: verified {days, plural, =0 {on the same day} one {# day before this} other {# days before this}}.',
  },
  'commercial-account': {
    ru: 'Счёт 40702 — коммерческой организации, у НКО обычно 40703.',
    en: 'The account 40702 is a commercial one; an NGO usually has 40703.',
  },
  'not-verified-yet': { ru: 'Организация ещё не проверена.', en: 'The organization is not verified yet.' },
  email: { ru: 'В тексте адрес почты: {masked}.', en: 'The text has an e-mail address: {masked}.' },
  link: { ru: 'В тексте ссылка: {masked}.', en: 'The text has a link: {masked}.' },
  'first-need': { ru: 'Первая нужда этой организации.', en: 'The first need of this organization.' },
  'account-change': {
    ru: 'Меняется счёт проверенной организации: нужны две подписи. Позвоните по номеру из реестра, а не из письма.',
    en: 'The account of a verified organization changes: two signatures are needed. Call the number of the register, not that of a letter.',
  },
  'new-owner': {
    ru: 'Просит человек, который стал владельцем {days, plural, =0 {сегодня} one {# день назад} few {# дня назад} many {# дней назад} other {# дня назад}}.',
    en: 'It is asked for by somebody who became an owner {days, plural, =0 {today} one {# day ago} other {# days ago}}.',
  },
  informal: {
    ru: 'Группа без ИНН: проверить её можно, когда за неё поручится муниципалитет.',
    en: 'A group without INN: it can be verified once its municipality vouches for it.',
  },
  silent: {
    ru: 'После передачи организация молчит {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}.',
    en: 'The organization has been silent for {days, plural, one {# day} other {# days}} since the hand-over.',
  },
  'messages-reported': {
    ru: 'Одна из сторон пожаловалась на {count, plural, =1 {сообщение} one {# сообщение} few {# сообщения} many {# сообщений} other {# сообщения}}.',
    en: 'One side has reported {count, plural, one {a message} other {# messages}}.',
  },
  'offer-amount': {
    ru: 'Очень много для этого дарителя: {count, number} ({unit}). Проверьте, что это правда.',
    en: 'Very much for this giver: {count, number} ({unit}). Make sure that it is true.',
  },
  'offer-licensed': {
    ru: 'Медицинское изделие: что это, есть ли документы, можно ли передать.',
    en: 'A medical good: what it is, whether it has papers, and whether it may change hands.',
  },
  'offer-hazard': {
    ru: 'Топливо: как оно хранится и кто его повезёт.',
    en: 'Fuel: how it is kept and who carries it.',
  },
  'offer-baby-food': {
    ru: 'Детское питание: срок годности и целая упаковка.',
    en: 'Baby food: its date, and a whole package.',
  },
  'offer-unlisted': {
    ru: 'Вещи нет в справочнике: что это и кому пригодится.',
    en: 'A thing that the catalogue does not have: what it is and whom it helps.',
  },
  'complaint-card': {
    ru: 'Жалоба: просят перевести на карту или телефон.',
    en: 'A complaint: money is asked for to a card or phone.',
  },
  'complaint-private': {
    ru: 'Жалоба: видны имя, болезнь или лицо.',
    en: 'A complaint: a name, an illness or a face is seen.',
  },
  'complaint-untrue': {
    ru: 'Жалоба: это неправда или обещанное не дошло.',
    en: 'A complaint: it is not true, or what was promised did not arrive.',
  },
  'complaint-rude': {
    ru: 'Жалоба: грубость, давление, реклама.',
    en: 'A complaint: rude, pressing or advertising.',
  },
  'complaint-other': {
    ru: 'Жалоба на другое.',
    en: 'A complaint about something else.',
  },
  appeal: {
    ru: 'Апелляция № {number}.',
    en: 'Appeal No. {number}.',
  },
  disputed: {
    ru: 'Стороны говорят о передаче разное.',
    en: 'The two sides tell different stories about the hand-over.',
  },
  objected: {
    ru: 'Доброволец не согласен с подтверждёнными часами.',
    en: 'The volunteer objects to the hours that were confirmed.',
  },
};

export type Locale = 'ru' | 'en';

/** One reason in words. Codes of an older version of the rules, which stand in old reviews, are shown as they are. */
export function reasonSentence(reason: Reason, locale: Locale): string {
  const sentence = SENTENCES[reason.code]?.[locale];
  if (!sentence) return reason.code;
  const params: Record<string, string | number> = { ...reason.params };
  for (const sum of ['amount', 'threshold'])
    if (typeof params[sum] === 'number') params[sum] = Math.round(Number(params[sum]) / 100);
  return String(new IntlMessageFormat(sentence, locale).format(params));
}
