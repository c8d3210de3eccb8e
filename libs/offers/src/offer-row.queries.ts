import type { DataSource } from 'typeorm';
import { OFFER_BALANCE, offerBalanceIn, type OfferBalance, type OfferBalanceRow } from '#ledger';
import { ask, type Tx } from '#platform';
import { OfferEntity } from './offer.entity.js';

let sql: string | undefined;

/** An offer with its balance, read by one statement. */
export async function offerRow(source: DataSource, offerId: string): Promise<{ readonly offer: OfferEntity; readonly balance: OfferBalance } | null> {
  sql ??= `SELECT ${source.getMetadata(OfferEntity).columns.map((column) => `o."${column.databaseName}" AS "${column.propertyName}"`).join(', ')}, ${OFFER_BALANCE.columns}
    FROM offers o ${OFFER_BALANCE.join} WHERE o.id = $1`;
  const [raw] = await ask<OfferEntity & OfferBalanceRow>(source, sql, [offerId]);
  return raw ? { offer: raw, balance: offerBalanceIn(raw) } : null;
}

let insert: { readonly sql: string; readonly names: readonly (keyof OfferEntity)[] } | undefined;

/** Writes a new offer: all columns of the entity, one prepared statement. */
export async function insertOffer(tx: Tx, offer: OfferEntity): Promise<void> {
  if (!insert) {
    const { columns } = tx.connection.getMetadata(OfferEntity);
    insert = {
      names: columns.map((column) => column.propertyName as keyof OfferEntity),
      sql: `INSERT INTO offers (${columns.map((column) => `"${column.databaseName}"`).join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    };
  }
  await ask(tx, insert.sql, insert.names.map((name) => offer[name]));
}
