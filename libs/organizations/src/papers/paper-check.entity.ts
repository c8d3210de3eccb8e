import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Paper } from './papers.rules.js';

/** That an organization has seen a person's papers. The papers themselves stay with their owner. */
@Entity('paper_checks')
export class PaperCheckEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') paper: Paper;
  @Column('date', { name: 'seen_on' }) seenOn: string;
  @Column('uuid', { name: 'seen_by' }) seenBy: string;
  /** The end of its last day where the organization is. */
  @Column('timestamptz', { name: 'valid_until' }) validUntil: Date;
  /** Counts for every organization, by the person's own consent. */
  @Column('boolean', { name: 'for_all' }) forAll: boolean;
  @Column('timestamptz', { name: 'consented_at', nullable: true }) consentedAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('timestamptz', { name: 'reminded_at', nullable: true }) remindedAt: Date | null;
  @Column('timestamptz', { name: 'lapsed_at', nullable: true }) lapsedAt: Date | null;
}
