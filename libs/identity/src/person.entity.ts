import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ShownConsent } from './registration.entity.js';

export type PartyKind = 'person' | 'organization' | 'institution' | 'informal';

/** A giver or a recipient. A person or an organization has the same id as its party. */
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
  /** When the account was first proved to be a person's; a later change of address leaves it. */
  @Column({ name: 'email_confirmed_at', type: 'timestamptz', nullable: true }) emailConfirmedAt: Date | null;
  /** argon2id in PHC format. Nobody's until the address is confirmed. */
  @Column({ name: 'password_hash', type: 'text' }) passwordHash: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) locale: 'ru' | 'en';
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  /** Grows when what signs in has changed: a sign-in that was under way meanwhile, with the old password, opens nothing. */
  @Column({ name: 'access_version', type: 'integer', default: 0 }) accessVersion: number;
  /** Since then the row names nobody; it stays because the books refer to it. */
  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true }) erasedAt: Date | null;
}

/** A link in a mail. Only the hash of its token is kept. */
@Entity('email_confirmations')
export class EmailConfirmationEntity {
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' }) tokenHash: Buffer;
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  /** What was registered; it becomes the account's password only where the link is opened in the browser in which that was done. */
  @Column({ name: 'password_hash', type: 'text' }) passwordHash: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) locale: 'ru' | 'en';
  @Column({ type: 'jsonb' }) consents: readonly ShownConsent[];
  /** Null where nothing was registered with this link. */
  @Column({ name: 'browser_hash', type: 'bytea', nullable: true }) browserHash: Buffer | null;
  /** Of the form that came with an offer: who opens this link means that one too. */
  @Column({ name: 'registration_id', type: 'uuid', nullable: true }) registrationId: string | null;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt: Date;
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true }) usedAt: Date | null;
}
