import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredPart } from '#engine';

export type MatchStatus =
  'proposed' | 'held' | 'accepted' | 'delivered' | 'confirmed' | 'declined' | 'expired' | 'cancelled' | 'disputed';
export type MatchSide = 'donor' | 'organization';

/** Part of an offer for part of a need. While proposed it holds nothing; what is held or has arrived is the ledger's. */
@Entity('matches')
export class MatchEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'offer_id', type: 'uuid' })
  offerId: string;

  @Column({ name: 'need_id', type: 'uuid' })
  needId: string;

  @Column({ type: 'text' })
  status: MatchStatus;

  /** Who says that it was otherwise; their words are the reason. */
  @Column({ name: 'disputed_by', type: 'text', nullable: true })
  disputedBy: MatchSide | null;

  /** What the other side of a dispute says, once. */
  @Column({ name: 'dispute_answer', type: 'text', nullable: true })
  disputeAnswer: string | null;

  /** In `unit`, a base unit. What is proposed; from the first yes on, what was held. */
  @Column({ type: 'bigint' })
  amount: number;

  @Column({ type: 'text' })
  unit: string;

  /** 0..1,000,000 = floor(sum of value x weight / 1,000,000) over `parts`. */
  @Column({ type: 'integer' })
  score: number;

  @Column({ type: 'jsonb' })
  parts: StoredPart[];

  @Column({ name: 'weights_version', type: 'integer' })
  weightsVersion: number;

  @Column({ name: 'first_yes', type: 'text', nullable: true })
  firstYes: MatchSide | null;

  /** The ledger's held transfer. */
  @Column({ type: 'uuid', nullable: true })
  hold: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  deadline: Date | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** What a moderator wrote with the decision of its case: both sides read it. Empty: nothing was written; null: no case of it was decided. */
  @Column({ type: 'text', nullable: true })
  decided: string | null;

  /** Confirmed, and nothing of it arrived: all of it was lost, or is back with its giver. It counts for nobody as a promise that was kept. */
  @Column({ name: 'nothing_came', type: 'boolean', default: false })
  nothingCame: boolean;

  @Column({ name: 'ended_by', type: 'text', nullable: true })
  endedBy: MatchSide | 'moderator' | 'clock' | null;

  /** A declined or cancelled pair may meet again after this; null on a declined one: never, on a cancelled one: at once. */
  @Column({ name: 'not_before', type: 'timestamptz', nullable: true })
  notBefore: Date | null;

  @Column({ name: 'reminded_at', type: 'timestamptz', nullable: true })
  remindedAt: Date | null;

  /** Of money: the transfer by which it was received, `2026-11-25`. */
  @Column({ name: 'bank_date', type: 'date', nullable: true })
  bankDate: string | null;

  @Column({ name: 'bank_number', type: 'text', nullable: true })
  bankNumber: string | null;

  @Column({ name: 'proposed_at', type: 'timestamptz' })
  proposedAt: Date;

  @Column({ name: 'held_at', type: 'timestamptz', nullable: true })
  heldAt: Date | null;

  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true })
  acceptedAt: Date | null;

  @Column({ name: 'delivered_at', type: 'timestamptz', nullable: true })
  deliveredAt: Date | null;

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt: Date | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  /** Made by signing up for a shift: the shift moves it on, and none of the verbs of a match. */
  @Column({ name: 'sign_up', type: 'boolean', default: false })
  signUp: boolean;

  /** Of a gift by card: Stripe says whether its money came, and nobody by hand. */
  @Column({ name: 'by_card', type: 'boolean', default: false })
  byCard: boolean;

  /** The volunteer says that it was more than was confirmed, and nobody has decided yet. */
  @Column({ name: 'objected_at', type: 'timestamptz', nullable: true })
  objectedAt: Date | null;

  /** What the volunteer says it was, all in all. */
  @Column({ type: 'bigint', nullable: true })
  claimed: number | null;
}
