import { assert, MAX_AMOUNT } from '#kernel';
import { preparedQuery, type Tx } from '#platform';
import { ACCOUNT_COLUMNS, type Account } from './account.entity.js';
import { accountIdOf, isAmount, isLimited, sameContent, type AccountSpec } from './accounts.rules.js';
import { refuseLedger } from './ledger.refusals.js';
import { TRANSFER_COLUMNS, type Transfer } from './transfer.entity.js';

/** `made`: written now. `already-there`: the same was written before, nothing changed. */
export type Outcome = 'made' | 'already-there';

/** What every verb says about itself. `by`: the person, null for the clock. */
export interface EntryContext {
  readonly at: Date;
  readonly by: string | null;
}

/** Opens an account, or finds it open. Returns its id. Takes no lock on one that exists. */
export async function openAccount(tx: Tx, spec: AccountSpec): Promise<string> {
  // Whichever unique index notices the twin first: of two at the same moment, the second does nothing.
  const id = accountIdOf(spec);
  const empty = isLimited(spec.kind) ? 0 : null;
  await tx.query(
    `INSERT INTO accounts (id, kind, holder_type, holder_id, party_id, unit, item, purpose, required, posted_in, posted_back, posted_out, held_in, held_out)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $10, $10, $10) ON CONFLICT DO NOTHING`,
    [
      id,
      spec.kind,
      spec.holderType,
      spec.holderId,
      spec.partyId,
      spec.unit,
      spec.item,
      spec.purpose ?? '',
      spec.kind === 'need' ? 0 : null,
      empty,
    ],
  );
  return id;
}

/** Reads accounts and locks the limited ones, by kind (needs before offers), then id. A missing one is a bug of the caller. */
export async function lockAccounts(tx: Tx, ids: readonly string[]): Promise<Map<string, Account>> {
  const limited: Account[] = await tx.query(
    `SELECT ${ACCOUNT_COLUMNS} FROM accounts a WHERE a.id = ANY($1) AND a.posted_in IS NOT NULL ORDER BY a.kind, a.id FOR NO KEY UPDATE`,
    [ids],
  );
  return new Map(limited.map((account) => [account.id, account]));
}

export async function lockAccount(tx: Tx, id: string): Promise<Account> {
  const account = (await lockAccounts(tx, [id])).get(id);
  assert(account, `no account ${id} with a limit`);
  return account;
}

export async function findTransfer(tx: Tx, id: string): Promise<Transfer | null> {
  const [found]: Transfer[] = await tx.query(`SELECT ${TRANSFER_COLUMNS} FROM transfers t WHERE t.id = $1`, [id]);
  return found ?? null;
}

/** Is this transfer there already? Other content under the same id is refused and logged as an alarm. */
export async function isRepeat(tx: Tx, transfer: Transfer): Promise<boolean> {
  const before = await findTransfer(tx, transfer.id);
  if (before && !sameContent(before, transfer)) refuseLedger('ledger.same-id-other-content', { id: transfer.id });
  return before !== null;
}

/** Writes a transfer; the database applies it to the stored balances. Limits have been looked at under lock before. */
export async function writeTransfer(tx: Tx, t: Transfer): Promise<Outcome> {
  const rows: unknown[] = await tx.query(
    `INSERT INTO transfers (id, debit, credit, amount, unit, item, kind, phase, resolves, mirrors, subject_type, subject_id, reason, at, by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      t.id,
      t.debit,
      t.credit,
      t.amount,
      t.unit,
      t.item,
      t.kind,
      t.phase,
      t.resolves,
      t.mirrors,
      t.subjectType,
      t.subjectId,
      t.reason,
      t.at,
      t.by,
    ],
  );
  if (rows.length > 0) return 'made';
  assert(await isRepeat(tx, t), `transfer ${t.id} neither written nor there`);
  return 'already-there';
}

/** A pledge and whose it is. */
export type Pledge = Transfer & { readonly donorId: string };

/**
 * Accounts and pledges of new offers in one statement: the database applies and limits each as it does every other. Nothing is locked by others yet.
 * Returns the ids of those that were not there before.
 */
export async function writePledges(tx: Tx, pledges: readonly Pledge[]): Promise<ReadonlySet<string>> {
  const rows = await preparedQuery<{ id: string }>(
    tx,
    `WITH new AS MATERIALIZED (
            SELECT * FROM json_to_recordset($1) AS r(id uuid, debit uuid, credit uuid, amount bigint, unit text, item text, "subjectId" uuid, "donorId" uuid, at timestamptz, by uuid)),
          promises AS (INSERT INTO accounts (id, kind, holder_type, holder_id, party_id, unit, item)
            SELECT DISTINCT ON (debit) debit, 'promises', 'party', "donorId", "donorId", unit, item FROM new
            WHERE (SELECT a.id FROM accounts a WHERE a.id = debit LIMIT 1) IS NULL ORDER BY debit ON CONFLICT DO NOTHING),
          offer AS (INSERT INTO accounts (id, kind, holder_type, holder_id, party_id, unit, item, posted_in, posted_back, posted_out, held_in, held_out)
            SELECT credit, 'offer', 'offer', "subjectId", "donorId", unit, item, 0, 0, 0, 0, 0 FROM new ON CONFLICT DO NOTHING)
     INSERT INTO transfers (id, debit, credit, amount, unit, item, kind, phase, subject_type, subject_id, at, by)
     SELECT id, debit, credit, amount, unit, item, 'pledge', 'posted', 'offer', "subjectId", at, by FROM new ON CONFLICT (id) DO NOTHING RETURNING id`,
    [JSON.stringify(pledges)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** A transfer with what most of them do not have left empty. */
export function transferOf(
  parts: Pick<Transfer, 'id' | 'debit' | 'credit' | 'amount' | 'unit' | 'item' | 'kind' | 'subjectType' | 'subjectId'> &
    Partial<Transfer> &
    EntryContext,
): Transfer {
  return { phase: 'posted', resolves: null, mirrors: null, reason: null, ...parts };
}

export function checkAmount(amount: number): void {
  if (!isAmount(amount)) refuseLedger('ledger.amount-out-of-range', { max: MAX_AMOUNT });
}
