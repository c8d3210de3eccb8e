import type { DataSource } from 'typeorm';
import { OFFER_BALANCE, offerBalanceIn, type OfferBalance, type OfferBalanceRow } from '#ledger';
import { preparedQuery, createBatcher, forceGenericPlan, type Tx } from '#platform';
import { OfferEntity } from './offer.entity.js';

/** An offer with its balance. */
export interface OfferRow {
  readonly offer: OfferEntity;
  readonly balance: OfferBalance;
}

let statements:
  | {
      readonly byIds: string;
      readonly insert: string;
      readonly columns: readonly { readonly name: string; readonly property: keyof OfferEntity }[];
    }
  | undefined;

/** The columns of the entity under its own names: what TypeORM would read and write, without its work on every row. */
function statementsOf({ connection }: Pick<Tx, 'connection'>): NonNullable<typeof statements> {
  if (statements) return statements;
  const columns = connection
    .getMetadata(OfferEntity)
    .columns.map(({ databaseName: name, propertyName }) => ({ name, property: propertyName as keyof OfferEntity }));
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  return (statements = {
    columns,
    byIds: `SELECT ${columns.map(({ name, property }) => `o."${name}" AS "${property}"`).join(', ')}, ${OFFER_BALANCE.columns} FROM offers o ${OFFER_BALANCE.join} WHERE o.id = ANY (${forceGenericPlan('$1', 'uuid[]')})`,
    insert: `INSERT INTO offers (${names}) SELECT ${names} FROM json_populate_recordset(null::offers, $1)`,
  });
}

/** Reads offers with their balances by id. What is asked for together comes by one statement: those who posted together see theirs at the same time. */
export function offerRowLoader(source: DataSource): (id: string) => Promise<OfferRow | null> {
  const read = async (ids: readonly string[]): Promise<(OfferRow | null)[]> => {
    const found = await preparedQuery<OfferEntity & OfferBalanceRow>(source, statementsOf(source.manager).byIds, [ids]);
    const rows = new Map(found.map((raw) => [raw.id, { offer: raw, balance: offerBalanceIn(raw) }]));
    return ids.map((id) => rows.get(id) ?? null);
  };
  return createBatcher(read, { most: 50, atOnce: 4 });
}

/** Writes new offers: all columns of the entity, one prepared statement. */
export async function insertOffers(tx: Tx, offers: readonly OfferEntity[]): Promise<void> {
  const { columns, insert } = statementsOf(tx);
  await preparedQuery(tx, insert, [
    JSON.stringify(
      offers.map((offer) => Object.fromEntries(columns.map(({ name, property }) => [name, offer[property]]))),
    ),
  ]);
}
