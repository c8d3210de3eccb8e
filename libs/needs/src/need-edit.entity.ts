import type { BudgetLine } from '#forms';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type NeedEditStatus = 'submitted' | 'applied' | 'returned' | 'superseded';

/** What an edit of an open need would change once a moderator has read it. Amounts in base units. */
export interface ReviewedChanges {
  title?: string;
  description?: string;
  category?: string;
  place?: string;
  remote?: boolean;
  beneficiaries?: number | null;
  beneficiaryGroups?: string[];
  required?: number;
  budget?: BudgetLine[] | null;
  /** Ids of photos that everybody would see. */
  photos?: string[];
}

/** An edit that waits for review: the public still sees the old version. At most one of a need is `submitted`. */
@Entity('need_edits')
export class NeedEditEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'need_id' }) needId: string;
  @Column('jsonb') changes: ReviewedChanges;
  @Column('text') status: NeedEditStatus;
  @Column('uuid') by: string;
  @Column('timestamptz') at: Date;
}
