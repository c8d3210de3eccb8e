import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A consent is a record of its own (152-FZ art. 9): which text, by its version and hash, for which purpose, when, and when it was taken back. */
@Entity('consents')
export class ConsentEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'person_id', type: 'uuid' }) personId: string;
  @Column({ type: 'text' }) purpose: string;
  @Column({ name: 'text_version', type: 'text' }) textVersion: string;
  /** SHA-256 of the sentence in the language in which it was shown. */
  @Column({ name: 'text_hash', type: 'bytea' }) textHash: Buffer;
  @Column({ name: 'given_at', type: 'timestamptz' }) givenAt: Date;
  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true }) withdrawnAt: Date | null;
}
