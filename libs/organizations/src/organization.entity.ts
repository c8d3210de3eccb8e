import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AcceptedByAll } from '#kernel';
import type { HandOverPoint, OrganizationContacts } from './contacts.rules.js';
import type { OrganizationStatus } from './lifecycle.rules.js';

export interface BankAccount {
  readonly bik: string;
  readonly number: string;
  readonly bankName: string;
  readonly correspondent: string;
}

/** A recipient of help. Shares its id with its party. */
@Entity('organizations')
export class OrganizationEntity {
  @PrimaryColumn('uuid') id: string;
  /** Grows with every change; the ETag. */
  @Column('integer') version: number;
  @Column('text') status: OrganizationStatus;
  @Column('text') name: string;
  @Column('text', { name: 'short_name' }) shortName: string;
  /** A code of `legal-forms.rules.ts`. */
  @Column('text') form: string;
  /** INN, OGRN and account are null for a group without registration, and for it only. */
  @Column('text', { nullable: true }) inn: string | null;
  @Column('text', { nullable: true }) ogrn: string | null;
  @Column('text', { nullable: true }) kpp: string | null;
  @Column('text') place: string;
  @Column('jsonb', { nullable: true }) account: BankAccount | null;
  @Column('jsonb', { nullable: true }) contacts: OrganizationContacts | null;
  @Column('jsonb', { name: 'hand_over_points' }) handOverPoints: readonly HandOverPoint[];
  /** What it says of all its needs for things; null: everything is taken. */
  @Column('jsonb', { nullable: true }) accepts: AcceptedByAll | null;
  @Column('text', { name: 'return_reason', nullable: true }) returnReason: string | null;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt: Date | null;
  @Column('timestamptz', { name: 'verified_at', nullable: true }) verifiedAt: Date | null;
  /** An official of its place vouches for a group without registration. */
  @Column('timestamptz', { name: 'vouched_at', nullable: true }) vouchedAt: Date | null;
  @Column('uuid', { name: 'vouched_by', nullable: true }) vouchedBy: string | null;
}
