import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link in a mail that sets a new password. Only the hash of its token is kept; used, it is gone. */
@Entity('password_resets')
export class PasswordResetEntity {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' }) tokenHash: Buffer;
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt: Date;
}

/** A change of address: asked for, confirmed at the new address, and for a week the old one can take it back. */
@Entity('email_changes')
export class EmailChangeEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column({ name: 'old_email', type: 'text' }) oldEmail: string;
  @Column({ name: 'new_email', type: 'text' }) newEmail: string;
  @Column({ name: 'token_hash', type: 'bytea' }) tokenHash: Buffer;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt: Date;
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt: Date | null;
  /** Null until the change is confirmed. */
  @Column({ name: 'undo_hash', type: 'bytea', nullable: true }) undoHash: Buffer | null;
  @Column({ name: 'undo_until', type: 'timestamptz', nullable: true }) undoUntil: Date | null;
  /** Undone, or overtaken by another way of getting the account back. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt: Date | null;
}
