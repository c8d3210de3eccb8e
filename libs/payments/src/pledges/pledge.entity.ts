import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Payee } from '#matching';
import type { PledgeStatus } from './pledge.rules.js';

/** What a company has said it gives, and up to where. What of it is promised and came is the ledger's, through its gifts. */
@Entity('pledges')
export class PledgeEntity {
  @PrimaryColumn('uuid') id: string;
  /** The company. */
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') status: PledgeStatus;
  /** In `unit`, a base unit. */
  @Column('bigint') ceiling: number;
  /** At most so much at one time; null: as much as there is room for. */
  @Column('bigint', { nullable: true }) each: number | null;
  @Column('text') unit: string;
  @Column('text', { array: true }) only: string[];
  @Column('date') until: string;
  /** The day of each month on which its transfers are put together. */
  @Column('integer') day: number;
  @Column('date', { name: 'next_on', nullable: true }) nextOn: string | null;
  @Column('boolean') anonymous: boolean;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}

/** One transfer of a pledge: to one organization, over many of its needs. Its gifts name it. */
@Entity('pledge_transfers')
export class PledgeTransferEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'pledge_id' }) pledgeId: string;
  /** To whom. */
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  /** What was put together at one time has one. */
  @Column('uuid', { name: 'settlement_id' }) settlementId: string;
  /** Stands in the purpose of the transfer. */
  @Column('text') code: string;
  @Column('jsonb') payee: Payee;
  @Column('text') purpose: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz') deadline: Date;
}
