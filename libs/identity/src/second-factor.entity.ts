import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The secret that a person's authenticator app shares with us, sealed. */
@Entity('totp_secrets')
export class TotpEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column({ type: 'bytea' }) secret: Buffer;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  /** Null until a first code has proved that the app has it: until then it is no second factor. */
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt: Date | null;
  /** The time step of the newest code that was used: a code works once. */
  @Column({ name: 'last_step', type: 'bigint' }) lastStep: number;
}

@Entity('passkeys')
export class PasskeyEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  /** base64url. */
  @Column({ name: 'credential_id', type: 'text' }) credentialId: string;
  /** COSE. */
  @Column({ name: 'public_key', type: 'bytea' }) publicKey: Buffer;
  /** How often the authenticator says that it signed; many say 0 always. */
  @Column({ type: 'bigint' }) counter: number;
  @Column({ type: 'text', array: true }) transports: string[];
  @Column({ type: 'text' }) name: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true }) lastUsedAt: Date | null;
}
