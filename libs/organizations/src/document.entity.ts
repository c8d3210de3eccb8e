import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentKind, DocumentStatus } from './document.rules.js';

/** A paper of an organization. Its bytes lie in the file store. */
@Entity('organization_documents')
export class DocumentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') kind: DocumentKind;
  @Column('text') title: string;
  @Column('text') status: DocumentStatus;
  /** Media type and size in bytes: of what is stored; while it waits, of what was sent. */
  @Column('text') type: string;
  @Column('integer') bytes: number;
  /** Of the file as it was sent, hex. */
  @Column('text') sha256: string;
  @Column('text', { name: 'stored_key', nullable: true }) storedKey: string | null;
  /** Why it was refused: `broken`, or a moderator's words. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'processed_at', nullable: true }) processedAt: Date | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
}
