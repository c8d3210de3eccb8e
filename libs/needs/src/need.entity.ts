import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BudgetLine } from '#forms';
import type { AcceptedThings, Kind } from '#kernel';
import type { NeedStatus } from './lifecycle.rules.js';

export type Via = 'web' | 'api' | 'staff' | 'paper' | 'import';

/** A need as its author wrote it. How much is required, held and received is the ledger's and stands nowhere else. */
@Entity('needs')
export class NeedEntity {
  @PrimaryColumn('uuid') id: string;
  /** Short number for people («нужда № 1024»); given by the database. */
  @Column({ type: 'bigint', insert: false, update: false }) number: number;
  /** Grows with every edit and every decision; the ETag. */
  @Column('integer') version: number;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') status: NeedStatus;
  @Column('text') kind: Kind;
  @Column('text') category: string;
  @Column('text', { nullable: true }) item: string | null;
  @Column('text') title: string;
  @Column('text') description: string;
  /** Unit as the author said it (kg, hour, visit). */
  @Column('text') unit: string;
  /** Unit that the ledger counts (gram, minute). */
  @Column('text', { name: 'base_unit' }) baseUnit: string;
  /** What one visit, trip, day, box or pack holds, in base units; null where the unit measures by itself. */
  @Column('bigint', { name: 'each_amount', nullable: true }) eachAmount: number | null;
  @Column('text', { name: 'each_unit', nullable: true }) eachUnit: string | null;
  /** Smallest useful part, in base units. */
  @Column('bigint', { name: 'min_amount' }) minAmount: number;
  @Column('text') place: string;
  @Column('boolean') remote: boolean;
  @Column('timestamptz', { name: 'starts_at', nullable: true }) startsAt: Date | null;
  @Column('timestamptz') deadline: Date;
  /** 1 (can wait) to 5 (today). */
  @Column('smallint') urgency: number;
  @Column('integer', { nullable: true }) beneficiaries: number | null;
  @Column('text', { name: 'beneficiary_groups', array: true }) beneficiaryGroups: string[];
  /** All of them are required. */
  @Column('text', { array: true }) skills: string[];
  /** What arrives can be kept cold. */
  @Column('boolean', { name: 'cold_chain', default: false }) coldChain: boolean;
  /** What it takes; null: everything of its kind. */
  @Column('jsonb', { nullable: true }) accepts: AcceptedThings | null;
  /** The organization's yes is given beforehand: a donor's yes is enough. As it was said; whether it counts is for `givesYesBeforehand`. */
  @Column('boolean', { name: 'auto_accept' }) autoAccept: boolean;
  /** What the money is for; null: nothing was said. Amounts in base units. */
  @Column('jsonb', { nullable: true }) budget: BudgetLine[] | null;
  @Column('text', { name: 'return_reason', nullable: true }) returnReason: string | null;
  /** The description that the moderator who returned it proposes; it goes when the need is sent again. */
  @Column('text', { name: 'suggested_text', nullable: true }) suggestedText: string | null;
  @Column('text') via: Via;
  @Column('text', { name: 'external_id', nullable: true }) externalId: string | null;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt: Date | null;
  /** Must be renewed by then, else the need expires. */
  @Column('timestamptz', { name: 'fresh_until', nullable: true }) freshUntil: Date | null;
  @Column('timestamptz', { name: 'reminded_at', nullable: true }) remindedAt: Date | null;
  @Column('timestamptz', { name: 'deadline_reminded_at', nullable: true }) deadlineRemindedAt: Date | null;
  /** Until when it owes a report on what it received; null: none is owed. */
  @Column('timestamptz', { name: 'report_due_at', nullable: true }) reportDueAt: Date | null;
  /** Has had a photo: lists look for photos only where there may be some. */
  @Column('boolean', { name: 'has_photos', default: false }) hasPhotos: boolean;
}
