import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredPart } from '#engine';
import type { Payee } from '#matching';
import type { GiftProvider, GiftStatus } from './gift-life.rules.js';

/** A gift of money: what a payment order says, and what became of it. What it holds and what came is the ledger's, through its offer and match. */
@Entity('gifts')
export class GiftEntity {
  @PrimaryColumn('uuid') id: string;
  /** Stands in the purpose of the transfer. */
  @Column('text') code: string;
  @Column('uuid', { name: 'need_id' }) needId: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  /** Who was signed in; null: a visitor. */
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  /** A company that gives by a pledge; then there is no person. */
  @Column('uuid', { name: 'giver_organization_id', nullable: true }) giverOrganizationId: string | null;
  @Column('text') provider: GiftProvider;
  @Column('text') status: GiftStatus;
  /** In `unit`, a base unit, as the payment order says it. */
  @Column('bigint') amount: number;
  @Column('text') unit: string;
  /** Whom the money goes to, as it was when the gift was promised. */
  @Column('jsonb') payee: Payee;
  @Column('text') purpose: string;
  /** For papers only. */
  @Column('text', { name: 'donor_name', nullable: true }) donorName: string | null;
  @Column('text', { name: 'donor_email', nullable: true }) donorEmail: string | null;
  @Column('boolean') anonymous: boolean;
  /** Null while nothing is held for it. */
  @Column('uuid', { name: 'offer_id', nullable: true }) offerId: string | null;
  @Column('uuid', { name: 'match_id', nullable: true }) matchId: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** When it lapses if the money was not seen. */
  @Column('timestamptz') deadline: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  /** How often its money was seen in a transfer that was none of it. */
  @Column('integer') undone: number;
  /** How often its giver was reminded of it. */
  @Column('integer', { default: 0 }) reminders: number;
  /** Of a gift that named no need: what was asked for at once, and why this need was chosen. */
  @Column('uuid', { name: 'order_id', nullable: true }) orderId: string | null;
  @Column('jsonb', { nullable: true }) why: readonly StoredPart[] | null;
  /** The date of a standing gift that made it, and when its giver took it back. */
  @Column('uuid', { name: 'standing_offer_id', nullable: true }) standingOfferId: string | null;
  @Column('date', { name: 'standing_day', nullable: true }) standingDay: string | null;
  @Column('timestamptz', { name: 'taken_back_at', nullable: true }) takenBackAt: Date | null;
  /** The transfer of a pledge that it is a part of, and its place there. */
  @Column('uuid', { name: 'pledge_transfer_id', nullable: true }) pledgeTransferId: string | null;
  @Column('integer', { name: 'pledge_place', nullable: true }) pledgePlace: number | null;
  /** What its need gave back, by the bank's word. */
  @Column('bigint', { name: 'refund_amount', nullable: true }) refundAmount: number | null;
  @Column('date', { name: 'refund_day', nullable: true }) refundDay: string | null;
  @Column('text', { name: 'refund_number', nullable: true }) refundNumber: string | null;
  @Column('uuid', { name: 'refunded_by', nullable: true }) refundedBy: string | null;
}
