import { refuseForm } from '#kernel';
import type { PartInput } from '#matching';
import type { Outcome, ReviewEntity } from './review.entity.js';

/** Of a hand-over that is approved, a part may be said: how much arrived, and of the rest how much is lost. */
export interface Decision extends PartInput {
  readonly outcome: Outcome;
  /** The author reads it; needed for `return`. */
  readonly reason?: string | null;
  /** For other moderators only. */
  readonly note?: string | null;
  /** Of a need that is returned: the description as the moderator would have it. Its author may take it. */
  readonly suggestion?: string | null;
}

/** A hand-over of which it is open what arrived; an objection to hours is decided as a whole. */
export const isHandOver = ({ subjectType, reasons }: ReviewEntity): boolean =>
  subjectType === 'match' && !reasons.some(({ code }) => code === 'objected');

export const partOf = ({ quantity, lost, unit }: Decision): PartInput => ({
  ...(quantity === undefined ? {} : { quantity }),
  ...(lost === undefined ? {} : { lost }),
  ...(unit === undefined ? {} : { unit }),
});

export function refusePart({ quantity }: Decision): void {
  refuseForm([{ field: quantity === undefined ? 'lost' : 'quantity', code: 'review.part-elsewhere' }]);
}
