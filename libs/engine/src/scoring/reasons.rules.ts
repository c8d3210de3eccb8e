import { ONE, type ScorePart, type Wish } from './score.rules.js';
import type { PurposeFit } from './pairs.rules.js';
import { dayName, wholePercent, type Name, type LocalizedMessage, type Sentences } from '../localized-message.js';

/** What each part is called beside its bar. */
export const PART_NAMES: Readonly<Record<ScorePart, Name>> = {
  purpose: { ru: 'Назначение', en: 'Purpose' },
  place: { ru: 'Близость', en: 'Nearness' },
  urgency: { ru: 'Срочность', en: 'Urgency' },
  waiting: { ru: 'Ждут', en: 'Waiting' },
  completion: { ru: 'Полнота', en: 'Completeness' },
  equity: { ru: 'Справедливость', en: 'Fairness' },
  preference: { ru: 'Пожелание', en: 'Wish' },
  trust: { ru: 'Доверие', en: 'Trust' },
};

const SKILLS_RU =
  '{skills, plural, =0 {} =1 {, навык по справочнику есть} one {, все # навык по справочнику есть} few {, все # навыка по справочнику есть} many {, все # навыков по справочнику есть} other {, все # навыка по справочнику есть}}';
const SKILLS_EN =
  '{skills, plural, =0 {} one {, the skill of the catalogue is there} other {, all # skills of the catalogue are there}}';
const LEFT_RU =
  '{days, plural, =0 {это сегодня} =1 {остался # день} one {остался # день} few {осталось # дня} many {осталось # дней} other {осталось # дня}}';
const LEFT_EN = '{days, plural, =0 {that is today} one {# day left} other {# days left}}';
const DECLARED_RU = '{urgency, select, 5 {очень срочно, } 4 {срочно, } other {}}';
const DECLARED_EN = '{urgency, select, 5 {very urgent, } 4 {urgent, } other {}}';

/** Beyond so many days an urgency is the word of the organization that asks, and said as that: a date far ahead says otherwise. */
const NEAR_DAYS = 30;
const SAID_RU = '{urgency, select, 5 {организация просит очень срочно, } 4 {организация просит срочно, } other {}}';
const SAID_EN =
  '{urgency, select, 5 {very urgent in the organization’s words, } 4 {urgent in the organization’s words, } other {}}';

/** Why this pair has this value, for both sides to read; short, without a full stop, as it stands beside a bar. */
export const REASONS: Sentences = {
  'purpose.item': { ru: 'именно это: {item}', en: 'exactly this: {item}' },
  'purpose.item-elsewhere': {
    ru: 'именно эта вещь для другого дела: {item}, «{category}»',
    en: 'exactly this thing for another cause: {item}, {category}',
  },
  'purpose.category': {
    ru: `то же дело по справочнику: «{category}»${SKILLS_RU}`,
    en: `the same cause in the catalogue: {category}${SKILLS_EN}`,
  },
  'purpose.category-loose': {
    ru: 'то же дело, вещь названа одной стороной: «{category}»',
    en: 'the same cause, only one side names the thing: {category}',
  },
  'purpose.sphere': {
    ru: `выбранная сфера: «{sphere}», дело: «{category}»${SKILLS_RU}`,
    en: `the chosen sphere: {sphere}, the cause: {category}${SKILLS_EN}`,
  },
  'purpose.any': {
    ru: `вклад на любое дело, здесь «{category}»${SKILLS_RU}`,
    en: `given for any cause, here {category}${SKILLS_EN}`,
  },
  'place.remote': { ru: 'можно на расстоянии', en: 'can be done from anywhere' },
  'place.money': { ru: 'деньгам расстояние не помеха', en: 'distance does not matter for money' },
  'place.unknown': { ru: 'даритель не назвал места', en: 'the donor named no place' },
  'place.same': { ru: 'рядом: {place}', en: 'close by: {place}' },
  'place.km': { ru: '{km} км по прямой: {place}', en: '{km} km away as the crow flies: {place}' },
  'urgency.left': { ru: `${DECLARED_RU}нужно до {date}, ${LEFT_RU}`, en: `${DECLARED_EN}needed by {date}, ${LEFT_EN}` },
  'urgency.far': { ru: `${SAID_RU}нужно до {date}, ${LEFT_RU}`, en: `${SAID_EN}needed by {date}, ${LEFT_EN}` },
  'urgency.past': { ru: 'нужно было до {date}', en: 'it was needed by {date}' },
  'waiting.today': { ru: 'нужда появилась сегодня', en: 'a need of today' },
  'waiting.days': {
    ru: 'ждут {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
    en: 'waiting for {days, plural, one {# day} other {# days}}',
  },
  'waiting.then': {
    ru: '{days, plural, =0 {при подборе нужда только появилась} one {при подборе ждали # день} few {при подборе ждали # дня} many {при подборе ждали # дней} other {при подборе ждали # дня}}',
    en: '{days, plural, =0 {the need was new when the pair was found} one {had waited for # day when the pair was found} other {had waited for # days when the pair was found}}',
  },
  'completion.whole': { ru: 'закроет нужду целиком', en: 'meets the whole need' },
  'completion.rest': { ru: 'закроет весь остаток: {amount}', en: 'meets all that is left: {amount}' },
  'completion.arrived': { ru: 'дошло {amount}', en: '{amount} has arrived' },
  'completion.part': {
    ru: 'закроет {amount} из {open}, это {percent}%',
    en: 'meets {amount} of {open}, that is {percent}%',
  },
  'completion.boxes': {
    ru: 'закроет {amount} из {open}, это {percent}%: отдают частями по {step}',
    en: 'meets {amount} of {open}, that is {percent}%: given in parts of {step}',
  },
  'completion.last': {
    ru: 'закроет {amount} из {open}, это {percent}%: весь остаток вклада, хотя он не делится на части по {step}',
    en: 'meets {amount} of {open}, that is {percent}%: all that is left of the offer, though no whole number of parts of {step}',
  },
  'equity.shares': {
    ru: 'месту за год пока пришло {place}% просимого, организации {organization}%, по региону {region}%, в среднем по нуждам',
    en: 'so far {place}% of what was asked in a year has arrived in the place, {organization}% for the organization, {region}% across the region, on average over needs',
  },
  'equity.then': {
    ru: 'на {day} месту за год пришло {place}% просимого, организации {organization}%, по региону {region}%, в среднем по нуждам',
    en: 'by {day} {place}% of what was asked in a year had arrived in the place, {organization}% for the organization, {region}% across the region, on average over needs',
  },
  'equity.planned': {
    ru: 'доля места и организации рядом с другими: прибавка {percent}% от наибольшей',
    en: 'the share of place and organization beside the others: {percent}% of the highest addition',
  },
  'equity.planned-none': {
    ru: 'место и организация получают больше других: прибавки нет',
    en: 'place and organization receive more than others: no addition',
  },
  'preference.organization': { ru: 'даритель выбрал эту организацию', en: 'the donor chose this organization' },
  'preference.named': { ru: 'даритель выбрал: «{name}»', en: 'the donor chose {name}' },
  'preference.bound-need': { ru: 'вклад отдают только на эту нужду', en: 'given for this need only' },
  'preference.bound-organization': {
    ru: 'вклад отдают только этой организации',
    en: 'given to this organization only',
  },
  'preference.bound': { ru: 'вклад отдают только сюда: «{name}»', en: 'given only here: {name}' },
  'preference.none': { ru: 'не из того, что выбрал даритель', en: 'not among what the donor chose' },
  'trust.organization': {
    ru: '{of, plural, =0 {первая передача организации} one {организация подтвердила {kept} из # передачи} other {организация подтвердила {kept} из # передач}}',
    en: '{of, plural, =0 {the first hand-over of the organization} other {the organization confirmed {kept} of # hand-overs}}',
  },
  'trust.both': {
    ru: '{orgOf, plural, =0 {первая передача организации} one {организация подтвердила {orgKept} из # передачи} other {организация подтвердила {orgKept} из # передач}}, {donorOf, plural, =0 {первый вклад дарителя} one {даритель довёл {donorKept} из # вклада} other {даритель довёл {donorKept} из # вкладов}}',
    en: '{orgOf, plural, =0 {the first hand-over of the organization} other {the organization confirmed {orgKept} of # hand-overs}}, {donorOf, plural, =0 {the first gift of the donor} other {the donor saw through {donorKept} of # gifts}}',
  },
};

export const saysPurpose = (
  fit: PurposeFit,
  names: { item: Name | null; category: Name; sphere: Name },
  skills: number,
): LocalizedMessage => ({
  key: `purpose.${fit}`,
  params: { item: names.item ?? '', category: names.category, sphere: names.sphere, skills },
});

export function saysPlace(money: boolean, remote: boolean, km: number | null, place: Name): LocalizedMessage {
  if (remote) return { key: 'place.remote', params: {} };
  if (km === null) return { key: money ? 'place.money' : 'place.unknown', params: {} };
  return km < 1 ? { key: 'place.same', params: { place } } : { key: 'place.km', params: { km: Math.round(km), place } };
}

export const saysUrgency = (
  urgency: number,
  deadline: number,
  daysLeft: number,
  now: number,
  utcOffsetMinutes: number,
): LocalizedMessage => ({
  key: daysLeft > NEAR_DAYS ? 'urgency.far' : 'urgency.left',
  params: { urgency: String(urgency), date: dayName(deadline, now, utcOffsetMinutes), days: Math.max(0, daysLeft) },
});

export const saysWaiting = (days: number): LocalizedMessage =>
  days <= 0 ? { key: 'waiting.today', params: {} } : { key: 'waiting.days', params: { days } };

/** Of a match that is over: how long the need had waited when the pair was found. */
export const saysWaited = (days: number): LocalizedMessage => ({ key: 'waiting.then', params: { days } });

/** Of a deadline that has gone by, and of a match that is over: no count of days is true of it any more. */
export const saysDeadlinePast = (date: string | number | Name): LocalizedMessage => ({
  key: 'urgency.past',
  params: { date },
});

/** @param given what is left of the offer, this part with it, and its step */
export function saysCompletion(
  amount: number,
  open: number,
  required: number,
  given: { readonly left: number; readonly step: number },
  text: (amount: number) => Name,
): LocalizedMessage {
  if (amount >= required) return { key: 'completion.whole', params: {} };
  if (amount >= open) return { key: 'completion.rest', params: { amount: text(amount) } };
  const { left, step } = given;
  // Boxes are spoken of where they, and nothing else, leave a part of the need open.
  const key =
    amount % step !== 0
      ? 'completion.last'
      : amount < left && amount + step > open && step > 1
        ? 'completion.boxes'
        : 'completion.part';
  return {
    key,
    params: { amount: text(amount), open: text(open), percent: wholePercent((amount / open) * ONE), step: text(step) },
  };
}

/** Once it is confirmed. */
export const saysArrived = (amount: Name): LocalizedMessage => ({ key: 'completion.arrived', params: { amount } });

export const saysEquity = (place: number, organization: number, region: number): LocalizedMessage => ({
  key: 'equity.shares',
  params: { place: wholePercent(place), organization: wholePercent(organization), region: wholePercent(region) },
});

/** Of a match: the shares are those of the day on which they were kept with it, whatever has arrived since. */
export const saysEquityThen = (params: LocalizedMessage['params'], day: Name): LocalizedMessage => ({
  key: 'equity.then',
  params: { ...params, day },
});

/** From the value alone: a clearing works it out of what has arrived and of what its own passes would bring. */
export function saysPlannedEquity(value: number): LocalizedMessage {
  return value === 0
    ? { key: 'equity.planned-none', params: {} }
    : { key: 'equity.planned', params: { percent: wholePercent(value) } };
}

/** @param bound what the gift is bound to of what this need is; null: it is free. Then it is said beside any wish: it goes nowhere else */
export function saysPreference(
  wish: Wish | null,
  names: Readonly<Partial<Record<Wish, Name>>>,
  bound: Name | 'need' | 'organization' | null,
): LocalizedMessage {
  if (bound === 'need' || bound === 'organization') return { key: `preference.bound-${bound}`, params: {} };
  if (bound !== null) return { key: 'preference.bound', params: { name: bound } };
  if (wish === null) return { key: 'preference.none', params: {} };
  const name = names[wish];
  if (wish === 'organization' || wish === 'none' || !name)
    return { key: wish === 'none' ? 'preference.none' : 'preference.organization', params: {} };
  return { key: 'preference.named', params: { name } };
}

export const saysOrganization = ({ kept, of }: { kept: number; of: number }): LocalizedMessage => ({
  key: 'trust.organization',
  params: { kept, of },
});

export const saysTrust = (
  organization: { kept: number; of: number },
  donor: { kept: number; of: number },
): LocalizedMessage => ({
  key: 'trust.both',
  params: { orgKept: organization.kept, orgOf: organization.of, donorKept: donor.kept, donorOf: donor.of },
});
