import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Via } from '#identity';

export type ShiftStatus = 'planned' | 'cancelled';

/** When and where the work of a need is done, and how many people it takes. */
@Entity('shifts')
export class ShiftEntity {
  @PrimaryColumn('uuid') id: string;
  /** Grows with every edit; the ETag. */
  @Column('integer') version: number;
  @Column('uuid', { name: 'need_id' }) needId: string;
  @Column('text') status: ShiftStatus;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
  /** Done at any time until `endsAt`, and begun by `startsAt` at the latest. */
  @Column('boolean', { name: 'any_time', default: false }) anyTime: boolean;
  @Column('integer') capacity: number;
  /** Places that a volunteer has or is offered; never above `capacity`, and changed under the lock of the row alone. */
  @Column('integer') taken: number;
  /** The number that the last one who signed up was given. */
  @Column('integer') queued: number;
  @Column('text') place: string;
  @Column('boolean') remote: boolean;
  /** Where exactly, and who meets you: for those who are signed up. */
  @Column('text') meet: string;
  @Column('text', { nullable: true }) risks: string | null;
  @Column('text', { nullable: true }) gear: string | null;
  /** What the organization takes upon itself: food, the way, insurance. */
  @Column('text', { nullable: true }) covered: string | null;
  /** From which age on; null: from the age at which anybody may. */
  @Column('smallint', { name: 'min_age', nullable: true }) minAge: number | null;
  /** Where it is, for a check-in by location; null: there is none. */
  @Column('double precision', { nullable: true }) lat: number | null;
  @Column('double precision', { nullable: true }) lon: number | null;
  /** Checks in at the place; for the organization alone. */
  @Column('text') code: string;
  /** Why it was cancelled. */
  @Column('text', { nullable: true }) reason: string | null;
  /** The series that it is one of, and the day of it that it stands for, wherever it was moved since. */
  @Column('uuid', { name: 'series_id', nullable: true }) seriesId: string | null;
  @Column('date', { name: 'series_day', nullable: true }) seriesDay: string | null;
  /** Changed alone: a change of the series leaves it as it is. */
  @Column('boolean', { default: false }) apart: boolean;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('text') via: Via;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}
