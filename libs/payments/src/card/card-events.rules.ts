/** What an event tells of. */
export type EventSubject =
  | { readonly of: 'payment' | 'account' | 'setup' | 'method'; readonly id: string }
  | { readonly of: 'payout'; readonly id: string; readonly account: string };

/** As much of what an event carries as is looked at: ids, and nothing about people. */
export interface ToldObject {
  readonly id?: string;
  readonly payment_intent?: string | { readonly id: string } | null;
}

const idOf = (said: ToldObject['payment_intent']): string | null =>
  typeof said === 'string' ? said : (said?.id ?? null);

/** What Stripe is to be asked about after an event; null: nothing that concerns gifts. */
export function subjectOf(type: string, object: ToldObject, account: string | null): EventSubject | null {
  const [noun] = type.split('.');
  if (noun === 'setup_intent') return object.id ? { of: 'setup', id: object.id } : null;
  if (noun === 'payment_method') return object.id ? { of: 'method', id: object.id } : null;
  if (noun === 'payment_intent') return object.id ? { of: 'payment', id: object.id } : null;
  if (noun === 'charge' || noun === 'refund') {
    const id = idOf(object.payment_intent);
    return id === null ? null : { of: 'payment', id };
  }
  if (type === 'account.updated') return object.id ? { of: 'account', id: object.id } : null;
  return noun === 'payout' && object.id && account !== null ? { of: 'payout', id: object.id, account } : null;
}

/** What Stripe does not know is nothing; everything else is an error. */
export function missing(error: unknown): null {
  if ((error as { code?: unknown }).code === 'resource_missing') return null;
  throw error;
}
