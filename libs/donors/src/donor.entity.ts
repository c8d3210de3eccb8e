import { Column, Entity, PrimaryColumn } from 'typeorm';

export type DonorKind = 'person' | 'company';

/** What a party wants of its giving. Shares its id with the party. */
@Entity('donors')
export class DonorEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: DonorKind;
  @Column('text', { name: 'display_name' }) displayName: string;
  @Column('text', { nullable: true }) inn: string | null;
  /** The rule until the donor says otherwise for one offer. */
  @Column('boolean') anonymous: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
