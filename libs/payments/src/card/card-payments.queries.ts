import { isId } from '#kernel';
import type { Tx } from '#platform';
import type { GiftEntity } from '../gift.entity.js';
import { refuseCard } from './card.refusals.js';
import { currencyOf } from './card-entries.rules.js';

/** A gift by card as it stands at Stripe. */
export interface CardPayment {
  readonly giftId: string;
  readonly account: string;
  readonly currency: string;
  readonly intent: string | null;
  readonly status: string;
  readonly lookedAt: Date | null;
  /** The customer that Stripe was told last. */
  readonly payer: string | null;
}

const PAYMENT = `SELECT gift_id AS "giftId", account, currency, intent, status, looked_at AS "lookedAt", payer FROM card_payments`;
/** Where an organization takes money by card now. */
const TAKES_CARD = `SELECT c.account FROM card_accounts c JOIN organizations g ON g.id = c.organization_id AND g.status = 'verified' WHERE c.organization_id = $1 AND c.charges_enabled`;

export interface Db {
  query(sql: string, params?: unknown[]): Promise<unknown>;
}

/** The account by which an organization takes cards; null: it takes none now. */
export async function cardAccountOf(db: Db, organizationId: string): Promise<string | null> {
  const [row] = (await db.query(TAKES_CARD, [organizationId])) as { account: string }[];
  return row?.account ?? null;
}

/** Organizations that take money by card now. */
export async function cardOrganizations(db: Db): Promise<string[]> {
  const rows = (await db.query(
    `SELECT c.organization_id AS id FROM card_accounts c JOIN organizations g ON g.id = c.organization_id AND g.status = 'verified' WHERE c.charges_enabled ORDER BY 1`,
  )) as { id: string }[];
  return rows.map(({ id }) => id);
}

/** The payment of a gift that was just promised; Stripe is asked after the transaction. @throws gift.no-card */
export async function openCardPayment(tx: Tx, gift: GiftEntity): Promise<void> {
  const [account, currency] = [await cardAccountOf(tx, gift.organizationId), currencyOf(gift.unit)];
  if (account === null || currency === null) return refuseCard('gift.no-card');
  await tx.query(
    `INSERT INTO card_payments (gift_id, account, currency, status, created_at) VALUES ($1, $2, $3, 'new', $4)`,
    [gift.id, account, currency, gift.createdAt],
  );
}

export async function cardPaymentOf(db: Db, giftId: string): Promise<CardPayment | null> {
  const [row] = (await db.query(`${PAYMENT} WHERE gift_id = $1`, [giftId])) as CardPayment[];
  return row ?? null;
}

/** The gift whose payment Stripe means: by the id that it gave it, or, where its answer was lost, by what it was told of the gift. */
export async function giftOfIntent(db: Db, intent: string, told: string | null): Promise<string | null> {
  const [row] = (await db.query(
    `SELECT gift_id AS id FROM card_payments WHERE intent = $1 OR (intent IS NULL AND gift_id = $2::uuid) ORDER BY intent NULLS LAST LIMIT 1`,
    [intent, isId(told) ? told : null],
  )) as { id: string }[];
  return row?.id ?? null;
}
