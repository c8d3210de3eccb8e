import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isMember, type Actor } from '#identity';
import { Clock, newId } from '#kernel';
import { readPaymentCode } from '#matching';
import { OrganizationEntity, refuseOrganization } from '#organizations';
import type { Tx } from '#platform';
import type { BankColumns } from './bank-csv.rules.js';
import { fileNameShown, type BankDocument } from './bank-file.rules.js';
import { BankRecognition, LOOKED_AT_ONCE } from './bank-recognition.service.js';
import { lockRow, decideRows, lockStatements, type Row } from './bank-row.js';
import { Fingerprints, mayReadBank } from './bank-row.rules.js';
import { lockGift, Gifts } from './gifts.service.js';
import { GiftEntity } from './gift.entity.js';
import { refuseCancelled } from './bank-cancellation.refusals.js';
import { refuse } from './payments.refusals.js';
import { encodingOfStatement, isOfAccount, readStatementFile, type StatementFile } from './statement-file.js';

export type RowDecision =
  { readonly outcome: 'gift'; readonly gift: string } | { readonly outcome: 'not-a-gift' | 'surplus' };

/** Rows that are written by one statement. */
const WRITTEN_TOGETHER = 1_000;

/**
 * Bank statements of an organization. A file is read twice and never whole: once to know that all of it is sound, then its rows are written, each once whatever file brings it. What gifts they
 * are is found out after that; of a large file, and of one whose reader has died, by the clock.
 */
@Injectable()
export class BankStatements {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly gifts: Gifts,
    private readonly recognition: BankRecognition,
  ) {}

  /** Reads a file in 1CClientBankExchange, camt.053 or CSV. Returns the statement's id; the same file again is another statement without new rows. */
  async import(actor: Actor, organizationId: string, file: StatementFile, known?: string): Promise<string> {
    const organization = await this.organizationOf(actor, organizationId);
    const id = known ?? newId();
    const account = organization.status === 'verified' ? organization.account?.number : undefined;
    if (!account) return refuse('bank.no-account');
    const columns = await this.columnsOf(organizationId, account);
    const read = (): AsyncIterable<BankDocument> => readStatementFile(file, account, columns);
    const counted = await countOf(read(), account);
    const encoding = await encodingOfStatement(file);
    await this.source.transaction(async (tx) => {
      await lockStatements(tx, organizationId);
      const written: unknown[] = await tx.query(
        'INSERT INTO bank_statements (id, organization_id, uploaded_by, uploaded_at, file_sha256, file_name, encoding, rows, ignored, first_day, last_day) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING id',
        [
          id,
          organizationId,
          actor.personId,
          this.clock.now(),
          file.sha256,
          fileNameShown(file.name),
          encoding,
          counted.rows,
          counted.ignored,
          counted.firstDay,
          counted.lastDay,
        ],
      );
      if (written.length === 0) return; // the same request again
      await refuseWhileCancelling(tx, organizationId);
      await writeRows(tx, { id, organizationId, account, documents: read() });
    });
    if (counted.rows <= LOOKED_AT_ONCE) await this.recognition.lookAt(id);
    return id;
  }

  /** A person says which gift a row is, that it is a gift of nobody knows whom, or none. Said again it changes nothing; said otherwise it is refused. */
  async decide(actor: Actor, rowId: string, decision: RowDecision): Promise<void> {
    await this.source.transaction(async (tx) => {
      const row = await lockRow(tx, rowId);
      if (!mayReadBank(actor, row.organizationId)) refuse('bank.row-not-found');
      const gift = decision.outcome === 'gift' ? await this.giftNamed(tx, row, decision.gift) : null;
      if (row.state === 'cancelled') refuseCancelled('bank.row-cancelled');
      if (row.state !== 'to-decide') {
        if (row.giftId !== (gift?.id ?? null) || (gift === null && row.state !== decision.outcome))
          refuse('bank.row-decided');
        return;
      }
      if (decision.outcome === 'surplus') {
        await this.gifts.seenOfNobody(tx, row, actor.personId);
        await tx.query(
          `UPDATE bank_rows SET state = 'surplus', reason = NULL, decided_by = $2, decided_at = $3 WHERE id = $1`,
          [row.id, actor.personId, this.clock.now()],
        ); // its words are needed to give it back
        return;
      }
      if (gift && !(await this.gifts.seen(tx, gift, row.amount, actor.personId))) refuse('bank.gift-paid');
      await decideRows(tx, new Map([[row.id, gift?.id ?? null]]), { by: actor.personId, at: this.clock.now() });
    });
  }

  private async giftNamed(tx: Tx, row: Row, text: string): Promise<GiftEntity> {
    const code = readPaymentCode(text);
    const found = code === null ? null : await tx.findOneBy(GiftEntity, { code });
    if (!found) return refuse('gift.not-found');
    if (found.organizationId !== row.organizationId) return refuse('bank.gift-of-others');
    return lockGift(tx, found.id);
  }

  /** Which columns a CSV of this account's bank has; null: nobody has said it. */
  async columnsOf(organizationId: string, account: string): Promise<BankColumns | null> {
    const [row]: { columns: BankColumns }[] = await this.source.query(
      'SELECT columns FROM bank_columns WHERE organization_id = $1 AND account = $2',
      [organizationId, account],
    );
    return row?.columns ?? null;
  }

  /** The organization, where the caller may read its bank statements. @throws organization.not-found, bank.not-yours */
  async organizationOf(actor: Actor, id: string): Promise<OrganizationEntity> {
    const organization = await this.source.manager.findOneBy(OrganizationEntity, { id });
    if (!organization || (organization.status !== 'verified' && !isMember(actor, id)))
      return refuseOrganization('organization.not-found');
    if (!mayReadBank(actor, id)) refuse('bank.not-yours');
    return organization;
  }
}

/** Into the account, and not from it to itself. */
const isIncoming = ({ payeeAccount, payerAccount }: BankDocument, account: string): boolean =>
  isOfAccount(payeeAccount, account) && !isOfAccount(payerAccount, account);

/** What comes into the account, and from which day to which. */
async function countOf(
  documents: AsyncIterable<BankDocument>,
  account: string,
): Promise<{ rows: number; ignored: number; firstDay: string | null; lastDay: string | null }> {
  const counted = { rows: 0, ignored: 0, firstDay: null as string | null, lastDay: null as string | null };
  for await (const document of documents) {
    if (!isIncoming(document, account)) {
      counted.ignored += 1;
      continue;
    }
    counted.rows += 1;
    if (counted.firstDay === null || document.day < counted.firstDay) counted.firstDay = document.day;
    if (counted.lastDay === null || document.day > counted.lastDay) counted.lastDay = document.day;
  }
  return counted;
}

/** What is not cancelled yet would be known from before, and then be gone. */
async function refuseWhileCancelling(tx: Tx, organizationId: string): Promise<void> {
  const found: unknown[] = await tx.query(
    `SELECT 1 FROM bank_statements WHERE organization_id = $1 AND state = 'cancelling' LIMIT 1`,
    [organizationId],
  );
  if (found.length > 0) refuseCancelled('bank.cancelling');
}

async function writeRows(
  tx: Tx,
  {
    id,
    organizationId,
    account,
    documents,
  }: {
    readonly id: string;
    readonly organizationId: string;
    readonly account: string;
    readonly documents: AsyncIterable<BankDocument>;
  },
): Promise<void> {
  const prints = new Fingerprints();
  let rows: object[] = [];
  const write = async (): Promise<void> => {
    await tx.query(
      `INSERT INTO bank_rows (id, statement_id, organization_id, fingerprint, day, number, amount, unit, payer, purpose, state, reason)
       SELECT r.id, $1, $2, decode(r.print, 'hex'), r.day, r.number, r.amount, 'kopeck', r.payer, r.purpose, 'to-decide', 'new'
       FROM jsonb_to_recordset($3) AS r(id uuid, print text, day date, number text, amount bigint, payer text, purpose text) ON CONFLICT DO NOTHING`,
      [id, organizationId, JSON.stringify(rows)],
    );
    rows = [];
  };
  for await (const document of documents) {
    if (!isIncoming(document, account)) continue;
    const { day, number, amount, payer, purpose } = document;
    rows.push({ id: newId(), print: prints.of(document).toString('hex'), day, number, amount, payer, purpose });
    if (rows.length === WRITTEN_TOGETHER) await write();
  }
  if (rows.length > 0) await write();
}
