import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BankAccount } from './organization.entity.js';

export const ACCOUNT_CHANGE_STATUSES = ['submitted', 'approved', 'applied', 'returned', 'cancelled'] as const;
export type AccountChangeStatus = (typeof ACCOUNT_CHANGE_STATUSES)[number];

/** A bank account of a verified organization that is to become another one: approved by two people, in force a day later. */
@Entity('account_changes')
export class AccountChangeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') status: AccountChangeStatus;
  /** Null where it is the first one. */
  @Column('jsonb', { nullable: true }) before: BankAccount | null;
  @Column('jsonb') after: BankAccount;
  @Column('uuid', { name: 'requested_by' }) requestedBy: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt: Date;
  /** From when the new account is the organization's. */
  @Column('timestamptz', { name: 'effective_at', nullable: true }) effectiveAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  /** Why it was returned or cancelled. */
  @Column('text', { nullable: true }) reason: string | null;
}
