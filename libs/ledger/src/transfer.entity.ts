import { Column, Entity, PrimaryColumn } from 'typeorm';

export type TransferKind =
  | 'pledge'
  | 'raise'
  | 'delivery'
  | 'loss'
  | 'release'
  | 'surplus'
  | 'stock'
  | 'use'
  | 'found'
  | 'assembly'
  | 'move'
  | 'mirror';
/** A hold is a row `held`; what arrived ends it as a row `post`, the rest as a row `void`: together exactly the hold, never twice. */
export type TransferPhase = 'posted' | 'held' | 'post' | 'void';
export type SubjectType = 'offer' | 'need' | 'match' | 'gift' | 'shift' | 'lot' | 'correction';

/** What moved. Never updated, never deleted: the database refuses both. `id` is made by the caller and is the idempotency key. */
@Entity('transfers')
export class TransferEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') debit: string;
  @Column('uuid') credit: string;
  /** In the base unit, 1..MAX_AMOUNT. */
  @Column('bigint') amount: number;
  @Column('text') unit: string;
  @Column('text', { nullable: true }) item: string | null;
  @Column('text') kind: TransferKind;
  @Column('text') phase: TransferPhase;
  @Column('uuid', { nullable: true }) resolves: string | null;
  @Column('uuid', { nullable: true }) mirrors: string | null;
  @Column('text', { name: 'subject_type' }) subjectType: SubjectType;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') at: Date;
  /** The person who did it; null for the clock. */
  @Column('uuid', { nullable: true }) by: string | null;
}

export type Transfer = Readonly<TransferEntity>;

export const TRANSFER_COLUMNS = `t.id, t.debit, t.credit, t.amount, t.unit, t.item, t.kind, t.phase, t.resolves, t.mirrors,
  t.subject_type AS "subjectType", t.subject_id AS "subjectId", t.reason, t.at, t.by`;
