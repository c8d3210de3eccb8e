import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentHow } from './walk-in.rules.js';

/** A walk-in, a person who came by or called, and in whose name an organization offers. Shares its id with party and donor, which has the name and the contact. */
@Entity('walk_ins')
export class WalkInEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text', { name: 'consent_how' }) consentHow: ConsentHow;
  /** A day of the organization's place. */
  @Column('date', { name: 'consent_on' }) consentOn: string;
  @Column('uuid', { name: 'entered_by' }) enteredBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'erased_at', nullable: true }) erasedAt: Date | null;
  @Column('uuid', { name: 'erased_by', nullable: true }) erasedBy: string | null;
}
