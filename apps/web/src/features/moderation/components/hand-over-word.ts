import type { Review } from '../../../lib/api-types.js';
import type { Amounts } from '../../../lib/amount.js';
import { decimal } from '../../../lib/decimal.js';
import { t } from '../../../lib/words.js';
import type { Decision } from '../api/reviews.js';

export type Effects = NonNullable<Review['subject']['effects']>;
type EffectRow = Effects['rows'][number];

/** What a moderator may find of a hand-over, in the order of the keys 1 to 3. */
export const FINDINGS = ['all', 'part', 'none'] as const;
export type Finding = (typeof FINDINGS)[number];

/** What the moderator has chosen and typed so far. */
export interface HandOverWord {
  readonly finding: Finding | null;
  readonly arrived: string;
  readonly lost: string;
}
export const NO_WORD: HandOverWord = { finding: null, arrived: '', lost: '' };

/** How what is held is divided, in its base unit. */
export interface Shares {
  readonly arrived: number;
  readonly lost: number;
  readonly back: number;
}

/** What is typed, in the unit in which the amount is said, as base units; null where it is no number. */
function baseOf(text: string, { amount, unit }: Effects, amounts: Amounts): number | null {
  const perUnit = amount / Number(amounts.plain(amount, unit).quantity);
  const typed = text.trim() === '' ? NaN : Number(decimal(text));
  return Number.isFinite(typed) && typed >= 0 ? Math.round(typed * perUnit) : null;
}

/** The shares of a finding; null while what is typed is none, or more than is held. The server says which numbers it takes. */
export function sharesOf(finding: Finding, word: HandOverWord, effects: Effects, amounts: Amounts): Shares | null {
  const { amount } = effects;
  if (finding === 'all') return { arrived: amount, lost: 0, back: 0 };
  if (finding === 'none') return { arrived: 0, lost: 0, back: amount };
  const arrived = baseOf(word.arrived, effects, amounts);
  const lost = word.lost.trim() === '' ? 0 : baseOf(word.lost, effects, amounts);
  if (arrived === null || lost === null || arrived + lost > amount) return null;
  return { arrived, lost, back: amount - arrived - lost };
}

/** What an account holds afterwards: each share moves it as the server says that all of it would. */
export const after = (row: EffectRow, { arrived, lost, back }: Shares, amount: number): number =>
  row.now +
  Math.round(
    ((row.approve - row.now) * arrived + (row.lost - row.now) * lost + (row.return - row.now) * back) / amount,
  );

/** «дошло 7 шт, потеряно 3 шт»: what is written, in words. */
export const sharesText = ({ arrived, lost, back }: Shares, unit: string, amounts: Amounts): string =>
  [
    arrived > 0 || back === 0 ? t('moderation:found.arrived', { amount: amounts.say(arrived, unit) }) : '',
    lost > 0 ? t('moderation:found.lost', { amount: amounts.say(lost, unit) }) : '',
    back > 0 ? t('moderation:found.back', { amount: amounts.say(back, unit) }) : '',
  ]
    .filter(Boolean)
    .join(', ');

/** The decision that says it. */
export function decisionOf(
  finding: Finding,
  word: HandOverWord,
  reason: string,
  { amount, unit }: Effects,
  amounts: Amounts,
): Omit<Decision, 'id'> {
  const why = reason.trim() || undefined;
  if (finding === 'none') return { outcome: 'return', reason: why };
  if (finding === 'all') return { outcome: 'approve', reason: why };
  return {
    outcome: 'approve',
    reason: why,
    quantity: decimal(word.arrived),
    ...(word.lost.trim() === '' ? { lost: '0' } : { lost: decimal(word.lost) }),
    unit: amounts.plain(amount, unit).unit,
  };
}
