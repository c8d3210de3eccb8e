import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Via } from '#identity';

/** How shifts of a need come again. Times are of a clock at the place; the shifts themselves are made ahead, and live on their own. */
@Entity('shift_series')
export class SeriesEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'need_id' }) needId: string;
  /** RRULE of RFC 5545 without its name, of days. */
  @Column('text') rule: string;
  @Column('date', { name: 'first_on' }) firstOn: string;
  @Column('date', { name: 'last_on', nullable: true }) lastOn: string | null;
  @Column('text', { name: 'except_on', array: true }) except: string[];
  @Column('text') starts: string;
  @Column('text') ends: string;
  @Column('text', { name: 'time_zone' }) timeZone: string;
  @Column('integer') capacity: number;
  @Column('text') place: string;
  @Column('boolean') remote: boolean;
  @Column('text') meet: string;
  @Column('text', { nullable: true }) risks: string | null;
  @Column('text', { nullable: true }) gear: string | null;
  @Column('text', { nullable: true }) covered: string | null;
  @Column('smallint', { name: 'min_age', nullable: true }) minAge: number | null;
  @Column('double precision', { nullable: true }) lat: number | null;
  @Column('double precision', { nullable: true }) lon: number | null;
  /** The first day that was not looked at; null: none is left. */
  @Column('date', { name: 'next_on', nullable: true }) nextOn: string | null;
  @Column('timestamptz', { name: 'look_at', nullable: true }) lookAt: Date | null;
  /** Why the next day has no shift yet: the need has no minutes left, or ends before. */
  @Column('text', { nullable: true }) waits: 'room' | 'deadline' | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('text') via: Via;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}
