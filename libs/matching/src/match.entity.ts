import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Said } from './said.rules.js';
import type { ScorePart } from './score.rules.js';

export type MatchStatus = 'proposed' | 'held' | 'accepted' | 'delivered' | 'confirmed' | 'declined' | 'expired' | 'cancelled' | 'disputed';
export type MatchSide = 'donor' | 'organization';

/**
 * A part of the score as it is stored: integers 0..1,000,000 and the reason, as the key of its sentence with the names and numbers that it speaks
 * of. Everyday proposals from before this kept the sentence in both languages. Both say the same years later.
 */
export type StoredPart = SpokenPart | KeyedPart;

export interface SpokenPart {
  readonly part: ScorePart;
  readonly value: number;
  readonly weight: number;
  readonly ru: string;
  readonly en: string;
}

export interface KeyedPart extends Said {
  readonly part: ScorePart;
  readonly value: number;
  readonly weight: number;
}

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

  @Column({ name: 'ended_by', type: 'text', nullable: true })
  endedBy: MatchSide | 'moderator' | 'clock' | null;

  /** A declined pair may meet again after this; null on a declined one: never. */
  @Column({ name: 'not_before', type: 'timestamptz', nullable: true })
  notBefore: Date | null;

  @Column({ name: 'reminded_at', type: 'timestamptz', nullable: true })
  remindedAt: Date | null;

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
}
