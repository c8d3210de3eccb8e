import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key with which a program acts as its person. The key itself is shown once and never stored. */
@Entity('api_keys')
export class ApiKeyEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column({ type: 'text' }) name: string;
  /** The first characters, by which its owner recognises it. */
  @Column({ type: 'text' }) prefix: string;
  /** SHA-256 of the whole key: 256 random bits need no slow hash. */
  @Column({ name: 'secret_hash', type: 'bytea' }) secretHash: Buffer;
  /** Made in a session that had passed a second factor: where one is required, roles on the platform work with such keys only. */
  @Column({ name: 'second_factor', type: 'boolean' }) secondFactor: boolean;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  /** Kept to the hour. */
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true }) lastUsedAt: Date | null;
  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true }) revokedAt: Date | null;
}
