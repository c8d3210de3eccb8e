import type { ThingAttributes, Kind } from '#kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfferVia } from '../offer.entity.js';
import type { StandingStatus } from './lifecycle.rules.js';
import type { Frequency } from './repeat.rules.js';

/** What its donor wants to offer again and again, as one offer at each of its dates. The amount is a wish: the ledger knows only the offers. */
@Entity('standing_offers')
export class StandingOfferEntity {
  @PrimaryColumn('uuid') id: string;
  /** Grows with every edit, pause, resume and with the end; the ETag. A date that opens changes nothing that an editor wrote. */
  @Column('integer') version: number;
  @Column('uuid', { name: 'donor_id' }) donorId: string;
  @Column('uuid', { name: 'on_behalf_of', nullable: true }) onBehalfOf: string | null;
  @Column('text') status: StandingStatus;
  @Column('text') kind: Kind;
  @Column('text', { nullable: true }) category: string | null;
  @Column('text', { nullable: true }) item: string | null;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text') unit: string;
  @Column('text', { name: 'base_unit' }) baseUnit: string;
  @Column('bigint', { name: 'each_amount', nullable: true }) eachAmount: number | null;
  @Column('text', { name: 'each_unit', nullable: true }) eachUnit: string | null;
  /** What each date puts on the table, in base units. */
  @Column('bigint') amount: number;
  @Column('bigint', { name: 'min_lot' }) minLot: number;
  @Column('bigint', { default: 1 }) step: number;
  @Column('text', { nullable: true }) place: string | null;
  @Column('integer', { name: 'radius_km', nullable: true }) radiusKm: number | null;
  @Column('text', { array: true }) skills: string[];
  @Column('text', { array: true }) prefers: string[];
  @Column('text', { name: 'bound_to', array: true, default: '{}' }) only: string[];
  /** How long each of its offers keeps, from its date on. */
  @Column('smallint', { name: 'keeps_days', nullable: true }) keepsDays: number | null;
  @Column('boolean', { name: 'cold_chain', nullable: true }) coldChain: boolean | null;
  @Column('jsonb', { nullable: true }) attributes: ThingAttributes | null;
  /** Each date promises money by bank transfer; the engine chooses within `only`. Else it opens an ordinary offer. */
  @Column('boolean', { default: false }) gift: boolean;
  @Column('boolean') anonymous: boolean;
  @Column('text') frequency: Frequency;
  @Column('smallint') interval: number;
  @Column('date', { name: 'first_on' }) firstOn: string;
  @Column('date', { name: 'last_on', nullable: true }) lastOn: string | null;
  @Column('smallint', { nullable: true }) times: number | null;
  /** Of the place where the donor is, else of the installation. */
  @Column('text', { name: 'time_zone' }) timeZone: string;
  @Column('smallint', { name: 'stands_days' }) standsDays: number;
  /** Null when it has ended. */
  @Column('date', { name: 'next_on', nullable: true }) nextOn: string | null;
  @Column('timestamptz', { name: 'next_at', nullable: true }) nextAt: Date | null;
  @Column('text') via: OfferVia;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}
