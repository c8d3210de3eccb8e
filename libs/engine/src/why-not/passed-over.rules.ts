import type { Locale } from '#kernel';
import type { LostNeed } from '../planning/lost.rules.js';
import { PART_NAMES } from '../scoring/reasons.rules.js';
import { say, type Name, type LocalizedMessage, type Sentences } from '../localized-message.js';
import { ONE, SCORE_PARTS, type ScorePart } from '../scoring/score.rules.js';

/** A hundredth of the highest score: what people call a point. */
const POINT = ONE / 100;
/** Parts that a sentence names. */
const NAMED = 3;

const WORSE_RU =
  '{short, plural, =0 {} one { Если бы туда пошёл ваш вклад, вместе вышло бы хуже: на # балл из 100 с каждой единицы.} few { Если бы туда пошёл ваш вклад, вместе вышло бы хуже: на # балла из 100 с каждой единицы.} many { Если бы туда пошёл ваш вклад, вместе вышло бы хуже: на # баллов из 100 с каждой единицы.} other { Если бы туда пошёл ваш вклад, вместе вышло бы хуже: на # балла из 100 с каждой единицы.}}';
const WORSE_EN =
  '{short, plural, =0 {} one { Had your offer gone there, all together would be worse: by # point of 100 for each unit.} other { Had your offer gone there, all together would be worse: by # points of 100 for each unit.}}';
const BY_RU = '{by, plural, one {# балл} few {# балла} many {# баллов} other {# балла}}';
const BY_EN = '{by, plural, one {# point} other {# points}}';

export const PASSED_OVER: Sentences = {
  'clearing.none': {
    ru: 'На момент клиринга {day} ни одна нужда не подходила вашему вкладу лучше.',
    en: 'At the clearing of {day} no need suited your gift better.',
  },
  'clearing.some': {
    ru: 'На момент клиринга {day} {n, plural, one {# нужда подходила вашему вкладу лучше} few {# нужды подходили вашему вкладу лучше} many {# нужд подходили вашему вкладу лучше} other {# нужды подходили вашему вкладу лучше}}. Расчёт смотрит на все вклады сразу, чтобы вместе вышло больше пользы. Оценки и количества здесь тогдашние.',
    en: 'At the clearing of {day} {n, plural, one {# need suited your gift better} other {# needs suited your gift better}}. A clearing looks at all gifts at once, so that together they do the most. Scores and amounts here are of that day.',
  },
  'clearing.not-kept': {
    ru: 'Этот расчёт сделан раньше, чем здесь начали хранить, какие нужды уступили.',
    en: 'This clearing was made before it was kept which needs gave way.',
  },
  'at-once.none': {
    ru: 'Это предложение найдено сразу, без общего расчёта. Других нужд для вашего вклада сейчас нет.',
    en: 'This was found at once, without a clearing. There is no other need for your gift now.',
  },
  'at-once.some': {
    ru: 'Это предложение найдено сразу, без общего расчёта: ни одна нужда вместо этой не проиграла, и выбираете вы. Вот соседние по оценке.',
    en: 'This was found at once, without a clearing: no need lost to this one, and you choose. These stand next to it by score.',
  },
  met: {
    ru: `По плану всё, что там было нужно, {needed}, приносили другие.${WORSE_RU}`,
    en: `In the plan others brought all that was needed there, {needed}.${WORSE_EN}`,
  },
  minimum: {
    ru: 'По плану другие приносили туда {matched} из {needed}; остаток был меньше наименьшей части, которую там берут или вы отдаёте.',
    en: 'In the plan others brought {matched} of {needed}; what was left was below the smallest part that they take or you give.',
  },
  dearer: {
    ru: `По плану другие приносили туда {matched} из {needed}.${WORSE_RU}`,
    en: `In the plan others brought {matched} of {needed}.${WORSE_EN}`,
  },
  'dearer.close': {
    ru: 'По плану другие приносили туда {matched} из {needed}. Разница так мала, что лежит внутри доказанного зазора расчёта.',
    en: 'In the plan others brought {matched} of {needed}. The difference is so small that it lies within the proved gap of the clearing.',
  },
  lower: { ru: `На ${BY_RU} ниже: {parts}.`, en: `Lower by ${BY_EN}: {parts}.` },
  higher: { ru: `На ${BY_RU} выше: {parts}.`, en: `Higher by ${BY_EN}: {parts}.` },
  same: { ru: 'Оценка почти та же.', en: 'The score is almost the same.' },
};

/** Where the answer comes from: a clearing that weighed all at once, one that did not keep it, or the best of the moment. */
export type PassedOverFrom = 'clearing' | 'not-kept' | 'at-once';

/**
 * The answer in one sentence.
 * @param better how many needs stood higher in a clearing, or stand beside it at once
 * @param day of the clearing: scores and amounts are counted anew since, so what is told of it is told as past
 */
export function saysPassedOver(from: PassedOverFrom, better: number, day: Name | null, locale: Locale): string {
  const key = from === 'not-kept' ? 'clearing.not-kept' : `${from}.${better === 0 ? 'none' : 'some'}`;
  return say(PASSED_OVER, { key, params: { n: better, day: day ?? '' } }, locale);
}

/** Why a better-looking need was not given this offer. @param text an amount in words */
export function saysLost(lost: Omit<LostNeed, 'need'>, text: (amount: number) => Name, locale: Locale): string {
  const short = Math.round(lost.shortBy / POINT);
  const params = { short, matched: text(lost.matched), needed: text(lost.needed) };
  return say(
    PASSED_OVER,
    { key: lost.reason === 'dearer' && short === 0 ? 'dearer.close' : lost.reason, params },
    locale,
  );
}

/** Alike on both sides of 0. */
const rounded = (value: number): number => Math.sign(value) * Math.round(Math.abs(value)) + 0;

interface Weighed {
  readonly part: string;
  readonly value: number;
  readonly weight: number;
}

/** By how much a part of another pair's score is higher (negative: lower), in points of 100; parts that make no whole point are left out. */
export function differencesOf(
  own: readonly Weighed[],
  other: readonly Weighed[],
): { part: ScorePart; points: number }[] {
  const worth = (parts: readonly Weighed[], name: string): number =>
    parts.filter(({ part }) => part === name).reduce((sum, { value, weight }) => sum + value * weight, 0) / ONE;
  return SCORE_PARTS.map((part) => ({ part, points: rounded((worth(other, part) - worth(own, part)) / POINT) }))
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

/** How another need compares, and which parts make the difference, whichever way they pull. */
export function saysCompared(
  own: number,
  other: number,
  differences: readonly { part: ScorePart; points: number }[],
  locale: Locale,
): string {
  const by = Math.round(other / POINT) - Math.round(own / POINT); // of the scores as they are shown
  const said: LocalizedMessage =
    by === 0 || differences.length === 0
      ? { key: 'same', params: {} }
      : { key: by < 0 ? 'lower' : 'higher', params: { by: Math.abs(by), parts: namesOf(differences.slice(0, NAMED)) } };
  return say(PASSED_OVER, said, locale);
}

function namesOf(parts: readonly { part: ScorePart; points: number }[]): Name {
  const signed = (points: number): string => `${points < 0 ? '\u2212' : '+'}${Math.abs(points)}`;
  const list = (locale: Locale): string =>
    parts.map(({ part, points }) => `${PART_NAMES[part][locale].toLowerCase()} ${signed(points)}`).join(', ');
  return { ru: list('ru'), en: list('en') };
}
