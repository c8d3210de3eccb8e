import type { DataSource } from 'typeorm';
import { preparedQuery, forceGenericPlan, type Tx } from '#platform';
import { ACCOUNT_COLUMNS, type Account } from './account.entity.js';
import { needBalanceOf, offerBalanceOf, type NeedBalance, type OfferBalance } from './accounts.rules.js';

/** Reads run in a transaction or beside one. */
export type Db = Tx | DataSource;

async function readAccounts(db: Db, kind: 'need' | 'offer', ids: readonly string[]): Promise<Account[]> {
  if (ids.length === 0) return [];
  return preparedQuery(
    db,
    `SELECT ${ACCOUNT_COLUMNS} FROM accounts a WHERE a.kind = '${kind}' AND a.holder_id = ANY (${forceGenericPlan('$1', 'uuid[]')})`,
    [ids],
  );
}

export async function readNeedBalances(db: Db, needIds: readonly string[]): Promise<Map<string, NeedBalance>> {
  return new Map(
    (await readAccounts(db, 'need', needIds)).map((account) => [account.holderId, needBalanceOf(account)]),
  );
}

export async function readOfferBalances(db: Db, offerIds: readonly string[]): Promise<Map<string, OfferBalance>> {
  return new Map(
    (await readAccounts(db, 'offer', offerIds)).map((account) => [account.holderId, offerBalanceOf(account)]),
  );
}
