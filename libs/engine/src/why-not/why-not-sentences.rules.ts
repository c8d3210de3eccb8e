import type { Kind, Locale } from '#kernel';
import { dayName, say, type Name, type LocalizedMessage, type Sentences } from '../localized-message.js';
import type { NeedSide } from '../sides.js';
import type { Words } from '../scoring/pair-score.rules.js';
import { toldSteps, type Change, type FunnelStep, type WhyNot } from './why-not.rules.js';

const OFFERS_RU = '{n, plural, =0 {ни одного вклада} one {# вклад} few {# вклада} many {# вкладов} other {# вклада}}';
const OFFERS_EN = '{n, plural, =0 {no offers} one {# offer} other {# offers}}';
const OPENS_RU =
  '{opens, plural, one {появится # предложение} few {появятся # предложения} many {появится # предложений} other {появится # предложения}}';
const OPENS_EN = '{opens, plural, one {# proposal} other {# proposals}}';

export const WHY_NOT: Sentences = {
  'closed.not-open': {
    ru: 'Нужда сейчас не открыта, поэтому подбор для неё не идёт.',
    en: 'The need is not open now, so nothing is looked for.',
  },
  'closed.nothing-left': {
    ru: 'Всё, что нужно, уже получено или обещано.',
    en: 'All that is needed has arrived or is promised.',
  },
  'closed.deadline-passed': {
    ru: 'Срок нужды прошёл. Продлите его, и подбор начнётся снова.',
    en: 'The deadline of the need has passed. Extend it and the search starts again.',
  },
  'funnel.kind': {
    ru: `Открыто сейчас: {kind, select, money {деньги} goods {вещи} other {время}}, ${OFFERS_RU}`,
    en: `Open now: {kind, select, money {money} goods {things} other {time}}, ${OFFERS_EN}`,
  },
  'funnel.purpose': { ru: `Из них на это дело: ${OFFERS_RU}`, en: `Of these for this cause: ${OFFERS_EN}` },
  'funnel.unit': { ru: `В тех же единицах: ${OFFERS_RU}`, en: `In the same units: ${OFFERS_EN}` },
  'funnel.skills': { ru: `С нужными навыками: ${OFFERS_RU}`, en: `With the skills it takes: ${OFFERS_EN}` },
  'funnel.distance': { ru: `Достаточно близко: ${OFFERS_RU}`, en: `Close enough: ${OFFERS_EN}` },
  'funnel.time': { ru: `Подходят по срокам: ${OFFERS_RU}`, en: `At the right time: ${OFFERS_EN}` },
  'funnel.minima': {
    ru: `Подходят по наименьшей части: ${OFFERS_RU}`,
    en: `With parts large enough for both: ${OFFERS_EN}`,
  },
  'funnel.declined': {
    ru: `Ещё не отклонены и не в работе: ${OFFERS_RU}`,
    en: `Neither declined nor already under way: ${OFFERS_EN}`,
  },
  'funnel.papers': {
    ru: `С документами, которые вы видели: ${OFFERS_RU}`,
    en: `With papers that you have seen: ${OFFERS_EN}`,
  },
  'funnel.storage': {
    ru: `Не испортится по дороге и до срока: ${OFFERS_RU}`,
    en: `Will not spoil on the way or before the date: ${OFFERS_EN}`,
  },
  'funnel.bound': { ru: `Не назначены другим: ${OFFERS_RU}`, en: `Not bound elsewhere: ${OFFERS_EN}` },
  'funnel.attributes': {
    ru: `Подходят по размеру, сезону и состоянию: ${OFFERS_RU}`,
    en: `Of the size, season and condition that you take: ${OFFERS_EN}`,
  },
  'funnel.not-needed': {
    ru: `Не из того, что сейчас не нужно: ${OFFERS_RU}`,
    en: `Not among what is not needed now: ${OFFERS_EN}`,
  },
  'stopped.kind': {
    ru: 'Пока никто не предлагает {kind, select, money {денег} goods {вещей} other {времени}}.',
    en: 'Nobody offers {kind, select, money {money} goods {things} other {time}} yet.',
  },
  'stopped.purpose': { ru: 'На «{category}» вкладов пока нет.', en: 'There are no offers for {category} yet.' },
  'stopped.unit': {
    ru: 'Вклады на это дело есть, но их считают в других единицах.',
    en: 'There are offers for this cause, but they are counted in other units.',
  },
  'stopped.skills': {
    ru: 'Вклады есть, но ни у кого нет всех нужных навыков.',
    en: 'There are offers, but none with all the skills it takes.',
  },
  'stopped.distance': {
    ru: 'Вклады есть, но никто не готов везти так далеко.',
    en: 'There are offers, but none goes this far.',
  },
  'stopped.papers': {
    ru: 'Вклады есть, но это дело доверяют только тем, чьи документы проверены, а проверок пока нет.',
    en: 'There are offers, but this cause is for those only whose papers were checked, and none were.',
  },
  'stopped.storage': {
    ru: 'Вклады есть, но они испортятся: не подходят срок годности, расстояние или хранение на холоде.',
    en: 'There are offers, but they would spoil: by their best-before date, on the way, or without cold storage.',
  },
  'stopped.bound': {
    ru: 'Вклады есть, но дарители отдают их только на другое.',
    en: 'There are offers, but their donors give them for something else only.',
  },
  'stopped.attributes': {
    ru: 'Вклады есть, но не того размера, сезона или состояния, которые вы берёте.',
    en: 'There are offers, but not of the size, season or condition that you take.',
  },
  'stopped.not-needed': {
    ru: 'Предлагают только то, что вы отметили как ненужное сейчас.',
    en: 'All that is offered is among what you said is not needed now.',
  },
  'stopped.nearest': {
    ru: 'Ближайший вклад в {km} км по прямой, дарителю не хватает {short} км.',
    en: 'The nearest offer is {km} km away as the crow flies, {short} km beyond what the donor goes.',
  },
  'stopped.time': {
    ru: 'Вклады есть, но их сроки не совпадают с вашими.',
    en: 'There are offers, but not at the time that you ask for.',
  },
  'stopped.minima': {
    ru: 'Вклады есть, но наименьшие части не сходятся.',
    en: 'There are offers, but the smallest parts do not fit.',
  },
  'stopped.boxes': {
    ru: 'Вклады есть, но их отдают частями по {step}, а открыто меньше одной.',
    en: 'There are offers, but they are given in parts of {step}, and less than one is open.',
  },
  'stopped.declined': {
    ru: 'Подходящие вклады уже отклонены или в работе.',
    en: 'The offers that fit were declined or are already under way.',
  },
  fits: { ru: `Подходит ${OFFERS_RU}.`, en: `{n, plural, one {# offer fits} other {# offers fit}}.` },
  'fits.soon': {
    ru: `Подходит ${OFFERS_RU}. Предложения появятся в ближайшие минуты.`,
    en: `{n, plural, one {# offer fits} other {# offers fit}}. Proposals will be here in a few minutes.`,
  },
  'change.lower-minimum': {
    ru: `Если снизить наименьшую часть до {to}, ${OPENS_RU}.`,
    en: `Lowering the smallest part to {to} would open ${OPENS_EN}.`,
  },
  'change.raise-quantity': {
    ru: `Если попросить {to}, ${OPENS_RU}: дарители отдают только крупными частями.`,
    en: `Asking for {to} would open ${OPENS_EN}: the donors give in larger parts only.`,
  },
  'change.later-deadline': {
    ru: `Если перенести срок на {to}, ${OPENS_RU}.`,
    en: `Moving the deadline to {to} would open ${OPENS_EN}.`,
  },
  'change.earlier-start': {
    ru: `Если начать не позже {to}, ${OPENS_RU}.`,
    en: `Starting by {to} would open ${OPENS_EN}.`,
  },
  'change.remote': {
    ru: `Если разрешить помогать на расстоянии, ${OPENS_RU}. Ближайший вклад в {km} км по прямой, не хватает {short} км.`,
    en: `Allowing it from afar would open ${OPENS_EN}. The nearest offer is {km} km away as the crow flies, {short} km too far.`,
  },
  'change.keep-cold': {
    ru: `Если у вас есть где хранить на холоде, отметьте это: ${OPENS_RU}.`,
    en: `Saying that you can keep it cold would open ${OPENS_EN}.`,
  },
  'change.see-papers': {
    ru: `Если вы проверите документы помощников и отметите это, ${OPENS_RU}.`,
    en: `Seeing the papers of helpers, and recording it, would open ${OPENS_EN}.`,
  },
  'change.without-skills': {
    ru: `Если не требовать «{skills}», ${OPENS_RU}.`,
    en: `Not requiring {skills} would open ${OPENS_EN}.`,
  },
  'change.take-condition': {
    ru: `Если брать и {value, select, new {новое} good {в хорошем состоянии} worn {ношеное} other {то, что нужно починить}}, ${OPENS_RU}.`,
    en: `Taking {value, select, new {new things} good {things in good condition} worn {worn things} other {things that need repair}} too would open ${OPENS_EN}.`,
  },
  'change.take-season': {
    ru: `Если брать и {value, select, winter {зимнее} summer {летнее} other {демисезонное}}, ${OPENS_RU}.`,
    en: `Taking {value, select, winter {winter} summer {summer} other {mid-season}} things too would open ${OPENS_EN}.`,
  },
  'change.take-size': {
    ru: `Если брать и размер {value}, ${OPENS_RU}.`,
    en: `Taking size {value} too would open ${OPENS_EN}.`,
  },
  'change.any-item': {
    ru: `Если принять и другие вещи этой категории, ${OPENS_RU}.`,
    en: `Accepting other things of this category would open ${OPENS_EN}.`,
  },
};

export interface WhyNotView {
  readonly needId: string;
  /** The shortest true answer. */
  readonly sentence: string;
  readonly fits: number;
  readonly funnel: readonly { readonly condition: string; readonly left: number; readonly sentence: string }[];
  readonly nearest: WhyNot['nearest'];
  readonly changes: readonly (Change & { readonly sentence: string })[];
}

/** How many offers were left after each condition, in words. @param left in the order of FUNNEL_STEPS */
export function funnelView(
  kind: Kind,
  left: readonly number[],
  locale: Locale,
): { condition: FunnelStep; left: number; sentence: string }[] {
  return toldSteps(kind, left).map(({ step: condition, left: n }) => ({
    condition,
    left: n,
    sentence: say(WHY_NOT, { key: `funnel.${condition}`, params: { n, kind } }, locale),
  }));
}

/** The answer in words. @param soon something is at hand that looks for this need's offers: only then proposals are spoken of as about to come */
export function whyNotView(
  need: NeedSide,
  why: WhyNot,
  now: number,
  soon: boolean,
  locale: Locale,
  words: Words,
): WhyNotView {
  const tell = (said: LocalizedMessage): string => say(WHY_NOT, said, locale);
  return {
    needId: need.id,
    sentence: tell(headline(need, why, soon, words)),
    fits: why.fits,
    funnel: funnelView(
      need.kind,
      why.funnel.map(({ left }) => left),
      locale,
    ),
    nearest: why.nearest,
    changes: why.changes.map((change) => ({ ...change, sentence: tell(saysChange(need, change, now, words)) })),
  };
}

function headline(need: NeedSide, why: WhyNot, soon: boolean, words: Words): LocalizedMessage {
  if (why.closed) return { key: `closed.${why.closed}`, params: {} };
  if (why.stoppedAt === null) return { key: soon ? 'fits.soon' : 'fits', params: { n: why.fits } };
  if (why.stoppedAt === 'distance' && why.nearest)
    return { key: 'stopped.nearest', params: { km: why.nearest.km, short: why.nearest.shortByKm } };
  if (why.stoppedAt === 'minima' && why.box !== null)
    return { key: 'stopped.boxes', params: { step: words.amount(why.box, need.baseUnit) } };
  return { key: `stopped.${why.stoppedAt}`, params: { kind: need.kind, category: words.name(need.category) } };
}

function saysChange(need: NeedSide, change: Change, now: number, words: Words): LocalizedMessage {
  const key = `change.${change.change}`;
  const { opens } = change;
  switch (change.change) {
    case 'lower-minimum':
    case 'raise-quantity':
      return { key, params: { opens, to: words.amount(change.to, need.baseUnit) } };
    case 'later-deadline':
    case 'earlier-start':
      return { key, params: { opens, to: dayName(change.to, now, need.utcOffsetMinutes) } };
    case 'remote':
      return { key, params: { opens, km: change.km, short: change.shortByKm } };
    case 'without-skills':
      return { key, params: { opens, skills: joined(change.skills.map((skill) => words.name(skill))) } };
    case 'take-size':
    case 'take-season':
    case 'take-condition':
      return { key, params: { opens, value: change.value } };
    case 'any-item':
    case 'keep-cold':
    case 'see-papers':
      return { key, params: { opens } };
  }
}

const joined = (names: readonly Name[]): Name => ({
  ru: names.map((name) => name.ru).join('», «'),
  en: names.map((name) => name.en).join(', '),
});
