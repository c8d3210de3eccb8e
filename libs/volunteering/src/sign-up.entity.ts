import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Via } from '#identity';
import type { CheckedInBy } from './presence/presence.rules.js';
import type { EndReason, SignUpStatus } from './sign-up-life.rules.js';

/** One person's place in a shift, or their place in its queue. The minutes are the ledger's; what was confirmed is repeated here for lists. */
@Entity('sign_ups')
export class SignUpEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'shift_id' }) shiftId: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') status: SignUpStatus;
  /** The order in which they came to this shift. */
  @Column('integer') number: number;
  /** The shift's times (`keptTimes`; of work without an hour that is done, when it was), so that the database sees who would be in two places at once. */
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
  /** What is promised with the place; null while waiting. */
  @Column('uuid', { name: 'match_id', nullable: true }) matchId: string | null;
  /** A place is free for this one who waits, until then. */
  @Column('timestamptz', { name: 'offered_until', nullable: true }) offeredUntil: Date | null;
  @Column('integer', { nullable: true }) minutes: number | null;
  @Column('text', { name: 'minutes_reason', nullable: true }) minutesReason: string | null;
  @Column('integer', { nullable: true }) claimed: number | null;
  @Column('text', { nullable: true }) objection: string | null;
  @Column('timestamptz', { name: 'objected_at', nullable: true }) objectedAt: Date | null;
  @Column('text', { name: 'ended_reason', nullable: true }) endedReason: EndReason | null;
  @Column('timestamptz', { name: 'signed_up_at' }) signedUpAt: Date;
  @Column('timestamptz', { name: 'checked_in_at', nullable: true }) checkedInAt: Date | null;
  @Column('text', { name: 'checked_in_by', nullable: true }) checkedInBy: CheckedInBy | null;
  /** Of a check-in that a device had kept without a connection: when it came here. */
  @Column('timestamptz', { name: 'heard_at', nullable: true }) heardAt: Date | null;
  /** When they left, as they say; and the minutes of one of them between the two. */
  @Column('timestamptz', { name: 'left_at', nullable: true }) leftAt: Date | null;
  @Column('integer', { nullable: true }) stayed: number | null;
  @Column('timestamptz', { name: 'left_asked_at', nullable: true }) leftAskedAt: Date | null;
  /** The moment of work without an hour has passed, and they were asked whether it is done. */
  @Column('timestamptz', { name: 'due_asked_at', nullable: true }) dueAskedAt: Date | null;
  /** They come so many minutes late, as they said then. */
  @Column('integer', { name: 'late_minutes', nullable: true }) lateMinutes: number | null;
  @Column('timestamptz', { name: 'late_said_at', nullable: true }) lateSaidAt: Date | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('timestamptz', { name: 'day_reminded_at', nullable: true }) dayRemindedAt: Date | null;
  @Column('timestamptz', { name: 'hours_reminded_at', nullable: true }) hoursRemindedAt: Date | null;
  @Column('timestamptz', { name: 'asked_at', nullable: true }) askedAt: Date | null;
  /** How many people come, the volunteer who signed up included. */
  @Column('integer', { default: 1 }) people: number;
  @Column('text') via: Via;
  /** The clearing that proposed the place to them; null: they came themselves. */
  @Column('uuid', { name: 'proposed_by', nullable: true }) proposedBy: string | null;
  /** The coordinator who signed them up; null: they did it themselves. */
  @Column('uuid', { name: 'entered_by', nullable: true }) enteredBy: string | null;
}
