import { entriesOf, type CardSnapshot } from './card-entries.rules.js';

/** Money that follows a dispute between the installation and the organization. */
export interface Reversal {
  readonly dispute: string;
  readonly amount: number;
  /** Given to the organization again; else taken from it. */
  readonly back: boolean;
}

/** The transfer that brought a payment to the organization, as far as it was taken back already. */
export interface BroughtBy {
  readonly amount: number;
  readonly reversed: number;
  readonly disputes: readonly string[];
}

/** What is still to be moved for the disputes of a payment; of a transfer in another currency than the payment's, the same share. */
export function reversalsOf(snapshot: CardSnapshot, transfer: BroughtBy): Reversal[] {
  const whole = snapshot.charge?.amount ?? 0;
  const entries = entriesOf(snapshot);
  const won = new Set(entries.flatMap(({ kind, undoes }) => (kind === 'dispute-won' && undoes ? [undoes] : [])));
  let left = transfer.amount - transfer.reversed;
  return entries.flatMap(({ id, kind, amount }): Reversal[] => {
    if (kind !== 'dispute' || whole === 0) return [];
    const share = Math.round((transfer.amount * amount) / whole);
    const taken = transfer.disputes.includes(id);
    if (won.has(id)) return taken ? [{ dispute: id, amount: share, back: true }] : [];
    if (taken) return [];
    const part = Math.min(share, left);
    left -= part;
    return part > 0 ? [{ dispute: id, amount: part, back: false }] : [];
  });
}
