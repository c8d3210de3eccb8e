import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NeedStatus } from '#needs';

export type ReportStatus = 'draft' | 'returned' | 'published';

/** One version of the report on a need: the words and photos of its organization. What came, and from whom, is the ledger's and stands nowhere else. */
@Entity('need_reports')
export class ReportEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'need_id' }) needId: string;
  /** 1 is the first; each later one is a correction, and those before it are kept. */
  @Column('integer') version: number;
  @Column('integer') revision: number;
  @Column('text') status: ReportStatus;
  @Column('text') title: string;
  /** What became of it. */
  @Column('text') outcome: string;
  /** What did not work out. */
  @Column('text') limits: string;
  /** Which photos it shows, in their order; a correction keeps those of the version before. */
  @Column('uuid', { name: 'photo_ids', array: true }) photoIds: string[];
  @Column('uuid', { name: 'written_by' }) writtenBy: string;
  @Column('timestamptz', { name: 'written_at' }) writtenAt: Date;
  @Column('uuid', { name: 'published_by', nullable: true }) publishedBy: string | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt: Date | null;
  /** As the books said it at publication, in the need's base unit. */
  @Column('bigint', { nullable: true }) received: number | null;
  /** Of the need before this publication; null: it was reported already. */
  @Column('text', { name: 'need_status', nullable: true }) needStatus: NeedStatus | null;
  /** Until when the report was owed before this publication. */
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt: Date | null;
  /** Since when others read its words: a moderator has. */
  @Column('timestamptz', { name: 'shown_at', nullable: true }) shownAt: Date | null;
  @Column('text', { name: 'return_reason', nullable: true }) returnReason: string | null;
  /** When all who gave had been written to. */
  @Column('timestamptz', { name: 'told_at', nullable: true }) toldAt: Date | null;
  /** Of those who gave, in the order of their ids, the last one who was written to. */
  @Column('uuid', { name: 'told_up_to', nullable: true }) toldUpTo: string | null;
}
