import { Column, Entity, PrimaryColumn } from 'typeorm';

export type AccountKind = 'promises' | 'offer' | 'need' | 'used' | 'stock' | 'surplus' | 'losses' | 'kits';
export type HolderType = 'party' | 'offer' | 'need' | 'organization' | 'intake';

/**
 * One holder, one base unit. The six stored parts are null where an account has no limit; they are written by the database alone, as
 * the effect of transfers (`ledger_apply_all` in the migrations).
 */
@Entity('accounts')
export class AccountEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: AccountKind;
  @Column('text', { name: 'holder_type' }) holderType: HolderType;
  @Column('uuid', { name: 'holder_id' }) holderId: string;
  /** Whose it is: the donor of promises and offer, the organization of need, used and surplus. */
  @Column('uuid', { name: 'party_id', nullable: true }) partyId: string | null;
  @Column('text') unit: string;
  @Column('text', { nullable: true }) item: string | null;
  @Column('text') purpose: string;
  @Column('bigint', { nullable: true }) required: number | null;
  @Column('bigint', { name: 'posted_in', nullable: true }) postedIn: number | null;
  @Column('bigint', { name: 'posted_back', nullable: true }) postedBack: number | null;
  @Column('bigint', { name: 'posted_out', nullable: true }) postedOut: number | null;
  @Column('bigint', { name: 'held_in', nullable: true }) heldIn: number | null;
  @Column('bigint', { name: 'held_out', nullable: true }) heldOut: number | null;
}

/** An account as the queries of this lib select it (`ACCOUNT_COLUMNS`). */
export type Account = Readonly<AccountEntity>;

export const ACCOUNT_COLUMNS = `a.id, a.kind, a.holder_type AS "holderType", a.holder_id AS "holderId", a.party_id AS "partyId", a.unit, a.item, a.purpose,
  a.required, a.posted_in AS "postedIn", a.posted_back AS "postedBack", a.posted_out AS "postedOut", a.held_in AS "heldIn", a.held_out AS "heldOut"`;
