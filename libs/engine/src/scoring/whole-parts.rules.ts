/**
 * An offer in boxes is given in whole boxes: a part of it is a multiple of its step, or all that is left of it, also where that is no multiple (after an edit,
 * or when less arrived than was promised). A step of 1 cuts nothing.
 */

/** The largest part that is no more than `amount`; 0 where there is none. */
export function wholePart(amount: number, left: number, step: number): number {
  if (amount >= left) return left;
  return step === 1 ? amount : amount - (amount % step);
}

/** The smallest part that is no less than `amount`; above what is left there is none, and the amount itself comes back. */
export function wholePartFrom(amount: number, left: number, step: number): number {
  const over = amount % step;
  return over === 0 || amount >= left ? amount : Math.min(left, amount + step - over);
}
