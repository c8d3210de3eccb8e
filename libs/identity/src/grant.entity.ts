import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role of a person on an object. Taken back it stays as a record with `revokedAt`. */
@Entity('grants')
export class GrantEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column({ type: 'text' }) role: string;
  @Column({ name: 'object_type', type: 'text' }) objectType: 'platform' | 'organization' | 'place';
  /** Null for the platform, an organization's id, or a place's code. */
  @Column({ name: 'object_id', type: 'text', nullable: true }) objectId: string | null;
  @Column({ name: 'granted_by', type: 'uuid', nullable: true }) grantedBy: string | null;
  @Column({ name: 'granted_at', type: 'timestamptz' }) grantedAt: Date;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt: Date | null;
  /** In the words of the administrator who gave it; null where nobody was asked. */
  @Column({ type: 'text', nullable: true }) reason: string | null;
  /** Null: the operator's own tool, or the person's erasure. */
  @Column({ name: 'revoked_by', type: 'uuid', nullable: true }) revokedBy: string | null;
  @Column({ name: 'revoke_reason', type: 'text', nullable: true }) revokeReason: string | null;
}
