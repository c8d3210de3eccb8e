import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '#identity';

/** A word to an address: come and be one of us. Only the hash of its token is kept. */
@Entity('organization_invitations')
export class InvitationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  /** Lower case. */
  @Column('text') email: string;
  @Column('text') role: Role;
  @Column('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @Column('uuid', { name: 'invited_by' }) invitedBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  /** Accepted, taken back, or replaced by a newer one. */
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('uuid', { name: 'accepted_by', nullable: true }) acceptedBy: string | null;
}
