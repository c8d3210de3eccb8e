import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Reason } from './risk.rules.js';

export type SubjectType =
  | 'organization'
  | 'need'
  | 'need_edit'
  | 'match'
  | 'account_change'
  | 'messages'
  | 'offer'
  | 'report'
  | 'complaint'
  | 'appeal'
  | 'suspension';
export type ReviewStatus = 'open' | 'approved' | 'returned' | 'escalated';
export type Outcome = 'approve' | 'return' | 'escalate';

/** What a moderator decides. Never deleted. */
@Entity('reviews')
export class ReviewEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'subject_type', type: 'text' }) subjectType: SubjectType;
  @Column({ name: 'subject_id', type: 'uuid' }) subjectId: string;
  @Column({ name: 'status', type: 'text' }) status: ReviewStatus;
  @Column({ name: 'risk', type: 'smallint' }) risk: number;
  @Column({ name: 'reasons', type: 'jsonb' }) reasons: Reason[];
  @Column({ name: 'signatures_needed', type: 'smallint' }) signaturesNeeded: number;
  @Column({ name: 'opened_at', type: 'timestamptz' }) openedAt: Date;
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true }) closedAt: Date | null;
}

/** One moderator's word on a review; kept for ever with its reason. */
@Entity('decisions')
export class DecisionEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'review_id', type: 'uuid' }) reviewId: string;
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column({ name: 'outcome', type: 'text' }) outcome: Outcome;
  @Column({ name: 'reason', type: 'text', nullable: true }) reason: string | null;
  @Column({ name: 'note', type: 'text', nullable: true }) note: string | null;
  @Column({ name: 'at', type: 'timestamptz' }) at: Date;
}

export const moderationEntities = [ReviewEntity, DecisionEntity];
