import type { Review } from '../../../lib/api-types.js';
import type { Amounts } from '../../../lib/amount.js';
import { decimal } from '../../../lib/decimal.js';
import { typedBase } from '../../matching/typed-amount.js';
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

/** Why what is typed says no part, by its field: no number, more than is held, finer than anything is divided, or nothing at all. */
export interface NoPart {
  readonly field: 'arrived' | 'lost';
  readonly why: 'tooMuch' | 'tooMuchLost' | 'tooFine' | 'nothing';
}

function partOf(word: HandOverWord, effects: Effects, amounts: Amounts): Shares | NoPart {
  const { amount } = effects;
  const arrived = typedBase(word.arrived, effects, amounts);
  if ('no' in arrived) return { field: 'arrived', why: arrived.no };
  const lost = word.lost.trim() === '' ? { base: 0 } : typedBase(word.lost, effects, amounts);
  if ('no' in lost) return { field: 'lost', why: lost.no === 'tooFine' ? lost.no : 'tooMuchLost' };
  if (arrived.base + lost.base > amount) return { field: 'arrived', why: 'tooMuch' };
  if (arrived.base + lost.base === 0) return { field: 'arrived', why: 'nothing' };
  return { arrived: arrived.base, lost: lost.base, back: amount - arrived.base - lost.base };
}

/** Null where a part is said, and while nothing is typed. */
export function whyNoPart(word: HandOverWord, effects: Effects, amounts: Amounts): NoPart | null {
  const part = word.arrived.trim() === '' ? null : partOf(word, effects, amounts);
  return part && 'why' in part ? part : null;
}

/** The shares of a finding; null while what is typed says none. */
export function sharesOf(finding: Finding, word: HandOverWord, effects: Effects, amounts: Amounts): Shares | null {
  const { amount } = effects;
  if (finding === 'all') return { arrived: amount, lost: 0, back: 0 };
  if (finding === 'none') return { arrived: 0, lost: 0, back: amount };
  const part = partOf(word, effects, amounts);
  return 'why' in part ? null : part;
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

/** The other way round: what was chosen and typed for a decision. */
export function wordIn(decision: Omit<Decision, 'id'> | undefined): HandOverWord {
  if (!decision || decision.outcome === 'escalate') return NO_WORD;
  const { outcome, quantity, lost = '' } = decision;
  if (outcome === 'return') return { ...NO_WORD, finding: 'none' };
  if (quantity === undefined) return { ...NO_WORD, finding: 'all' };
  return { finding: 'part', arrived: quantity, lost: lost === '0' ? '' : lost };
}
