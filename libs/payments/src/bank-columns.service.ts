import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { Clock, refuseForm } from '#kernel';
import { readColumns, type BankColumns } from './bank-csv.rules.js';
import { BankStatements } from './bank-statements.service.js';
import { refuse } from './payments.refusals.js';

/** Which columns the CSV of a bank has: saved for each account of an organization, by the people who import its statements. */
@Injectable()
export class BankColumnsService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly statements: BankStatements,
  ) {}

  /** Null: nobody has said it yet. @throws organization.not-found, bank.not-yours */
  async read(actor: Actor, organizationId: string): Promise<BankColumns | null> {
    const { account } = await this.statements.organizationOf(actor, organizationId);
    return this.statements.columnsOf(organizationId, account?.number ?? '');
  }

  /** Replaces what was saved for the account. @throws organization.not-found, bank.not-yours, bank.no-account, form.invalid */
  async save(actor: Actor, organizationId: string, said: BankColumns): Promise<BankColumns> {
    const { account, status } = await this.statements.organizationOf(actor, organizationId);
    if (status !== 'verified' || !account?.number) return refuse('bank.no-account');
    const read = readColumns(said);
    if (!read.ok) return refuseForm(read.errors) as never;
    await this.source.query(
      `INSERT INTO bank_columns (organization_id, account, columns, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (organization_id, account) DO UPDATE SET columns = EXCLUDED.columns, saved_by = EXCLUDED.saved_by, saved_at = EXCLUDED.saved_at`,
      [organizationId, account.number, JSON.stringify(read.columns), actor.personId, this.clock.now()],
    );
    return read.columns;
  }
}
