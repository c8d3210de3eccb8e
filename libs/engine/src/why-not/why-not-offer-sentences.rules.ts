import type { Locale } from '#kernel';
import type { Words } from '../scoring/pair-score.rules.js';
import { dayName, say, type Name, type LocalizedMessage, type Sentences } from '../localized-message.js';
import type { OfferSide } from '../sides.js';
import { COLD_REACH_KM } from '../scoring/pairs.rules.js';
import { isUnsaid, type OfferChange, type WhyNotOffer } from './why-not-offer.rules.js';
import { toldSteps } from './why-not.rules.js';

const NEEDS_RU = '{n, plural, =0 {ни одной нужды} one {# нужда} few {# нужды} many {# нужд} other {# нужды}}';
const NEEDS_EN = '{n, plural, =0 {no needs} one {# need} other {# needs}}';
const OPENS_RU =
  '{opens, plural, one {подойдёт ещё # нужда} few {подойдут ещё # нужды} many {подойдёт ещё # нужд} other {подойдёт ещё # нужды}}';
const OPENS_EN = '{opens, plural, one {# more need} other {# more needs}}';

export const WHY_NOT_OFFER: Sentences = {
  'closed.not-open': {
    ru: 'Вклад закрыт, поэтому подбор для него не идёт.',
    en: 'The offer is closed, so nothing is looked for.',
  },
  'closed.nothing-left': {
    ru: 'Свободной части не осталось: всё обещано или отдано.',
    en: 'Nothing is left to give: all of it is promised or given.',
  },
  'closed.time-passed': {
    ru: 'Срок вклада прошёл. Продлите его, и подбор начнётся снова.',
    en: 'The time of the offer has passed. Extend it and the search starts again.',
  },
  'funnel.kind': {
    ru: `Сейчас просят {kind, select, money {денег} goods {вещей} other {времени}}: ${NEEDS_RU}`,
    en: `Asked for now, {kind, select, money {money} goods {things} other {time}}: ${NEEDS_EN}`,
  },
  'funnel.purpose': { ru: `Из них на ваше дело: ${NEEDS_RU}`, en: `Of these for your cause: ${NEEDS_EN}` },
  'funnel.unit': { ru: `В тех же единицах: ${NEEDS_RU}`, en: `In the same units: ${NEEDS_EN}` },
  'funnel.skills': { ru: `Ваших навыков хватает: ${NEEDS_RU}`, en: `Your skills are enough: ${NEEDS_EN}` },
  'funnel.distance': { ru: `В пределах вашего расстояния: ${NEEDS_RU}`, en: `Within your distance: ${NEEDS_EN}` },
  'funnel.time': { ru: `Подходят по срокам: ${NEEDS_RU}`, en: `At the right time: ${NEEDS_EN}` },
  'funnel.minima': {
    ru: `Подходят по наименьшей части: ${NEEDS_RU}`,
    en: `With parts large enough for both: ${NEEDS_EN}`,
  },
  'funnel.declined': {
    ru: `Ещё не отклонены и не в работе: ${NEEDS_RU}`,
    en: `Neither declined nor already under way: ${NEEDS_EN}`,
  },
  'funnel.papers': {
    ru: `Не требуют проверенных документов или уже видели ваши: ${NEEDS_RU}`,
    en: `Asking for no checked papers, or having seen yours: ${NEEDS_EN}`,
  },
  'funnel.storage': {
    ru: `Довезти и сохранить можно: ${NEEDS_RU}`,
    en: `It can be brought and kept fresh: ${NEEDS_EN}`,
  },
  'funnel.bound': { ru: `Из тех, для кого вы отдаёте: ${NEEDS_RU}`, en: `Among those you give it for: ${NEEDS_EN}` },
  'funnel.attributes': {
    ru: `Берут такой размер, сезон и состояние: ${NEEDS_RU}`,
    en: `Take this size, season and condition: ${NEEDS_EN}`,
  },
  'funnel.not-needed': { ru: `Сейчас это берут: ${NEEDS_RU}`, en: `Take it at present: ${NEEDS_EN}` },
  'stopped.kind': {
    ru: 'Сейчас никто не просит {kind, select, money {денег} goods {вещей} other {времени}}.',
    en: 'Nobody asks for {kind, select, money {money} goods {things} other {time}} now.',
  },
  'stopped.purpose': { ru: 'Сейчас этого не просят: «{what}».', en: 'Nobody asks for this now: {what}.' },
  'stopped.unit': {
    ru: 'Об этом просят, но считают в других единицах.',
    en: 'It is asked for, but counted in other units.',
  },
  'stopped.skills': {
    ru: 'Нужды есть, но для них нужны навыки, которых вы не назвали.',
    en: 'There are needs, but they take skills that you did not name.',
  },
  'stopped.distance': {
    ru: 'Нужды есть, но дальше, чем вы готовы {kind, select, time {ехать} other {везти}}.',
    en: 'There are needs, but further away than you go.',
  },
  'stopped.unsaid': {
    ru: 'Об этом просят, но считают в других единицах. Скажите, сколько в одной {unit, select, box {коробке} other {упаковке}}, и это подойдёт.',
    en: 'It is asked for, but counted in other units. Say how much one {unit, select, box {box} other {pack}} holds, and it will fit.',
  },
  'stopped.papers': {
    ru: 'Нужды есть, но там доверяют только тем, чьи документы видела организация. Покажите их организации, которой хотите помочь.',
    en: 'There are needs, but for those only whose papers an organization has seen. Show them to the organization that you want to help.',
  },
  'stopped.storage': {
    ru: 'Нужды есть, но это испортится: срок годности кончится раньше, там не хранят на холоде или ехать слишком далеко.',
    en: 'There are needs, but it would spoil: its best-before date comes first, it is not kept cold there, or the way is too long.',
  },
  'stopped.bound': {
    ru: 'Нужды есть, но не у тех, для кого вы отдаёте. Вклад ждёт.',
    en: 'There are needs, but not among those you give it for. The offer waits.',
  },
  'stopped.cold-far': {
    ru: 'Нужды есть, но скоропортящееся не везут дальше {most} км по прямой.',
    en: 'There are needs, but what must stay cold goes no further than {most} km as the crow flies.',
  },
  'stopped.attributes': {
    ru: 'Нужды есть, но там ждут вещи другого размера, сезона или состояния. Вклад ждёт.',
    en: 'There are needs, but for another size, season or condition. The offer waits.',
  },
  'stopped.not-needed': {
    ru: 'Нужды есть, но как раз этого там сейчас достаточно. Вклад ждёт.',
    en: 'There are needs, but just of this they have enough at present. The offer waits.',
  },
  'stopped.nearest': {
    ru: 'Ближайшая нужда в {km} км по прямой, это на {short} км дальше, чем вы указали.',
    en: 'The nearest need is {km} km away as the crow flies, {short} km further than you said.',
  },
  'stopped.time': {
    ru: 'Нужды есть, но их сроки не совпадают с вашими.',
    en: 'There are needs, but not at the time at which you give.',
  },
  'stopped.minima': {
    ru: 'Нужды есть, но наименьшие части не сходятся.',
    en: 'There are needs, but the smallest parts do not fit.',
  },
  'stopped.boxes': {
    ru: 'Нужды есть, но вы отдаёте частями по {step}, а открыто меньше одной.',
    en: 'There are needs, but you give in parts of {step}, and less than one is open.',
  },
  'stopped.declined': {
    ru: 'Подходящие нужды уже отклонены, в работе или ваши собственные.',
    en: 'The needs that fit were declined, are under way, or are your own.',
  },
  fits: {
    ru: '{n, plural, one {Подходит # нужда} few {Подходят # нужды} many {Подходит # нужд} other {Подходит # нужды}}.',
    en: '{n, plural, one {# need fits} other {# needs fit}}.',
  },
  'fits.soon': {
    ru: '{n, plural, one {Подходит # нужда} few {Подходят # нужды} many {Подходит # нужд} other {Подходит # нужды}}. Предложения появятся в ближайшие минуты.',
    en: '{n, plural, one {# need fits} other {# needs fit}}. Proposals will be here in a few minutes.',
  },
  'change.lower-lot': {
    ru: `Если отдавать и частями по {to}, ${OPENS_RU}.`,
    en: `Giving in parts of {to} would suit ${OPENS_EN}.`,
  },
  'change.raise-pledge': {
    ru: `Если отдать сможете {to}, ${OPENS_RU}: там берут только крупными частями.`,
    en: `Having {to} to give would suit ${OPENS_EN}: they take larger parts only.`,
  },
  'change.later-until': {
    ru: `Если вклад будет в силе до {to}, ${OPENS_RU}.`,
    en: `Keeping the offer open until {to} would suit ${OPENS_EN}.`,
  },
  'change.earlier-from': {
    ru: `Если начать не позже {to}, ${OPENS_RU}.`,
    en: `Starting by {to} would suit ${OPENS_EN}.`,
  },
  'change.wider-radius': {
    ru: `Если {kind, select, time {доехать} other {довезти}} за {to} км по прямой, ${OPENS_RU}. Это на {short} км дальше, чем вы указали.`,
    en: `Going {to} km as the crow flies, {short} km further than you said, would suit ${OPENS_EN}.`,
  },
  'change.with-skills': {
    ru: `Если вы умеете и это: «{skills}», ${OPENS_RU}.`,
    en: `Being able to do this too: {skills}, would suit ${OPENS_EN}.`,
  },
  'change.unbind': {
    ru: `Если отдать не только туда, куда вы назначили, ${OPENS_RU}.`,
    en: `Giving it not only where you bound it would suit ${OPENS_EN}.`,
  },
  'change.give-each': {
    ru: `Скажите, сколько в одной {unit, select, box {коробке} other {упаковке}}: по единицам не сходится {opens, plural, one {# нужда} few {# нужды} many {# нужд} other {# нужды}}.`,
    en: `Say how much one {unit, select, box {box} other {pack}} holds: {opens, plural, one {# need is} other {# needs are}} counted in other units.`,
  },
  'change.whole-sphere': {
    ru: `Если предложить на любое дело сферы «{sphere}», ${OPENS_RU}.`,
    en: `Giving for any cause of the sphere {sphere} would suit ${OPENS_EN}.`,
  },
};

/** Fields of an edit of the offer that make a change, as `PATCH /offers/{id}` takes them. */
export type OfferEdit = Readonly<Record<string, string | number | readonly string[]>>;

export interface WhyNotOfferView {
  readonly offerId: string;
  /** The shortest true answer. */
  readonly sentence: string;
  readonly fits: number;
  readonly funnel: readonly { readonly condition: string; readonly left: number; readonly sentence: string }[];
  readonly nearest: WhyNotOffer['nearest'];
  /** `edit` is null where the change is a new offer. */
  readonly changes: readonly (OfferChange & { readonly sentence: string; readonly edit: OfferEdit | null })[];
}

/** What the sentences and edits must know beside the side: how much the donor has on the table in all, and the clock of the place. */
export interface OfferAround {
  /** In the base unit: pledged and not released. */
  readonly stands: number;
  readonly now: number;
  readonly utcOffsetMinutes: number;
  /** Something is at hand that looks for this offer's needs: only then proposals are spoken of as about to come. */
  readonly soon: boolean;
}

/** The answer in words. */
export function whyNotOfferView(
  offer: OfferSide,
  why: WhyNotOffer,
  around: OfferAround,
  locale: Locale,
  words: Words,
): WhyNotOfferView {
  const tell = (said: LocalizedMessage): string => say(WHY_NOT_OFFER, said, locale);
  return {
    offerId: offer.id,
    sentence: tell(headline(offer, why, around.soon, words)),
    fits: why.fits,
    funnel: toldSteps(
      offer.kind,
      why.funnel.map(({ left }) => left),
    ).map(({ step, left }) => ({
      condition: step,
      left,
      sentence: tell({ key: `funnel.${step}`, params: { n: left, kind: offer.kind } }),
    })),
    nearest: why.nearest,
    changes: why.changes.map((change) => ({
      ...change,
      sentence: tell(saysChange(offer, change, around, words)),
      edit: editFor(offer, change, around.stands),
    })),
  };
}

function headline(offer: OfferSide, why: WhyNotOffer, soon: boolean, words: Words): LocalizedMessage {
  if (why.closed) return { key: `closed.${why.closed}`, params: {} };
  if (why.stoppedAt === null) return { key: soon ? 'fits.soon' : 'fits', params: { n: why.fits } };
  if (why.stoppedAt === 'distance' && why.nearest)
    return { key: 'stopped.nearest', params: { km: why.nearest.km, short: why.nearest.shortByKm } };
  if (why.stoppedAt === 'distance' && offer.cold && (offer.radiusKm ?? Infinity) >= COLD_REACH_KM)
    return { key: 'stopped.cold-far', params: { most: COLD_REACH_KM } };
  if (why.stoppedAt === 'unit' && isUnsaid(offer)) return { key: 'stopped.unsaid', params: { unit: offer.baseUnit } };
  if (why.stoppedAt === 'minima' && why.box !== null)
    return { key: 'stopped.boxes', params: { step: words.amount(why.box, offer.baseUnit) } };
  const what = offer.item ?? offer.category;
  return {
    key: `stopped.${why.stoppedAt === 'purpose' && what === null ? 'kind' : why.stoppedAt}`,
    params: { kind: offer.kind, what: words.name(what ?? '') },
  };
}

function saysChange(
  offer: OfferSide,
  change: OfferChange,
  { now, utcOffsetMinutes }: OfferAround,
  words: Words,
): LocalizedMessage {
  const key = `change.${change.change}`;
  const { opens } = change;
  switch (change.change) {
    case 'lower-lot':
    case 'raise-pledge':
      return { key, params: { opens, to: words.amount(change.to, offer.baseUnit) } };
    case 'later-until':
    case 'earlier-from':
      return { key, params: { opens, to: dayName(change.to, now, utcOffsetMinutes) } };
    case 'wider-radius':
      return { key, params: { opens, kind: offer.kind, to: change.to, short: change.shortByKm } };
    case 'with-skills':
      return { key, params: { opens, skills: joined(change.skills.map((skill) => words.name(skill))) } };
    case 'unbind':
      return { key, params: { opens } };
    case 'give-each':
      return { key, params: { opens, unit: offer.baseUnit } };
    case 'whole-sphere':
      return { key, params: { opens, sphere: words.name(change.sphere) } };
  }
}

/** What an offer is for stays as it was posted, so a whole sphere is a new offer. */
function editFor(offer: OfferSide, change: OfferChange, stands: number): OfferEdit | null {
  switch (change.change) {
    case 'lower-lot':
      return { minLot: String(change.to), unit: offer.baseUnit };
    case 'raise-pledge':
      return { quantity: String(stands - offer.left + change.to), unit: offer.baseUnit };
    case 'later-until':
      return { until: new Date(change.to).toISOString() };
    case 'earlier-from':
      return { from: new Date(change.to).toISOString() };
    case 'wider-radius':
      return { radiusKm: change.to };
    case 'with-skills':
      return { skills: [...offer.skills, ...change.skills] };
    case 'unbind':
      return { only: [] };
    case 'give-each': // the form asks what one holds
    case 'whole-sphere':
      return null;
  }
}

const joined = (names: readonly Name[]): Name => ({
  ru: names.map((name) => name.ru).join('», «'),
  en: names.map((name) => name.en).join(', '),
});
