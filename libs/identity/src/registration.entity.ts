import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person agreed to in a form. */
export interface ShownConsent {
  readonly purpose: string;
  readonly version: string;
}

/** A form that a person filled in to register. A job answers it by mail and deletes it: until then nobody has looked whether the address is known. */
@Entity('registrations')
export class RegistrationEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** Lower case. */
  @Column({ type: 'text' }) email: string;
  @Column({ name: 'password_hash', type: 'text' }) passwordHash: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) locale: 'ru' | 'en';
  @Column({ type: 'jsonb' }) consents: readonly ShownConsent[];
  /** Of the cookie of the browser in which the form was filled in. */
  @Column({ name: 'browser_hash', type: 'bytea' }) browserHash: Buffer;
  /** It came with an offer, which waits for the link of its mail. */
  @Column({ name: 'with_offer', type: 'boolean', default: false }) withOffer: boolean;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

/** A person asks for a new password for an address. Answered by a job, and deleted, likewise. */
@Entity('password_reset_requests')
export class ResetRequestEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) email: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}
