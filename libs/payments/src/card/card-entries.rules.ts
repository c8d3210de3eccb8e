/** What Stripe says of one payment now, in the words of this library. Amounts are in the smallest unit of their currency. */
export interface CardSnapshot {
  readonly intent: string;
  readonly status: string;
  /** Why the last card was refused, as Stripe's code. */
  readonly declined: string | null;
  readonly charge: {
    readonly id: string;
    readonly amount: number;
    readonly currency: string;
    readonly at: Date;
    readonly fee: Fee | null;
    /** By which the organization got it. */
    readonly transfer: string | null;
  } | null;
  readonly refunds: readonly {
    readonly id: string;
    readonly amount: number;
    readonly status: string;
    readonly at: Date;
  }[];
  readonly disputes: readonly {
    readonly id: string;
    readonly amount: number;
    readonly currency: string;
    readonly status: string;
    readonly at: Date;
    readonly fee: Fee | null;
  }[];
}

export interface Fee {
  readonly amount: number;
  readonly currency: string;
}

export type CardEntryKind =
  | 'payment'
  | 'refund'
  | 'refund-failed'
  | 'dispute'
  | 'dispute-won'
  | 'fee'
  | 'dispute-fee'
  | 'payout'
  | 'payout-failed';

/** Something that moved money at Stripe: there once, whatever tells of it and how often. */
export interface CardEntry {
  /** Stripe's own id; with a word where one thing moves money twice. */
  readonly id: string;
  readonly kind: CardEntryKind;
  readonly amount: number;
  readonly currency: string;
  readonly at: Date;
  /** Of what came again: the entry that had taken it away. */
  readonly undoes: string | null;
}

/** In which currency money of a unit is paid by card; null: in none. The smallest unit of the currency is the base unit. */
export const currencyOf = (baseUnit: string): string | null => (baseUnit === 'kopeck' ? 'rub' : null);

/** Kinds by which the books change: everything else is between Stripe, the organization and the installation. */
export const TAKES: ReadonlySet<CardEntryKind> = new Set(['refund', 'dispute']);
export const RETURNS: ReadonlySet<CardEntryKind> = new Set(['refund-failed', 'dispute-won']);
export const isOfBooks = (kind: CardEntryKind): boolean => kind === 'payment' || TAKES.has(kind) || RETURNS.has(kind);

/** A refund leaves at once, whatever its state; one that failed has come back. */
const REFUND_FAILED = ['failed', 'canceled'];
/** An inquiry and what was settled before it became a dispute move no money. */
const DISPUTE_TOOK = ['needs_response', 'under_review', 'won', 'lost'];

/**
 * Every movement of money of one payment that Stripe knows of, in the order in which they are booked. What a later answer says of the payment says at least this: the
 * same state makes the same entries, whichever events were lost or came twice on the way there.
 */
export function entriesOf({ status, charge, refunds, disputes }: CardSnapshot): CardEntry[] {
  if (charge === null || status !== 'succeeded') return [];
  const { currency } = charge;
  const entries: CardEntry[] = [
    { id: charge.id, kind: 'payment', amount: charge.amount, currency, at: charge.at, undoes: null },
  ];
  if (charge.fee && charge.fee.amount > 0)
    entries.push({ id: `${charge.id}/fee`, kind: 'fee', ...charge.fee, at: charge.at, undoes: null });
  const later: CardEntry[][] = [
    ...refunds.map(({ id, amount, status: state, at }) => {
      const refund: CardEntry = { id, kind: 'refund', amount, currency, at, undoes: null };
      return REFUND_FAILED.includes(state)
        ? [refund, { ...refund, id: `${id}/failed`, kind: 'refund-failed' as const, undoes: id }]
        : [refund];
    }),
    ...disputes.filter((dispute) => DISPUTE_TOOK.includes(dispute.status)).map((dispute) => disputeEntries(dispute)),
  ];
  return [
    ...entries,
    ...later
      .sort(([a], [b]) => (a?.at.getTime() ?? 0) - (b?.at.getTime() ?? 0) || ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1))
      .flat(),
  ];
}

function disputeEntries({ id, amount, currency, status, at, fee }: CardSnapshot['disputes'][number]): CardEntry[] {
  const dispute: CardEntry = { id, kind: 'dispute', amount, currency, at, undoes: null };
  return [
    dispute,
    ...(fee && fee.amount > 0 ? [{ id: `${id}/fee`, kind: 'dispute-fee' as const, ...fee, at, undoes: null }] : []),
    ...(status === 'won' ? [{ ...dispute, id: `${id}/won`, kind: 'dispute-won' as const, undoes: id }] : []),
  ];
}

/** What is in the books of an entry already. */
export interface BookedEntry {
  readonly id: string;
  readonly kind: CardEntryKind;
  readonly amount: number;
  /** Null: no matter of the books. */
  readonly booked: number | null;
}

/** What of a gift's money by card stands in the books. */
export const netBooked = (entries: Iterable<BookedEntry>): number =>
  [...entries].reduce((net, { kind, booked }) => net + (TAKES.has(kind) ? -1 : 1) * (booked ?? 0), 0);

export type CardStep =
  { readonly does: 'note' } | { readonly does: 'come' | 'come-again' | 'take'; readonly amount: number } | null;

/**
 * What is to be done about one entry, seen what stands of it and of the others already; null: nothing. What the books could not give back (it was spent) is asked of them again,
 * until it has come back by itself.
 */
export function stepOf(entry: CardEntry, known: ReadonlyMap<string, BookedEntry>): CardStep {
  const had = known.get(entry.id);
  if (TAKES.has(entry.kind)) {
    const undone = [...known.values()].some(({ id, kind }) => RETURNS.has(kind) && id.startsWith(`${entry.id}/`));
    const amount = Math.min(entry.amount - (had?.booked ?? 0), netBooked(known.values()));
    if (had && (undone || amount <= 0)) return null;
    return { does: 'take', amount: Math.max(0, amount) };
  }
  if (had) return null;
  if (entry.kind === 'payment') return { does: 'come', amount: entry.amount };
  if (RETURNS.has(entry.kind)) return { does: 'come-again', amount: known.get(entry.undoes ?? '')?.booked ?? 0 };
  return { does: 'note' };
}
