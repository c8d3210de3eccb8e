import type { PickUp } from '#forms';
import type { Kind, ThingAttributes } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfferStatus } from './lifecycle.rules.js';
import type { ReviewReason } from './reviewed.rules.js';

export type OfferVia = 'web' | 'api' | 'staff' | 'paper' | 'import';

/** An offer as its donor wrote it. How much was pledged, is held and went on is the ledger's and stands nowhere else. */
@Entity('offers')
export class OfferEntity {
  @PrimaryColumn('uuid') id: string;
  /** Grows with every edit and with the end; the ETag. */
  @Column('integer') version: number;
  /** The party that gives: a person, or the organization in `onBehalfOf`. */
  @Column('uuid', { name: 'donor_id' }) donorId: string;
  @Column('uuid', { name: 'on_behalf_of', nullable: true }) onBehalfOf: string | null;
  @Column('text') status: OfferStatus;
  @Column('text') kind: Kind;
  /** Category or sphere; null (money) means any. */
  @Column('text', { nullable: true }) category: string | null;
  @Column('text', { nullable: true }) item: string | null;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text', { nullable: true }) description: string | null;
  /** Unit as the donor said it (kg, hour, visit). */
  @Column('text') unit: string;
  /** Unit that the ledger counts (gram, minute). */
  @Column('text', { name: 'base_unit' }) baseUnit: string;
  /** What one visit, trip, day, box or pack holds, in base units. */
  @Column('bigint', { name: 'each_amount', nullable: true }) eachAmount: number | null;
  @Column('text', { name: 'each_unit', nullable: true }) eachUnit: string | null;
  /** Smallest part that the donor gives away, in base units. */
  @Column('bigint', { name: 'min_lot' }) minLot: number;
  /** Every part of it is a multiple of this, or all that is left: the box where it is given in boxes, else 1. */
  @Column('bigint', { default: 1 }) step: number;
  @Column('text', { nullable: true }) place: string | null;
  /** How far the donor goes; null: anywhere. */
  @Column('integer', { name: 'radius_km', nullable: true }) radiusKm: number | null;
  @Column('timestamptz', { name: 'starts_at', nullable: true }) startsAt: Date | null;
  @Column('timestamptz') until: Date;
  @Column('text', { array: true }) skills: string[];
  /** Codes of spheres, categories and places, and ids of organizations. */
  @Column('text', { array: true }) prefers: string[];
  /** Codes of spheres, categories and places, ids of organizations and needs: it goes to what one of them names and nowhere else. None: to all. */
  @Column('text', { name: 'bound_to', array: true, default: '{}' }) only: string[];
  /** Until when it keeps; null: it does not spoil, or nobody has said. */
  @Column('timestamptz', { name: 'best_before', nullable: true }) bestBefore: Date | null;
  /** Whether it must be kept cold all the way; null: nobody has said. */
  @Column('boolean', { name: 'cold_chain', nullable: true }) coldChain: boolean | null;
  /** What its giver says of the thing; null: nothing. */
  @Column('jsonb', { nullable: true }) attributes: ThingAttributes | null;
  /** When it can be fetched, or that it is brought; null: nobody has said. */
  @Column('jsonb', { name: 'pick_up', nullable: true }) pickUp: PickUp | null;
  @Column('boolean') anonymous: boolean;
  @Column('text') via: OfferVia;
  @Column('text', { name: 'external_id', nullable: true }) externalId: string | null;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
  /** Has had a photo: lists look for photos only where there may be some. */
  @Column('boolean', { name: 'has_photos', default: false }) hasPhotos: boolean;
  /** Why a moderator looks at it before it enters any plan. */
  @Column('text', { name: 'review_reasons', array: true }) reviewReasons: ReviewReason[];
  /** What the moderator wrote who did not let it in. */
  @Column('text', { name: 'return_reason', nullable: true }) returnReason: string | null;
  /** It ran out because its giver's address was not confirmed in time. */
  @Column('boolean', { name: 'never_confirmed' }) neverConfirmed: boolean;
  /** The standing offer of which this is one date. */
  @Column('uuid', { name: 'standing_offer_id', nullable: true }) standingOfferId: string | null;
  /** Made by signing up for a shift: it lives and ends with the sign-up, and meets no other need. */
  @Column('boolean', { name: 'sign_up', default: false }) signUp: boolean;
  /** Made by a gift of money: it lives and ends with its match, and meets no other need. */
  @Column('boolean', { default: false }) gift: boolean;
}
