import type { Contact } from '#kernel';
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
  /** What a person shares with a yes unless they say otherwise. */
  @Column('jsonb', { nullable: true }) contact: Contact | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}
