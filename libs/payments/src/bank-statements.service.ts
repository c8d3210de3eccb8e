import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isMember, type Actor } from '#identity';
import { Clock, newId } from '#kernel';
import { awaitedCodes, findPaymentCodes, readPaymentCode } from '#matching';
import { OrganizationEntity, refuseOrganization } from '#organizations';
import { processDueRows, type DueRows, type Tx } from '#platform';
import type { BankColumns } from './bank-csv.rules.js';
import { BANK_FILE_LIMITS, type BankDocument } from './bank-file.rules.js';
import {
  fingerprintsOf,
  mayReadBank,
  recognise,
  type KnownGift,
  type ROW_STATES,
  type RowReason,
} from './bank-row.rules.js';
import { lockGift, Gifts } from './gifts.service.js';
import { GiftEntity } from './gift.entity.js';
import { refuse } from './payments.refusals.js';
import { isOfAccount, readStatementFile } from './statement-file.js';

export type RowDecision =
  { readonly outcome: 'gift'; readonly gift: string } | { readonly outcome: 'not-a-gift' | 'surplus' };

/** A row as it is worked on, locked. */
export interface Row {
  readonly id: string;
  readonly organizationId: string;
  readonly amount: number;
  readonly purpose: string;
  readonly state: (typeof ROW_STATES)[number];
  readonly reason: RowReason | null;
  readonly giftId: string | null;
  /** How often what was said of it was taken back. */
  readonly step: number;
  readonly uploadedBy: string;
}

/**
 * Bank statements of an organization. Rows are written first, each once whatever file brings it, and recognised one by one, each with the gift that it is in one
 * transaction; what a crash leaves unlooked at is taken up by the clock.
 */
@Injectable()
export class BankStatements {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly gifts: Gifts,
  ) {}

  /** Reads a file in 1CClientBankExchange, camt.053 or CSV. Returns the statement's id; the same file again is another statement without new rows. */
  async import(
    actor: Actor,
    organizationId: string,
    file: { readonly bytes: Uint8Array; readonly sha256: string },
    known?: string,
  ): Promise<string> {
    const organization = await this.organizationOf(actor, organizationId);
    const id = known ?? newId();
    const account = organization.status === 'verified' ? organization.account?.number : undefined;
    if (!account) return refuse('bank.no-account');
    const documents = await readStatementFile(file.bytes, account, await this.columnsOf(organizationId, account));
    const incoming = documents.filter(
      (document) => isOfAccount(document.payeeAccount, account) && !isOfAccount(document.payerAccount, account),
    );
    await this.source.transaction((tx) =>
      this.write(tx, {
        id,
        organizationId,
        by: actor.personId,
        sha256: file.sha256,
        incoming,
        ignored: documents.length - incoming.length,
      }),
    );
    await this.lookAll({ part: true, which: `r.statement_id = $2`, params: [id] });
    return id;
  }

  /** Rows that were written and not looked at: the process that brought them has died. */
  lookDue(): Promise<number> {
    return this.lookAll({ which: `s.uploaded_at < $1::timestamptz - interval '1 minute'` });
  }

  /** Each row in a transaction of its own: one that is refused waits for a person, one that fails for the clock, and those behind it have their turn. */
  private lookAll({ which, ...rows }: { readonly which: string } & Pick<DueRows, 'part' | 'params'>): Promise<number> {
    return processDueRows(this.source, this.clock, {
      job: 'payments.recognise',
      due: `SELECT r.id, s.uploaded_at AS at FROM bank_rows r JOIN bank_statements s ON s.id = r.statement_id WHERE r.reason = 'new' AND ${which}`,
      ...rows,
      limit: BANK_FILE_LIMITS.rows,
      apply: (tx, id) => this.look(tx, id),
      refused: async (tx, id) => {
        await tx.query(`UPDATE bank_rows SET reason = 'refused' WHERE id = $1 AND reason = 'new'`, [id]);
        return true;
      },
    });
  }

  /** A person says which gift a row is, that it is a gift of nobody knows whom, or none. Said again it changes nothing; said otherwise it is refused. */
  async decide(actor: Actor, rowId: string, decision: RowDecision): Promise<void> {
    await this.source.transaction(async (tx) => {
      const row = await lockRow(tx, rowId);
      if (!mayReadBank(actor, row.organizationId)) refuse('bank.row-not-found');
      const gift = decision.outcome === 'gift' ? await this.giftNamed(tx, row, decision.gift) : null;
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
      await this.settle(tx, row.id, gift?.id ?? null, actor.personId);
    });
  }

  private async giftNamed(tx: Tx, row: Row, text: string): Promise<GiftEntity> {
    const code = readPaymentCode(text);
    const found = code === null ? null : await tx.findOneBy(GiftEntity, { code });
    if (!found) return refuse('gift.not-found');
    if (found.organizationId !== row.organizationId) return refuse('bank.gift-of-others');
    return lockGift(tx, found.id);
  }

  private async look(tx: Tx, rowId: string): Promise<boolean> {
    const row = await lockRow(tx, rowId);
    if (row.reason !== 'new') return false;
    const codes = findPaymentCodes(row.purpose);
    const all = [...codes.exact, ...codes.mended];
    const found = recognise(
      { codes, amount: row.amount },
      await this.knownGifts(tx, row, all),
      await awaitedCodes(tx, row.organizationId, all),
    );
    if ('reason' in found) {
      await tx.query('UPDATE bank_rows SET reason = $2 WHERE id = $1', [row.id, found.reason]);
      return true;
    }
    const gift = await lockGift(tx, found.gift.id);
    if (await this.gifts.seen(tx, gift, row.amount, row.uploadedBy)) await this.settle(tx, row.id, gift.id, null);
    else await tx.query(`UPDATE bank_rows SET reason = 'paid-before' WHERE id = $1`, [row.id]);
    return true;
  }

  private async knownGifts(tx: Tx, row: Row, codes: readonly string[]): Promise<Map<string, KnownGift>> {
    const gifts: KnownGift[] = await tx.query(
      'SELECT id, code, status, amount FROM gifts WHERE code = ANY($1) AND organization_id = $2',
      [codes, row.organizationId],
    );
    return new Map(gifts.map((gift) => [gift.code, gift]));
  }

  /** Who paid and with which words is forgotten once a row is decided. */
  private async settle(tx: Tx, rowId: string, giftId: string | null, by: string | null): Promise<void> {
    await tx.query(
      `UPDATE bank_rows SET state = $2, gift_id = $3, reason = NULL, payer = NULL, purpose = NULL, decided_by = $4, decided_at = $5 WHERE id = $1`,
      [rowId, giftId === null ? 'not-a-gift' : 'recognised', giftId, by, this.clock.now()],
    );
  }

  private async write(
    tx: Tx,
    {
      id,
      organizationId,
      by,
      sha256,
      incoming,
      ignored,
    }: {
      id: string;
      organizationId: string;
      by: string;
      sha256: string;
      incoming: readonly BankDocument[];
      ignored: number;
    },
  ): Promise<void> {
    const prints = fingerprintsOf(incoming);
    const written: unknown[] = await tx.query(
      'INSERT INTO bank_statements (id, organization_id, uploaded_by, uploaded_at, file_sha256, rows, ignored) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id',
      [id, organizationId, by, this.clock.now(), sha256, incoming.length, ignored],
    );
    if (written.length === 0) return; // the same request again
    const rows = incoming.map((row, at) => ({
      id: newId(),
      print: prints[at]?.toString('hex'),
      day: row.day,
      number: row.number,
      amount: row.amount,
      payer: row.payer,
      purpose: row.purpose,
    }));
    await tx.query(
      `INSERT INTO bank_rows (id, statement_id, organization_id, fingerprint, day, number, amount, unit, payer, purpose, state, reason)
       SELECT r.id, $1, $2, decode(r.print, 'hex'), r.day, r.number, r.amount, 'kopeck', r.payer, r.purpose, 'to-decide', 'new'
       FROM jsonb_to_recordset($3) AS r(id uuid, print text, day date, number text, amount bigint, payer text, purpose text) ORDER BY r.print ON CONFLICT DO NOTHING`,
      [id, organizationId, JSON.stringify(rows)],
    );
  }

  /** Which columns a CSV of this account's bank has; null: nobody has said it. */
  async columnsOf(organizationId: string, account: string): Promise<BankColumns | null> {
    const [row]: { columns: BankColumns }[] = await this.source.query(
      'SELECT columns FROM bank_columns WHERE organization_id = $1 AND account = $2',
      [organizationId, account],
    );
    return row?.columns ?? null;
  }

  /** The organization, to whoever may read what its bank says. @throws organization.not-found, bank.not-yours */
  async organizationOf(actor: Actor, id: string): Promise<OrganizationEntity> {
    const organization = await this.source.manager.findOneBy(OrganizationEntity, { id });
    if (!organization || (organization.status !== 'verified' && !isMember(actor, id)))
      return refuseOrganization('organization.not-found');
    if (!mayReadBank(actor, id)) refuse('bank.not-yours');
    return organization;
  }
}

/** @throws bank.row-not-found */
export async function lockRow(tx: Tx, id: string): Promise<Row> {
  const [row]: Row[] = await tx.query(
    `SELECT r.id, r.organization_id AS "organizationId", r.amount, coalesce(r.purpose, '') AS purpose, r.state, r.reason, r.gift_id AS "giftId", r.step, s.uploaded_by AS "uploadedBy"
     FROM bank_rows r JOIN bank_statements s ON s.id = r.statement_id WHERE r.id = $1 FOR UPDATE OF r`,
    [id],
  );
  return row ?? refuse('bank.row-not-found');
}
