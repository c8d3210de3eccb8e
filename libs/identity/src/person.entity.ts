import { Column, Entity, PrimaryColumn } from 'typeorm';

export type PartyKind = 'person' | 'organization' | 'institution' | 'informal';

/** Whoever gives or receives. A person or an organization has the same id as its party. */
@Entity('parties')
export class PartyEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) kind: PartyKind;
  /** What the public books say instead of a name. */
  @Column({ type: 'uuid' }) pseudonym: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

@Entity('people')
export class PersonEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** Lower case. */
  @Column({ type: 'text' }) email: string;
  @Column({ name: 'email_confirmed_at', type: 'timestamptz', nullable: true }) emailConfirmedAt: Date | null;
  /** argon2id in PHC format. */
  @Column({ name: 'password_hash', type: 'text' }) passwordHash: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) locale: 'ru' | 'en';
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  /** Since then the row names nobody; it stays because the books refer to it. */
  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true }) erasedAt: Date | null;
}

/** A link in a mail. Only the hash of its token is kept. */
@Entity('email_confirmations')
export class EmailConfirmationEntity {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' }) tokenHash: Buffer;
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  /** Whoever opens the link owns the address: what they registered with becomes the account's, whatever a stranger had put there before. */
  @Column({ name: 'password_hash', type: 'text' }) passwordHash: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) locale: 'ru' | 'en';
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt: Date;
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true }) usedAt: Date | null;
}
