import type { Db } from './card-payments.queries.js';
import type { SavedCardState } from './saved-card.rules.js';

/** A card that a giver keeps at Stripe for one standing gift. */
export interface SavedCard {
  readonly id: string;
  readonly standingOfferId: string;
  readonly personId: string;
  readonly state: SavedCardState;
  readonly customer: string | null;
  readonly setup: string | null;
  readonly method: string | null;
  readonly brand: string | null;
  readonly last4: string | null;
  readonly expMonth: number | null;
  readonly expYear: number | null;
}

const CARD = `SELECT id, standing_offer_id AS "standingOfferId", person_id AS "personId", state, customer, setup, method, brand, last4, exp_month AS "expMonth", exp_year AS "expYear" FROM saved_cards`;

async function one(db: Db, where: string, value: string): Promise<SavedCard | null> {
  const [row] = (await db.query(`${CARD} WHERE ${where}`, [value])) as SavedCard[];
  return row ?? null;
}

export const savedCard = (db: Db, id: string): Promise<SavedCard | null> => one(db, 'id = $1', id);
export const cardOfSetup = (db: Db, setup: string): Promise<SavedCard | null> => one(db, 'setup = $1', setup);
export const cardOfMethod = (db: Db, method: string): Promise<SavedCard | null> => one(db, 'method = $1', method);
/** The card that dates of a standing gift are charged to; null: they are paid by transfer. */
export const readyCard = (db: Db, standingId: string): Promise<SavedCard | null> =>
  one(db, `standing_offer_id = $1 AND state = 'ready'`, standingId);
/** The form that is open for it. */
export const openForm = (db: Db, standingId: string): Promise<SavedCard | null> =>
  one(db, `standing_offer_id = $1 AND state = 'new' ORDER BY consented_at DESC, id DESC LIMIT 1`, standingId);
