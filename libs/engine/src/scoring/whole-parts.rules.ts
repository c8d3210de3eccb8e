/**
 * An offer in boxes is given in whole boxes: a part of it is a multiple of its step, or all that is left of it, also where that is no multiple (after an edit,
 * or when less arrived than was promised). A step of 1 cuts nothing.
 */

export { wholePart } from '#solver'; // plans are made whole by the same rule

/** The smallest part that is no less than `amount`; above what is left there is none, and the amount itself comes back. */
export function wholePartFrom(amount: number, left: number, step: number): number {
  const over = amount % step;
  return over === 0 || amount >= left ? amount : Math.min(left, amount + step - over);
}
